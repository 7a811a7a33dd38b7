#include "core/services/template_service.h"

#include "core/base/text.h"
#include "core/services/organisation/field_changes.h"
#include "core/storage/entity_store.h"
#include "core/storage/user_store.h"

#include <algorithm>

namespace bl::services {

namespace {

using journal::Entity;
using journal::EntityKind;
using storage::TemplatePurpose;

Error notPermitted()
{
    return {ErrorCode::PermissionDenied,
        {std::string(access::permissionName(access::Permission::Settings))}};
}

/// An entity's line has one author: the one who had the right.
UserId responsible(const staff::Actor& by)
{
    return by.approvedBy.value_or(by.user);
}

Result<void> checkContent(TemplatePurpose purpose, const std::string& content)
{
    if (purpose == TemplatePurpose::Label)
        BL_CHECK(receipts::parseLabelTemplate(content));
    else
        BL_CHECK(receipts::parseReceiptTemplate(content));
    return {};
}

}  // namespace

Result<void> TemplateService::mayChange(const staff::Actor& by)
{
    BL_TRY(const auto user, storage::UserStore(m_context.database).find(responsible(by)));
    if (!user || !user->may(access::Permission::Settings))
        return notPermitted();
    return {};
}

Result<Entity> TemplateService::ownTemplate(const Uuid& id, StoreId store)
{
    BL_TRY(auto stored, storage::EntityStore(m_context.database).find(EntityKind::Template, id));
    if (!stored)
        return Error{ErrorCode::NotFound, {"template"}};
    if (stored->uuid("store") != store.uuid)
        return notPermitted();
    return *std::move(stored);
}

Result<Uuid> TemplateService::save(const std::optional<Uuid>& id, TemplatePurpose purpose,
    const std::string& name, const std::string& content, const staff::Actor& by)
{
    BL_CHECK(mayChange(by));
    const auto called = trimmed(name);
    if (called.empty())
        return Error{ErrorCode::MissingName, {}};
    BL_CHECK(checkContent(purpose, content));
    BL_TRY(auto batch, m_context.writer.begin());
    const StoreId store = batch.site().store.value_or(StoreId{});
    if (!id) {
        const Entity made =
            Entity(EntityKind::Template, m_context.ids.next())
                .set("purpose", storage::purposeName(purpose))
                .set("name", called)
                .set("store", store.uuid)
                .set("active", std::int64_t{purpose == TemplatePurpose::Label ? 1 : 0})
                .set("content", content);
        BL_CHECK(batch.add(responsible(by), journal::EntityCreated{made}));
        BL_CHECK(batch.commit());
        return made.id;
    }
    BL_TRY(const auto stored, ownTemplate(*id, store));
    FieldChanges changes(stored);
    changes.set("name", called);
    changes.set("content", content);
    if (!changes.isEmpty()) {
        BL_CHECK(batch.add(responsible(by), changes.operation()));
        BL_CHECK(batch.commit());
    }
    return *id;
}

Result<void> TemplateService::remove(const Uuid& id, const staff::Actor& by)
{
    BL_CHECK(mayChange(by));
    BL_TRY(auto batch, m_context.writer.begin());
    BL_TRY(const auto stored, ownTemplate(id, batch.site().store.value_or(StoreId{})));
    FieldChanges changes(stored);
    changes.set("active", std::int64_t{0});
    changes.set("content", std::string());
    if (changes.isEmpty())
        return {};
    BL_CHECK(batch.add(responsible(by), changes.operation()));
    BL_CHECK(batch.commit());
    return {};
}

Result<void> TemplateService::use(const Uuid& id, const staff::Actor& by)
{
    return activateOnly(id, by);
}

Result<void> TemplateService::useNone(const staff::Actor& by)
{
    return activateOnly(std::nullopt, by);
}

Result<void> TemplateService::activateOnly(const std::optional<Uuid>& id, const staff::Actor& by)
{
    BL_CHECK(mayChange(by));
    BL_TRY(auto batch, m_context.writer.begin());
    const StoreId store = batch.site().store.value_or(StoreId{});
    if (id)
        BL_CHECK(ownTemplate(*id, store));
    BL_TRY(const auto all,
        storage::TemplateStore(m_context.database).list(TemplatePurpose::Receipt, store));
    bool changed = false;
    for (const auto& stored : all) {
        const bool wanted = stored.id == id;
        if (stored.store != store || stored.active == wanted)
            continue;
        BL_TRY(const auto entity, ownTemplate(stored.id, store));
        FieldChanges changes(entity);
        changes.set("active", std::int64_t{wanted ? 1 : 0});
        BL_CHECK(batch.add(responsible(by), changes.operation()));
        changed = true;
    }
    if (changed)
        BL_CHECK(batch.commit());
    return {};
}

}  // namespace bl::services
