#include "core/services/organisation/organisation_file.h"

#include "core/base/json.h"
#include "core/services/organisation/organisation_rules.h"

#include <array>
#include <set>

namespace bl::services {

namespace {

using journal::FieldValue;
using rules::FieldRule;
using rules::SectionRules;
using rules::Target;
using rules::wrongAt;

Result<FieldValue> valueAt(const std::string& pointer, rules::Rule rule, const Json& json)
{
    auto value = rules::readValue(rule, json);
    if (value)
        return value;
    auto reason = value.error().detail;
    const bool isTemplate =
        rule == rules::Rule::ReceiptTemplate || rule == rules::Rule::LabelTemplate;
    if (!isTemplate)
        return wrongAt(pointer, std::move(reason));
    // A template's own reader names the place in the template first.
    const std::string inside = reason.front() == "#" ? std::string() : reason.front();
    reason.erase(reason.begin());
    return wrongAt(pointer + inside, std::move(reason));
}

const std::string& textOf(const FieldValue& value)
{
    return std::get<std::string>(value);
}

const FieldRule* ruleOf(const SectionRules& section, std::string_view name)
{
    if (section.key.json == name)
        return &section.key;
    for (const auto& rule : section.fields) {
        if (rule.json == name)
            return &rule;
    }
    return nullptr;
}

Result<void> takeSecret(
    std::optional<PlannedSecret>& secret, PlannedSecret given, const std::string& pointer)
{
    if (secret)
        return wrongAt(pointer, {"secret-or-hash"});
    secret = std::move(given);
    return {};
}

/// Reads one entity after the other and remembers what must not come twice.
class SectionReader {
public:
    SectionReader(const SectionRules& section, PlannedSection& plan)
        : m_section(section)
        , m_plan(plan)
    {
    }

    Result<void> add(const std::string& pointer, const Json& json)
    {
        if (!json.is_object())
            return wrongAt(pointer, {"object-expected"});
        PlannedEntity entity;
        entity.pointer = pointer;
        for (const auto& [name, value] : json.items()) {
            const auto* rule = ruleOf(m_section, name);
            const auto place = pointerTo(pointer, name);
            if (!rule)
                return wrongAt(place, {"unknown-field"});
            BL_TRY(auto read, valueAt(place, rule->rule, value));
            BL_CHECK(take(entity, *rule, std::move(read), place));
        }
        BL_CHECK(checkKey(entity));
        m_plan.entities.push_back(std::move(entity));
        return {};
    }

private:
    Result<void> take(
        PlannedEntity& entity, const FieldRule& rule, FieldValue value, const std::string& place)
    {
        if (&rule == &m_section.key) {
            entity.key = textOf(value);
            return {};
        }
        switch (rule.target) {
        case Target::Reference: entity.reference = textOf(value); return {};
        case Target::Pin: return takeSecret(entity.pin, {textOf(value), {}, {}}, place);
        case Target::PinHash: return takeSecret(entity.pin, {{}, textOf(value), {}}, place);
        case Target::Password: return takeSecret(entity.password, {textOf(value), {}, {}}, place);
        case Target::PasswordHash:
            return takeSecret(entity.password, {{}, textOf(value), {}}, place);
        case Target::Template: BL_CHECK(takePurpose(entity, rule.json, place)); break;
        case Target::Price: entity.price = Money::minor(std::get<std::int64_t>(value)); return {};
        case Target::Field: break;
        }
        if (rule.rule == rules::Rule::Phone && !m_phones.insert(textOf(value)).second)
            return wrongAt(place, {"phone-twice"});
        const auto field =
            journal::schemaOf(m_section.kind).find(rule.field.empty() ? rule.json : rule.field);
        BL_ASSERT(field);
        entity.fields.emplace_back(*field, std::move(value));
        return {};
    }

    /// A template is one for receipts or one for labels.
    static Result<void> takePurpose(
        PlannedEntity& entity, std::string_view purpose, const std::string& place)
    {
        const auto field = journal::schemaOf(journal::EntityKind::Template).find("purpose");
        BL_ASSERT(field);
        for (const auto& [position, value] : entity.fields)
            if (position == *field)
                return wrongAt(place, {"one-of", "receipt, label"});
        entity.fields.emplace_back(*field, std::string(purpose));
        return {};
    }

    Result<void> checkKey(const PlannedEntity& entity)
    {
        const std::string name(m_section.key.json);
        if (entity.key.empty())
            return wrongAt(entity.pointer, {"field-missing", name});
        const auto place = pointerTo(entity.pointer, name);
        if (!m_keys.insert(entity.key).second)
            return wrongAt(place, {"twice", entity.key});
        if (m_section.kind == journal::EntityKind::User
            && (entity.key == kSystemLogin || entity.key == kImportLogin))
            return wrongAt(place, {"system-user", entity.key});
        return {};
    }

    const SectionRules& m_section;
    PlannedSection& m_plan;
    std::set<std::string> m_keys;
    std::set<std::string> m_phones;
};

Result<void> readSection(const SectionRules& section, const Json& json, PlannedSection& plan)
{
    const auto pointer = pointerTo({}, section.section);
    if (!json.is_array())
        return wrongAt(pointer, {"array-expected"});
    SectionReader reader(section, plan);
    for (std::size_t i = 0; i < json.size(); ++i)
        BL_CHECK(reader.add(pointerTo(pointer, i), json[i]));
    return {};
}

Result<void> readOrganisation(const Json& json, OrganisationPlan& plan)
{
    const auto pointer = pointerTo({}, "organisation");
    if (!json.is_object())
        return wrongAt(pointer, {"object-expected"});
    for (const auto& [name, value] : json.items()) {
        if (name != "name")
            return wrongAt(pointerTo(pointer, name), {"unknown-field"});
        BL_TRY(const auto read, valueAt(pointerTo(pointer, name), rules::Rule::Name, value));
        plan.name = textOf(read);
    }
    return {};
}

}  // namespace

Result<OrganisationPlan> parseOrganisation(std::string_view text)
{
    const auto parsed = parseJson(text);
    if (!parsed) {
        auto reason = parsed.error().detail;
        reason.insert(reason.begin(), "json");
        return wrongAt({}, std::move(reason));
    }
    if (!parsed->is_object())
        return wrongAt({}, {"object-expected"});

    OrganisationPlan plan;
    for (const auto& section : rules::sections())
        plan.sections.push_back({section.kind, {}});
    for (const auto& [name, value] : parsed->items()) {
        if (name == "organisation") {
            BL_CHECK(readOrganisation(value, plan));
            continue;
        }
        const auto* section = rules::findSection(name);
        if (!section)
            return wrongAt(pointerTo({}, name), {"unknown-section"});
        const auto position = static_cast<std::size_t>(section - rules::sections().data());
        BL_CHECK(readSection(*section, value, plan.sections[position]));
    }
    return plan;
}

}  // namespace bl::services
