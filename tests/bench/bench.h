#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

/// Benchmarks print figures; they assert nothing, because a busy machine is no mistake.
namespace bl::bench {

/// The durations of one thing, done many times.
class Samples {
public:
    void add(std::chrono::nanoseconds duration) { m_ns.push_back(duration.count()); }

    /// In milliseconds; 0.5 is the median.
    double quantile(double share) const;
    std::size_t count() const { return m_ns.size(); }

private:
    mutable std::vector<std::int64_t> m_ns;
};

/// How long one call takes.
std::chrono::nanoseconds timed(const std::function<void()>& work);

/// `name   median 1.234 ms   99 % 2.345 ms   (n = 1000)`
void report(const std::string& name, const Samples& samples);
void report(const std::string& name, double value, const std::string& unit);

/// Makes, where it is missing, a register with 100,000 products and 1,000,000 members; gives the
/// database's file.
std::string largeRegister(const std::string& directory);

// The benches: `directory` lies on the disk that is to be measured.
void benchCommit(const std::string& directory);
void benchSearch(const std::string& directory);

/// Pushes sales into the HQ that serves at 127.0.0.1:`port`, with one enrolment code for each
/// connection.
void benchPush(int port, const std::vector<std::string>& codes);

}  // namespace bl::bench
