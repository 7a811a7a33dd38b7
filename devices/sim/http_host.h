#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "devices/sim/sim_plug.h"
#include "sync/protocol/http.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace bl::sim {

/// What is wrong between a computer and a simulated device that is reached over HTTP.
struct HttpFaults {
    enum class Accident {
        None,
        LoseRequest,    ///< the connection breaks before anything is done
        LoseAnswer,     ///< everything is done, and the connection breaks
        CutAnswer,      ///< it breaks in the middle of the answer
        InternalError,  ///< everything is done, the answer is 500
        Garbage,        ///< everything is done, the answer is no JSON
        Mute,           ///< everything is done, nothing is answered
    };
    Accident accident = Accident::None;
    int request = 0;  ///< which one it happens to, from 1, counted from now on; 0: all
    std::chrono::milliseconds slow{0};  ///< before each answer

    friend bool operator==(const HttpFaults&, const HttpFaults&) = default;
};

/// What a device that is reached over HTTPS proves itself with, both PEM; without a certificate it
/// speaks HTTP.
struct HttpProof {
    std::string certFile;
    std::string keyFile;
};

/// Adds what a command asks for to the faults, where it is a fault of the line. Fails with
/// InvalidJson or InvalidArgument.
Result<bool> takeHttpFault(HttpFaults& faults, const Json& command);

/// A number of a command, at least 1; `usual` where it is not given.
Result<std::int64_t> numberOfFault(const Json& command, const char* key, std::int64_t usual);

/// Serves a simulated device over HTTP on a thread of its own, any number of connections, one
/// request on each.
class HttpHost {
public:
    /// What the device does with a request, on the host's thread; the answer may come later, from
    /// that thread.
    using Device = std::function<void(const sync::HttpRequest&, sync::HttpRespond)>;

    /// Fails with InvalidAddress where that is no place on this machine's loopback, PortInUse,
    /// ListenFailed, or UnreadableFile {file, reason} for a certificate or key that is none.
    static Result<std::unique_ptr<HttpHost>> start(
        const TcpPlug& plug, const HttpProof& proof, Device device);
    ~HttpHost();
    HttpHost(const HttpHost&) = delete;
    HttpHost& operator=(const HttpHost&) = delete;

    std::uint16_t port() const;

    HttpFaults faults() const;
    void setFaults(const HttpFaults& faults);
    /// Requests since the faults were set.
    int requests() const;

    /// Runs a task on the host's thread, after that time.
    void after(std::chrono::milliseconds delay, std::function<void()> task);

private:
    struct Server;
    explicit HttpHost(std::unique_ptr<Server> server);

    std::unique_ptr<Server> m_server;
};

}  // namespace bl::sim
