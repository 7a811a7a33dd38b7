#include "core/services/organisation/organisation_service.h"

#include "core/access/password.h"
#include "core/base/pinyin.h"
#include "core/services/entity_conversion.h"
#include "core/services/organisation/field_changes.h"
#include "core/services/organisation/organisation_rules.h"
#include "core/storage/member_store.h"
#include "core/storage/product_store.h"

#include <algorithm>

namespace bl::services {

namespace {

using journal::Entity;
using journal::EntityKind;
using journal::FieldValue;
using journal::schemaOf;
using rules::wrongAt;

/// The field by which the file names entities of a kind, and the one that refers to another kind.
struct KindRules {
    EntityKind kind;
    std::string_view key;
    std::string_view reference{};
    EntityKind referred{};
};

constexpr KindRules kKinds[]{
    {EntityKind::Store, "code"},
    {EntityKind::Role, "code"},
    {EntityKind::User, "login", "role", EntityKind::Role},
    {EntityKind::Tier, "code"},
    {EntityKind::Category, "code"},
    {EntityKind::Product, "code", "category", EntityKind::Category},
    {EntityKind::Member, "number", "tier", EntityKind::Tier},
    {EntityKind::Template, "name"},
};

const KindRules& rulesOf(EntityKind kind)
{
    const auto* it = std::find_if(std::begin(kKinds), std::end(kKinds),
        [&](const KindRules& candidate) { return candidate.kind == kind; });
    BL_ASSERT(it != std::end(kKinds));
    return *it;
}

/// One run through a plan, within one batch.
class PlanRun {
public:
    PlanRun(const ServiceContext& context, OperationWriter::Batch& batch,
        const OrganisationPlan& plan, UserId by)
        : m_context(context)
        , m_batch(batch)
        , m_plan(plan)
        , m_by(by)
        , m_entities(context.database)
    {
    }

    Result<ApplySummary> run()
    {
        BL_TRY(const auto release, storage::ProductStore(m_context.database).currentRelease());
        m_nextRelease = release + 1;
        if (m_plan.name)
            BL_CHECK(applyName(*m_plan.name));
        for (const auto& section : m_plan.sections) {
            for (const auto& planned : section.entities)
                BL_CHECK(applyEntity(section.kind, planned));
        }
        // The release comes last: the new prices hold together, from here on.
        if (m_summary.counts.contains(EntityKind::Price))
            BL_CHECK(create(
                Entity(EntityKind::Release, m_context.ids.next()).set("number", m_nextRelease)));
        return m_summary;
    }

private:
    using Known = std::map<std::string, Entity>;

    Result<void> applyName(const std::string& name)
    {
        BL_TRY(const auto stored,
            m_entities.findBy(EntityKind::Setting, "key", std::string(kOrganisationName)));
        if (!stored)
            return create(Entity(EntityKind::Setting, m_context.ids.next())
                              .set("key", std::string(kOrganisationName))
                              .set("value", name));
        FieldChanges changes(*stored);
        changes.set("value", name);
        return change(changes);
    }

    Result<void> applyEntity(EntityKind kind, const PlannedEntity& planned)
    {
        BL_TRY(const auto stored, findStored(kind, planned.key));
        BL_TRY(const auto product,
            stored ? changeEntity(*stored, planned) : createEntity(kind, planned));
        if (kind == EntityKind::Product && planned.price)
            return applyPrice(ProductId{product}, *planned.price);
        return {};
    }

    Result<Uuid> createEntity(EntityKind kind, const PlannedEntity& planned)
    {
        const auto& kindRules = rulesOf(kind);
        Entity entity(kind, m_context.ids.next());
        entity.set(kindRules.key, planned.key);
        setDefaults(entity);
        for (const auto& [position, value] : planned.fields)
            entity.values[position] = value;
        if (entity.text("name").empty())
            return wrongAt(planned.pointer, {"field-missing", "name"});
        if (kind == EntityKind::User && planned.reference.empty())
            return wrongAt(planned.pointer, {"field-missing", "role"});
        if (kind == EntityKind::Product && !planned.price)
            return wrongAt(planned.pointer, {"field-missing", "price"});
        if (kind == EntityKind::Template && entity.text("content").empty())
            return wrongAt(planned.pointer, {"field-missing", "receipt"});
        if (kind == EntityKind::Product || kind == EntityKind::Member)
            entity.set("initials", searchInitials(entity.text("name")));
        if (!planned.reference.empty()) {
            BL_TRY(const auto target, resolve(kindRules, planned));
            entity.set(kindRules.reference, target);
        }
        if (planned.pin) {
            BL_TRY(auto hash, hashOf(*planned.pin));
            entity.set("pinHash", std::move(hash)).set("pinTemporary", std::int64_t{0});
        }
        if (planned.password) {
            BL_TRY(auto hash, hashOf(*planned.password));
            entity.set("passwordHash", std::move(hash));
        }
        if (kind == EntityKind::Member)
            BL_CHECK(checkPhone(entity, planned));
        BL_CHECK(create(entity));
        if (kind != EntityKind::Member)
            m_known[kind][planned.key] = entity;
        return entity.id;
    }

    void setDefaults(Entity& entity) const
    {
        entity.set("active", std::int64_t{1});
        switch (entity.kind) {
        case EntityKind::Role: entity.set("permissions", std::string{}); break;
        case EntityKind::Tier:
        case EntityKind::Category: entity.set("rank", std::int64_t{0}); break;
        case EntityKind::Product: entity.set("measure", std::int64_t{0}); break;
        case EntityKind::Member:
            entity.set("since", m_batch.site().timeZone.dayAt(m_batch.now()));
            break;
        default: break;
        }
    }

    Result<Uuid> changeEntity(const Entity& stored, const PlannedEntity& planned)
    {
        FieldChanges changes(stored);
        for (const auto& [position, value] : planned.fields)
            changes.set(position, value);
        if (stored.kind == EntityKind::Template && changes.has("purpose"))
            return wrongAt(planned.pointer, {"one-of", stored.text("purpose")});
        if (!planned.reference.empty()) {
            BL_TRY(const auto target, resolve(rulesOf(stored.kind), planned));
            changes.set(rulesOf(stored.kind).reference, target);
        }
        // Initials that somebody put right by hand stay until the name changes.
        const bool searched =
            stored.kind == EntityKind::Product || stored.kind == EntityKind::Member;
        if (searched && changes.has("name"))
            changes.set("initials", searchInitials(changes.applied().text("name")));
        if (planned.pin && !fits(*planned.pin, stored.text("pinHash"))) {
            BL_TRY(auto hash, hashOf(*planned.pin));
            changes.set("pinHash", std::move(hash));
            changes.set("pinTemporary", std::int64_t{0});
        }
        if (planned.password && !fits(*planned.password, stored.text("passwordHash"))) {
            BL_TRY(auto hash, hashOf(*planned.password));
            changes.set("passwordHash", std::move(hash));
        }
        if (stored.kind == EntityKind::Member && changes.has("phone"))
            BL_CHECK(checkPhone(changes.applied(), planned));
        BL_CHECK(change(changes));
        return stored.id;
    }

    Result<void> applyPrice(ProductId product, Money price)
    {
        BL_TRY(const auto stored, m_entities.find(EntityKind::Price, product.uuid));
        if (!stored)
            return create(priceEntity(product, price, m_nextRelease));
        if (stored->integer("amount") == price.minor())
            return {};
        FieldChanges changes(*stored);
        changes.set("release", m_nextRelease);
        changes.set("amount", price.minor());
        return change(changes);
    }

    static bool fits(const PlannedSecret& secret, const std::string& hash)
    {
        if (secret.plain.empty())
            return secret.hash == hash;
        if (!secret.matches.empty())
            return secret.matches == hash;
        return secret.hash.empty() && access::verifySecret(hash, secret.plain);
    }

    static Result<std::string> hashOf(const PlannedSecret& secret)
    {
        if (!secret.hash.empty())
            return secret.hash;
        return access::hashSecret(secret.plain);
    }

    Result<Uuid> resolve(const KindRules& from, const PlannedEntity& planned)
    {
        BL_TRY(const auto target, findStored(from.referred, planned.reference));
        if (!target)
            return wrongAt(
                pointerTo(planned.pointer, from.reference), {"nothing-named", planned.reference});
        return target->id;
    }

    /// A telephone number belongs to one member. Another holder gives it up where the file gives
    /// that one another number.
    Result<void> checkPhone(const Entity& member, const PlannedEntity& planned)
    {
        const auto phone = member.text("phone");
        if (phone.empty() || member.integer("active") == 0)
            return {};
        BL_TRY(const auto holder, storage::MemberStore(m_context.database).findByPhone(phone));
        if (!holder || holder->id.uuid == member.id || givesUp(holder->number))
            return {};
        return wrongAt(pointerTo(planned.pointer, "phone"), {"phone-taken", holder->number});
    }

    /// Whether the file gives this member another telephone number than it has (two of one file
    /// never share one), or retires it.
    bool givesUp(const std::string& number)
    {
        if (m_leaving.empty()) {
            const auto& schema = schemaOf(EntityKind::Member);
            for (const auto& section : m_plan.sections) {
                if (section.kind != EntityKind::Member)
                    continue;
                for (const auto& planned : section.entities)
                    m_leaving[planned.key] = std::any_of(
                        planned.fields.begin(), planned.fields.end(), [&](const auto& field) {
                            return field.first == *schema.find("phone")
                                || (field.first == *schema.find("active")
                                    && field.second == FieldValue{std::int64_t{0}});
                        });
            }
        }
        const auto it = m_leaving.find(number);
        return it != m_leaving.end() && it->second;
    }

    Result<std::optional<Entity>> findStored(EntityKind kind, const std::string& key)
    {
        // There can be a million members; the other kinds are read once.
        if (kind == EntityKind::Member)
            return m_entities.findBy(kind, "number", key);
        if (!m_known.contains(kind))
            BL_CHECK(readKnown(kind));
        const auto& known = m_known[kind];
        const auto it = known.find(key);
        return it == known.end() ? std::optional<Entity>{} : std::optional{it->second};
    }

    Result<void> readKnown(EntityKind kind)
    {
        auto& known = m_known[kind];
        const auto key = rulesOf(kind).key;
        return m_entities.visitAll(kind, [&](const Entity& entity) -> Result<void> {
            const bool ofStores = kind == EntityKind::Product || kind == EntityKind::Template;
            if (ofStores && entity.uuid("store"))
                return {};
            const auto [it, added] = known.emplace(entity.text(key), entity);
            if (!added && entity.id < it->second.id)
                it->second = entity;
            return {};
        });
    }

    Result<void> create(const Entity& entity)
    {
        BL_CHECK(m_batch.add(m_by, journal::EntityCreated{entity}));
        ++m_summary.counts[entity.kind].created;
        return {};
    }

    Result<void> change(const FieldChanges& changes)
    {
        if (changes.isEmpty())
            return {};
        auto operation = changes.operation();
        const auto kind = operation.kind;
        BL_CHECK(m_batch.add(m_by, std::move(operation)));
        ++m_summary.counts[kind].changed;
        return {};
    }

    const ServiceContext& m_context;
    OperationWriter::Batch& m_batch;
    const OrganisationPlan& m_plan;
    UserId m_by;
    storage::EntityStore m_entities;
    std::map<EntityKind, Known> m_known;
    std::map<std::string, bool> m_leaving;
    std::int64_t m_nextRelease = 1;
    ApplySummary m_summary;
};

Result<void> settle(PlannedSecret& secret, const std::string& stored)
{
    if (secret.plain.empty())
        return {};
    if (access::verifySecret(stored, secret.plain)) {
        secret.matches = stored;
        return {};
    }
    BL_TRY(secret.hash, access::hashSecret(secret.plain));
    return {};
}

}  // namespace

Json ApplySummary::toJson() const
{
    Json json = Json::object();
    for (const auto& [kind, count] : counts)
        json[std::string(schemaOf(kind).name)] = {
            {"created", count.created}, {"changed", count.changed}};
    return json;
}

Result<void> OrganisationService::settleSecrets(OrganisationPlan& plan, sql::Database& database)
{
    storage::EntityStore entities(database);
    for (auto& section : plan.sections) {
        if (section.kind != EntityKind::User)
            continue;
        for (auto& planned : section.entities) {
            BL_TRY(const auto stored, entities.findBy(EntityKind::User, "login", planned.key));
            if (planned.pin)
                BL_CHECK(settle(*planned.pin, stored ? stored->text("pinHash") : std::string{}));
            if (planned.password)
                BL_CHECK(settle(
                    *planned.password, stored ? stored->text("passwordHash") : std::string{}));
        }
    }
    return {};
}

Result<ApplySummary> OrganisationService::apply(const OrganisationPlan& plan, UserId by)
{
    BL_TRY(auto batch, m_context.writer.begin());
    BL_TRY(auto summary, PlanRun(m_context, batch, plan, by).run());
    if (!summary.isEmpty())
        BL_CHECK(batch.commit());
    return summary;
}

}  // namespace bl::services
