#include "app/desktop/shift/shift_desk.h"

#include "app/desktop/till/till.h"

#include <utility>

namespace bl::desktop {

ShiftDesk::ShiftDesk(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
}

bool ShiftDesk::maySeeExpected() const
{
    const auto may = [](const std::optional<staff::User>& user) {
        return user
            && (user->may(access::Permission::Reports) || user->may(access::Permission::Approve));
    };
    return may(m_user) || may(m_approver);
}

bool ShiftDesk::mayWork() const
{
    return m_approver || (m_user && m_user->may(access::Permission::Shift));
}

void ShiftDesk::setUser(const staff::User& user)
{
    dropApproval();
    m_user = user;
}

staff::Actor ShiftDesk::actor() const
{
    return {m_user ? m_user->id : staff::kSystemUser,
        m_approver ? std::optional(m_approver->id) : std::nullopt};
}

void ShiftDesk::refresh()
{
    m_till.write(
        this, [](TillServices& services) { return services.shifts.current(); },
        [this](Result<std::optional<shifts::Shift>> shift) {
            if (!shift) {
                Q_EMIT failed(shift.error());
                return;
            }
            m_current = *shift;
            Q_EMIT shiftKnown(m_current);
        });
}

void ShiftDesk::open(Money floatAmount)
{
    if (std::exchange(m_busy, true))
        return;
    m_till.write(
        this,
        [floatAmount, by = actor()](
            TillServices& services) { return services.shifts.open(floatAmount, by); },
        [this](Result<shifts::Shift> shift) {
            m_busy = false;
            if (!shift) {
                Q_EMIT failed(shift.error());
                return;
            }
            m_approver.reset();
            m_current = *shift;
            Q_EMIT opened(*shift);
            Q_EMIT shiftKnown(m_current);
        });
}

void ShiftDesk::close(Money counted)
{
    if (std::exchange(m_busy, true))
        return;
    m_till.write(
        this,
        [counted, by = actor()](
            TillServices& services) { return services.shifts.close(counted, by); },
        [this](Result<services::ShiftReport> report) {
            m_busy = false;
            if (!report) {
                Q_EMIT failed(report.error());
                return;
            }
            m_current.reset();
            Q_EMIT closed(*report);
            m_approver.reset();
            Q_EMIT shiftKnown(m_current);
        });
}

void ShiftDesk::report()
{
    if (!m_current)
        return;
    m_till.write(
        this,
        [shift = m_current->id](TillServices& services) { return services.shifts.report(shift); },
        [this](Result<services::ShiftReport> report) {
            if (report)
                Q_EMIT reported(*report);
            else
                Q_EMIT failed(report.error());
        });
}

}  // namespace bl::desktop
