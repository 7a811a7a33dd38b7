#pragma once

#include "core/services/shift_service.h"
#include "core/staff/user.h"

#include <QObject>

#include <optional>

namespace bl::desktop {

class Till;

/// The register's shift: opened with a float, closed with a blind count. Everything is local, so it
/// works without HQ.
class ShiftDesk final : public QObject {
    Q_OBJECT
public:
    /// The till outlives it.
    explicit ShiftDesk(Till& till, QObject* parent = nullptr);

    /// Who acts from now on.
    void setUser(const staff::User& user);

    /// Whether the user sees what the drawer should hold: before the count nobody does.
    bool maySeeExpected() const;
    /// Whether the user may open and close a shift.
    bool mayWork() const;

    /// Reads which shift is open; `shiftKnown` follows.
    void refresh();
    const std::optional<shifts::Shift>& current() const { return m_current; }

    /// Each may be asked twice by an impatient finger: what is under way is not begun again.
    void open(Money floatAmount);
    void close(Money counted);
    /// The X report of the open shift, for those who may see it.
    void report();

    /// A manager allows the next `open` or `close` of a user who may not do it.
    void allow(const staff::User& approver) { m_approver = approver; }
    /// What was allowed is not done after all: the permission is over.
    void dropApproval() { m_approver.reset(); }

Q_SIGNALS:
    void shiftKnown(const std::optional<bl::shifts::Shift>& shift);
    void opened(const bl::shifts::Shift& shift);
    void closed(const bl::services::ShiftReport& report);
    void reported(const bl::services::ShiftReport& report);
    void failed(const bl::Error& error);

private:
    staff::Actor actor() const;

    Till& m_till;
    std::optional<staff::User> m_user;
    std::optional<staff::User> m_approver;  ///< good for one action
    std::optional<shifts::Shift> m_current;
    bool m_busy = false;
};

}  // namespace bl::desktop
