#include "core/services/member_service.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "core/services/entity_conversion.h"
#include "core/storage/local_settings.h"
#include "core/storage/member_store.h"

#include <algorithm>
#include <cstdio>

namespace bl::services {

namespace {

std::string memberNumber(std::string registerCode, std::int64_t number)
{
    std::erase(registerCode, '-');
    char digits[32];
    std::snprintf(digits, sizeof digits, "M%06lld", static_cast<long long>(number));
    return registerCode + digits;
}

}  // namespace

Result<members::Member> MemberService::create(members::Member draft, UserId by)
{
    BL_TRY(auto batch, m_context.writer.begin());
    BL_TRY(auto member, create(batch, std::move(draft), by));
    BL_CHECK(batch.commit());
    return member;
}

Result<members::Member> MemberService::create(
    OperationWriter::Batch& batch, members::Member draft, UserId by)
{
    storage::MemberStore members(m_context.database);
    draft.name = trimmed(draft.name);
    draft.number = trimmed(draft.number);
    if (draft.name.empty())
        return Error{ErrorCode::MissingName, {}};
    if (!draft.phone.empty()) {
        BL_TRY(draft.phone, members::normalisedPhone(draft.phone));
        BL_TRY(const auto holder, members.findByPhone(draft.phone));
        if (holder)
            return Error{ErrorCode::DuplicatePhone, {maskedPhone(draft.phone)}};
    }
    if (draft.number.empty()) {
        BL_TRY(const auto number, storage::LocalSettings(m_context.database).nextNumber("member"));
        draft.number = memberNumber(batch.site().registerCode, number);
    }
    BL_TRY(const auto other, members.findByNumber(draft.number));
    if (other)
        return Error{ErrorCode::DuplicateCode, {draft.number}};
    draft.id = m_context.newId<MemberId>();
    if (draft.initials.empty())
        draft.initials = searchInitials(draft.name);
    if (!draft.store)
        draft.store = batch.site().store;
    if (draft.since.empty())
        draft.since = batch.site().timeZone.dayAt(batch.now());
    BL_CHECK(batch.add(by, journal::EntityCreated{toEntity(draft)}));
    return draft;
}

}  // namespace bl::services
