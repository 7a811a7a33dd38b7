#include "tests/sim/simulation.h"

#include <QCoreApplication>

#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace {

/// RAM where there is some: processes are killed here, the power is not cut.
void useFastTemporaryDirectory()
{
    std::error_code ignored;
    if (!std::getenv("TMPDIR") && std::filesystem::is_directory("/dev/shm", ignored))
        ::setenv("TMPDIR", "/dev/shm", 1);
}

void printUsage()
{
    std::puts("Simulates two registers and HQ in a network that fails, by seed.\n"
              "  --seed N              run one seed and print its figures\n"
              "  --from N --count N    run several");
}

std::optional<std::uint64_t> numberOf(const char* text)
{
    char* end = nullptr;
    const auto number = std::strtoull(text, &end, 10);
    return *text != '\0' && *end == '\0' ? std::optional<std::uint64_t>{number} : std::nullopt;
}

bool runSeed(std::uint64_t seed, bl::test::SimFigures& total)
{
    std::optional<std::string> failure;
    bl::test::SimFigures figures;
    try {
        bl::test::Simulation simulation(seed);
        failure = simulation.run();
        figures = simulation.figures();
    } catch (const std::exception& exception) {
        failure = exception.what();
    }
    total.lines += figures.lines;
    total.commits += figures.commits;
    total.kills += figures.kills;
    total.arrivals += figures.arrivals;
    total.answers += figures.answers;
    if (failure)
        std::printf("seed %" PRIu64 " failed: %s\n  run it again with --seed %" PRIu64 "\n", seed,
            failure->c_str(), seed);
    return !failure;
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    std::uint64_t from = 1;
    std::uint64_t count = 1;
    for (int i = 1; i < argc; i += 2) {
        const auto number = i + 1 < argc ? numberOf(argv[i + 1]) : std::nullopt;
        const std::string name = argv[i];
        if (number && (name == "--seed" || name == "--from")) {
            from = *number;
        } else if (number && name == "--count") {
            count = *number;
        } else {
            printUsage();
            return name == "--help" ? 0 : 2;
        }
    }
    useFastTemporaryDirectory();
    bl::test::SimFigures total;
    std::uint64_t failures = 0;
    for (std::uint64_t seed = from; seed < from + count; ++seed)
        failures += runSeed(seed, total) ? 0 : 1;
    std::printf("%" PRIu64 " seeds: %" PRId64 " lines, %" PRId64 " commits, %" PRId64
                " kills, %" PRId64 " requests, %" PRId64 " answers; %" PRIu64 " failed\n",
        count, total.lines, total.commits, total.kills, total.arrivals, total.answers, failures);
    return failures == 0 ? 0 : 1;
}
