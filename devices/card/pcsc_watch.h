#pragma once

#include "core/base/result.h"
#include "devices/transport/cancellation.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace bl {

/// What the system's PC/SC service says of one reader, heard on a thread of its own that nobody
/// waits for: a service that hangs holds up that thread alone.
class PcscWatch {
public:
    /// Whether the thread of a watch still runs, for whoever begins the next one.
    class Trail {
    public:
        bool hasEndedWithin(std::chrono::milliseconds time) const;

    private:
        friend class PcscWatch;
        struct Shared;
        explicit Trail(std::shared_ptr<Shared> shared);
        std::shared_ptr<Shared> m_shared;
    };

    /// `wanted` is the reader's name as the service has it; empty takes the first one.
    PcscWatch(std::string wanted, std::shared_ptr<const Cancellation> cancellation);
    ~PcscWatch();
    PcscWatch(const PcscWatch&) = delete;
    PcscWatch& operator=(const PcscWatch&) = delete;

    /// The reader's name. Fails with NotFound, Timeout where the service says nothing, Cancelled.
    Result<std::string> awaitReader();

    /// The next state of the reader (SCARD_STATE_…), of which none is left out; nothing where it
    /// stays as it is, or after wake(). Fails with LinkLost, also where the service says nothing
    /// any more, and Cancelled.
    Result<std::optional<unsigned long>> next(std::chrono::milliseconds limit);

    /// Ends the wait under way, or the next one. From any thread; returns at once.
    void wake();

    Trail trail() const { return Trail(m_shared); }

private:
    std::string m_wanted;
    std::shared_ptr<const Cancellation> m_cancellation;
    std::shared_ptr<Trail::Shared> m_shared;
};

}  // namespace bl
