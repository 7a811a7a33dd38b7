#pragma once

#include "sync/client/sync_ports.h"

#include <functional>
#include <optional>
#include <string>

namespace bl::sync {

/// Exchanges the register's token for a new one when it is 30 days old by HQ's clock.
///
/// The new one is kept before it is used, and HQ takes the old one until it has seen the new one:
/// wherever this is cut off, the register has a token that opens HQ.
class TokenRenewal {
public:
    /// `token`: what requests carry; changed once the new one is kept. `changed` is called when
    /// `isIdle` is another one.
    TokenRenewal(const SyncPorts& ports, std::string& token, std::function<void()> changed);

    void start();
    void stop();

    /// HQ was heard and it is this time there; `issued` is when it gave the token that the engine
    /// began with. Does nothing between `stop` and `start`.
    void heard(Instant hqTime, Instant issued);

    bool isIdle() const { return m_phase != Phase::Working; }

private:
    enum class Phase { Stopped, Idle, Working, Resting };

    void ask();
    void answered(const Result<HttpResponse>& answer);
    void keep(const std::string& token, Instant issued);
    void rest();
    void enter(Phase phase);

    SyncPorts m_ports;
    std::string& m_token;
    std::function<void()> m_changed;
    Phase m_phase = Phase::Stopped;
    std::optional<Instant> m_issued;  ///< of a token that was renewed here
    std::optional<Transport::RequestId> m_request;
    Executor::TimerId m_timer = 0;
    CallbackScope m_scope;
};

}  // namespace bl::sync
