#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "sync/client/sync_status.h"

#include <QObject>
#include <QString>

#include <functional>
#include <string>

namespace bl::desktop {

class Background;
class HqLink;
class Till;

/// A HQ of `installer/demo` that runs on this machine, with a code for one more register.
struct DemoInvitation {
    std::string hqUrl;
    std::string code;
};

/// How a new register becomes one: joins HQ or the demo's, finds its printer, and waits until HQ's
/// users and products have arrived. Nothing here waits; what takes long runs beside.
class FirstStart final : public QObject {
    Q_OBJECT
public:
    /// What the steps need from the rest of the program. Both are called on the background's
    /// thread.
    struct Ports {
        /// Joins HQ; gives the register's code.
        std::function<Result<std::string>(const std::string& hqUrl, const std::string& code)> join;
        /// Asks the demo's HQ for an invitation.
        std::function<Result<DemoInvitation>()> inviteToDemo;
    };

    /// All outlive it.
    FirstStart(
        Till& till, HqLink& link, Background& background, Ports ports, QObject* parent = nullptr);

    /// Joins HQ. `address` may lack its scheme; the code may come in small letters, with blanks and
    /// dashes wherever somebody put them. Fails at once with InvalidAddress or EnrolmentRefused.
    void join(const QString& address, const QString& code);
    void joinDemo();
    bool isJoining() const { return m_joining; }

    /// Begins to look for what HQ sends; `progressed` follows, and in the end `ready`.
    void waitForFeed();

    /// The code as HQ knows it.
    static QString cleanCode(const QString& typed);
    /// With `https://` where no scheme was typed, or `http://` for this machine.
    static QString cleanAddress(const QString& typed);

Q_SIGNALS:
    void joiningStarted();
    void joined(const QString& registerCode);
    void joinFailed(const bl::Error& error);
    /// There is no HQ of the demo on this machine.
    void demoMissing();
    /// Users who can log in already, and how the connection stands.
    void progressed(int users, const bl::sync::SyncStatus& status);
    /// Everything of HQ's is here: somebody can log in.
    void ready();

private:
    void start(const std::string& hqUrl, const std::string& code);
    void countUsers();

    Till& m_till;
    HqLink& m_link;
    Background& m_background;
    Ports m_ports;
    bool m_joining = false;
    bool m_waiting = false;
    bool m_counting = false;
};

/// Asks the HQ of `installer/demo`, whose data lie in `directory`, for a register's code. Fails
/// with NotFound where it does not run.
Result<DemoInvitation> inviteToDemo(const std::string& directory);

/// Where `installer/demo` keeps its data.
std::string demoDirectory();

}  // namespace bl::desktop
