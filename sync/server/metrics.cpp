#include "sync/server/metrics.h"

namespace bl::sync {

namespace {

/// Seconds as decimal text.
std::string seconds(std::chrono::microseconds duration)
{
    const auto count = duration.count();
    std::string fraction = std::to_string(count % 1'000'000);
    fraction.insert(0, 6 - fraction.size(), '0');
    return std::to_string(count / 1'000'000) + '.' + fraction;
}

}  // namespace

std::string metricText(std::string_view name, MetricType type, std::int64_t value)
{
    return "# TYPE " + std::string(name) + (type == MetricType::Counter ? " counter\n" : " gauge\n")
        + std::string(name) + ' ' + std::to_string(value) + '\n';
}

void RequestMetrics::count(const char* route, int status, std::chrono::microseconds duration)
{
    const std::lock_guard lock(m_mutex);
    ++m_answers[{route, status}];
    auto& durations = m_durations[route];
    ++durations.count;
    durations.sum += duration;
    for (std::size_t i = 0; i < kBucketsMs.size(); ++i) {
        if (duration <= std::chrono::milliseconds(kBucketsMs[i]))
            ++durations.upTo[i];
    }
}

std::string RequestMetrics::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string text = "# TYPE branchline_requests_total counter\n";
    for (const auto& [key, count] : m_answers)
        text += "branchline_requests_total{route=\"" + std::string(key.first) + "\",status=\""
            + std::to_string(key.second) + "\"} " + std::to_string(count) + '\n';
    text += "# TYPE branchline_request_duration_seconds histogram\n";
    const std::string name = "branchline_request_duration_seconds";
    for (const auto& [route, durations] : m_durations) {
        const std::string label = "{route=\"" + std::string(route) + '"';
        for (std::size_t i = 0; i < kBucketsMs.size(); ++i)
            text += name + "_bucket" + label + ",le=\""
                + seconds(std::chrono::milliseconds(kBucketsMs[i])) + "\"} "
                + std::to_string(durations.upTo[i]) + '\n';
        text +=
            name + "_bucket" + label + ",le=\"+Inf\"} " + std::to_string(durations.count) + '\n';
        text += name + "_sum" + label + "} " + seconds(durations.sum) + '\n';
        text += name + "_count" + label + "} " + std::to_string(durations.count) + '\n';
    }
    return text;
}

}  // namespace bl::sync
