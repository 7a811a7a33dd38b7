#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace bl::sync {

/// One line of the Prometheus text format (version 0.0.4) with its type before it.
enum class MetricType { Counter, Gauge };
std::string metricText(std::string_view name, MetricType type, std::int64_t value);

/// Counts answers by route and status, and how long they took by route. From any thread.
class RequestMetrics {
public:
    /// `route` is one of few constants, never what a client sent.
    void count(const char* route, int status, std::chrono::microseconds duration);

    std::string text() const;

private:
    /// Upper ends of the buckets, in milliseconds; the last one is open.
    static constexpr std::array<std::int64_t, 11> kBucketsMs{
        1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000, 30000};

    struct Durations {
        std::array<std::uint64_t, kBucketsMs.size()> upTo{};
        std::uint64_t count = 0;
        std::chrono::microseconds sum{0};
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<std::string_view, int>, std::uint64_t> m_answers;
    std::map<std::string_view, Durations> m_durations;
};

}  // namespace bl::sync
