#include "tests/bench/bench.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const std::string what = arguments.empty() ? "" : arguments[0];
    try {
        if (what == "commit" && arguments.size() == 2)
            bl::bench::benchCommit(arguments[1]);
        else if (what == "search" && arguments.size() == 2)
            bl::bench::benchSearch(arguments[1]);
        else if (what == "large" && arguments.size() == 2)
            std::printf("%s\n", bl::bench::largeRegister(arguments[1]).c_str());
        else if (what == "push" && arguments.size() > 2)
            bl::bench::benchPush(
                std::atoi(arguments[1].c_str()), {arguments.begin() + 2, arguments.end()});
        else {
            std::fprintf(
                stderr, "usage: branchline_bench commit|search|large DIR, or push PORT CODE…\n");
            return 2;
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
