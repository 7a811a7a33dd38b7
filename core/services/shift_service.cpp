#include "core/services/shift_service.h"

#include "core/ledger/account.h"
#include "core/money/limits.h"
#include "core/sales/sale.h"
#include "core/storage/entity_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/local_settings.h"

namespace bl::services {

Result<std::optional<shifts::Shift>> ShiftService::current()
{
    BL_TRY(const auto site, storage::SiteStore(m_context.database).load());
    return storage::ShiftStore(m_context.database).findOpen(site.registerNo);
}

Result<shifts::Shift> ShiftService::open(Money floatAmount, const staff::Actor& by)
{
    BL_TRY(auto batch, m_context.writer.begin());
    const Instant now = batch.now();
    BL_TRY(auto shift, open(batch, floatAmount, batch.site().timeZone.dayAt(now), now, by));
    BL_CHECK(batch.commit());
    return shift;
}

Result<shifts::Shift> ShiftService::open(OperationWriter::Batch& batch, Money floatAmount,
    const BusinessDay& day, Instant time, const staff::Actor& by)
{
    const auto& site = batch.site();
    if (!site.store)
        return Error{ErrorCode::NotEnrolled, {}};
    if (floatAmount.isNegative() || floatAmount.minor() > kMaxDrawer)
        return Error{ErrorCode::ImpossibleCash, {std::to_string(floatAmount.minor())}};
    BL_TRY(const auto running, storage::ShiftStore(m_context.database).findOpen(site.registerNo));
    if (running)
        return Error{ErrorCode::ShiftAlreadyOpen, {std::to_string(running->number)}};
    shifts::ShiftOpening opening;
    opening.store = *site.store;
    opening.shift = m_context.newId<ShiftId>();
    BL_TRY(opening.number, storage::LocalSettings(m_context.database).nextNumber("shift"));
    opening.day = day;
    opening.time = time;
    opening.currency = site.currency.code;
    opening.floatAmount = floatAmount;
    opening.approvedBy = by.approvedBy;
    BL_CHECK(batch.add(by.user, opening));
    shifts::Shift shift;
    shift.id = opening.shift;
    shift.number = opening.number;
    shift.user = by.user;
    shift.openingApprovedBy = by.approvedBy;
    shift.day = day;
    shift.openedAt = time;
    shift.floatAmount = floatAmount;
    return shift;
}

Result<Money> ShiftService::cashInDrawer(const storage::Site& site)
{
    BL_TRY(const auto balance,
        storage::LedgerStore(m_context.database)
            .balance(ledger::accounts::registerTender(site.registerId, sales::kCash),
                ledger::Unit::money(site.currency)));
    return Money::minor(balance);
}

Result<ShiftReport> ShiftService::close(Money counted, const staff::Actor& by)
{
    if (counted.isNegative() || counted.minor() > kMaxDrawer)
        return Error{ErrorCode::ImpossibleCash, {std::to_string(counted.minor())}};
    BL_TRY(auto batch, m_context.writer.begin());
    const auto site = batch.site();
    BL_TRY(const auto running, storage::ShiftStore(m_context.database).findOpen(site.registerNo));
    if (!running || !site.store)
        return Error{ErrorCode::NoOpenShift, {}};
    BL_TRY(const Money expected, cashInDrawer(site));
    BL_CHECK(batch.add(by.user,
        shifts::ShiftClosing{*site.store, running->id, batch.now(), site.currency.code, counted,
            expected, by.approvedBy}));
    BL_CHECK(batch.commit());
    return report(running->id);
}

Result<void> ShiftService::closeAsExpected(OperationWriter::Batch& batch, Instant time, UserId by)
{
    BL_CHECK(batch.flush());
    const auto& site = batch.site();
    BL_TRY(const auto running, storage::ShiftStore(m_context.database).findOpen(site.registerNo));
    if (!running || !site.store)
        return Error{ErrorCode::NoOpenShift, {}};
    BL_TRY(const Money expected, cashInDrawer(site));
    BL_CHECK(batch.add(by,
        shifts::ShiftClosing{
            *site.store, running->id, time, site.currency.code, expected, expected}));
    return {};
}

Result<std::string> ShiftService::nameOf(const std::optional<UserId>& user)
{
    if (!user)
        return std::string{};
    // Not from UserStore, which knows only those who still work here.
    BL_TRY(const auto found,
        storage::EntityStore(m_context.database).find(journal::EntityKind::User, user->uuid));
    return found ? std::string(found->text("name")) : std::string{};
}

Result<ShiftReport> ShiftService::report(ShiftId id)
{
    storage::ShiftStore store(m_context.database);
    BL_TRY(const auto shift, store.find(id));
    if (!shift)
        return Error{ErrorCode::NotFound, {"shift " + id.toString()}};
    BL_TRY(const auto totals, store.totals(id));
    ShiftReport report;
    report.shift = *shift;
    report.totals = totals;
    report.expectedCash = shift->expected;
    BL_TRY(report.openedBy, nameOf(shift->user));
    BL_TRY(report.openingApprovedBy, nameOf(shift->openingApprovedBy));
    BL_TRY(report.closedBy, nameOf(shift->closedBy));
    BL_TRY(report.closingApprovedBy, nameOf(shift->closingApprovedBy));
    if (!shift->closedAt) {
        BL_TRY(const auto site, storage::SiteStore(m_context.database).load());
        BL_TRY(report.expectedCash, cashInDrawer(site));
    }
    return report;
}

}  // namespace bl::services
