#pragma once

#include "core/base/json_fwd.h"
#include "devices/sim/http_host.h"
#include "devices/sim/simulated_gateway.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace bl::sim {

struct CodesHabits {
    std::string merchant = "M1";
    std::string key = "secret";
    std::string name = "Branchline simulator";
    std::chrono::seconds clockError{0};  ///< its clock is ahead by so much
    HttpProof proof;
};

struct CodesFaults {
    GatewayFaults books;
    HttpFaults line;
    bool badSignature = false;

    friend bool operator==(const CodesFaults&, const CodesFaults&) = default;
};

/// A gateway for payment codes on a port of this machine, in front of a SimulatedGateway. Its
/// reading, writing and signing are its own.
class CodesSimulator {
public:
    /// A request that was served: what was asked, and the state that it led to.
    struct Served {
        std::string method;
        std::string target;
        int status = 0;
    };
    using Listener = std::function<void(const Served&)>;

    /// The listener is called on the simulator's thread, and must not call back. Fails as
    /// HttpHost::start.
    static Result<std::unique_ptr<CodesSimulator>> start(
        const TcpPlug& plug, CodesHabits habits, Listener listener);
    ~CodesSimulator();

    std::uint16_t port() const { return m_host->port(); }
    SimulatedGateway& books() { return m_books; }
    HttpHost& line() { return *m_host; }

    CodesFaults faults() const;
    void setFaults(const CodesFaults& faults);

private:
    CodesSimulator(CodesHabits habits, Listener listener);

    void serve(const sync::HttpRequest& request, const sync::HttpRespond& respond);
    sync::HttpResponse answer(const sync::HttpRequest& request);
    std::string refusalOf(const sync::HttpRequest& request) const;
    std::string timeNow() const;

    CodesHabits m_habits;
    Listener m_listener;
    SimulatedGateway m_books;
    GatewayFaults m_bookFaults;
    std::atomic<bool> m_badSignature = false;
    std::unique_ptr<HttpHost> m_host;
};

/// Adds what a command asks for to the faults; {"fault":"clear"} ends all of them. Fails with
/// InvalidJson or InvalidArgument.
Result<CodesFaults> applyCodesFault(CodesFaults faults, const Json& command);

}  // namespace bl::sim
