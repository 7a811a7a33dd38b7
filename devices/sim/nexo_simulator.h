#pragma once

#include "core/base/json.h"
#include "devices/sim/http_host.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace bl::sim {

struct NexoHabits {
    std::string poi = "P1";
    std::string key;  ///< empty: it asks for none
    std::string currency = "CNY";
    std::string card = "4761739001010010";
    std::chrono::milliseconds step{0};  ///< what a customer takes
    HttpProof proof;
};

struct NexoFaults {
    bool decline = false;
    bool customerAborts = false;
    bool busy = false;
    bool ignoreAbort = false;
    bool noStatus = false;                    ///< cannot say what became of a payment
    std::optional<std::int64_t> wrongAmount;  ///< charges this instead
    HttpFaults line;

    friend bool operator==(const NexoFaults&, const NexoFaults&) = default;
};

/// What a simulated terminal did.
struct NexoBooking {
    std::string service;
    std::string kind;  ///< `payment`, `refund`, `reversal`
    std::int64_t amount = 0;
    std::string condition;    ///< why not; empty: done
    std::string transaction;  ///< its own number
    std::int64_t reversed = 0;

    friend bool operator==(const NexoBooking&, const NexoBooking&) = default;
};

/// A payment terminal that speaks nexo over HTTP and keeps its own books. Its reading and writing
/// are its own.
class NexoSimulator {
public:
    using Listener = std::function<void(const NexoBooking&)>;

    /// The listener is called on the simulator's thread, and must not call back. Fails as
    /// HttpHost::start.
    static Result<std::unique_ptr<NexoSimulator>> start(
        const TcpPlug& plug, NexoHabits habits, Listener listener);
    ~NexoSimulator();

    std::uint16_t port() const { return m_host->port(); }
    HttpHost& line() { return *m_host; }

    std::vector<NexoBooking> bookings() const;
    NexoFaults faults() const;
    void setFaults(const NexoFaults& faults);

private:
    /// A payment whose customer has not finished.
    struct Pending {
        NexoBooking booking;
        Json header;
        sync::HttpRespond respond;
    };

    NexoSimulator(NexoHabits habits, Listener listener);

    void serve(const sync::HttpRequest& request, const sync::HttpRespond& respond);
    Json answerTo(const Json& header, const std::string& category, const Json& body);
    void beginPayment(const Json& header, const Json& body, const sync::HttpRespond& respond);
    void finishPayment(const std::string& service);
    Json reverse(const Json& header, const Json& body);
    Json statusOf(const Json& body);
    void abort(const Json& body);
    void book(NexoBooking booking);
    Json resultOf(const NexoBooking& booking) const;

    NexoHabits m_habits;
    Listener m_listener;
    mutable std::mutex m_mutex;  // guards what follows
    NexoFaults m_faults;
    std::vector<NexoBooking> m_bookings;
    std::optional<Pending> m_pending;
    bool m_abort = false;
    std::unique_ptr<HttpHost> m_host;
};

/// Adds what a command asks for to the faults; {"fault":"clear"} ends all of them. Fails with
/// InvalidJson or InvalidArgument.
Result<NexoFaults> applyNexoFault(NexoFaults faults, const Json& command);

}  // namespace bl::sim
