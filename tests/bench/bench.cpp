#include "tests/bench/bench.h"

#include <algorithm>
#include <cstdio>

namespace bl::bench {

double Samples::quantile(double share) const
{
    if (m_ns.empty())
        return 0;
    std::sort(m_ns.begin(), m_ns.end());
    const auto last = static_cast<double>(m_ns.size() - 1);
    return static_cast<double>(m_ns[static_cast<std::size_t>(share * last + 0.5)]) / 1e6;
}

std::chrono::nanoseconds timed(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - start;
}

void report(const std::string& name, const Samples& samples)
{
    std::printf("%-52s median %9.3f ms   99 %% %9.3f ms   (n = %zu)\n", name.c_str(),
        samples.quantile(0.5), samples.quantile(0.99), samples.count());
    std::fflush(stdout);
}

void report(const std::string& name, double value, const std::string& unit)
{
    std::printf("%-52s %16.2f %s\n", name.c_str(), value, unit.c_str());
    std::fflush(stdout);
}

}  // namespace bl::bench
