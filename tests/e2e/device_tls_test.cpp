#include "core/base/json.h"
#include "tests/devices/devsim_process.h"
#include "tests/e2e/program.h"
#include "tests/support/catch.h"
#include "tests/support/certificate.h"
#include "tests/support/register_fixture.h"

namespace bl::test {

TEST_CASE("A terminal over HTTPS is charged where its own authority is named", "[e2e][device]")
{
    const TempDirectory directory;
    const Certificate certificate("127.0.0.1");
    Devsim terminal({"nexo", "--listen", "127.0.0.1:0", "--step", "0", "--tls-cert",
        certificate.cert(), "--tls-key", certificate.key()});
    const auto port = terminal.await("listening").at("port").get<int>();
    const auto pay = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments{"pay", "--terminal",
            "nexo+https://127.0.0.1:" + std::to_string(port) + "/nexo?poi=P1&sale=S1", "--amount",
            "1234", "--journal", directory.file("payments.db"), "--json", "--language", "en"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runProgram(BRANCHLINE_DEVICE, arguments);
    };

    const auto refused = pay({});
    CHECK(refused.status == 3);
    CHECK(refused.err.find("certificate is not trusted") != std::string::npos);
    const auto unreadable = pay({"--ca", certificate.key()});
    CHECK(unreadable.status == 3);
    CHECK(unreadable.err.find("cannot be read") != std::string::npos);

    const auto paid = pay({"--ca", certificate.cert()});
    INFO(paid.out << paid.err);
    REQUIRE(paid.status == 0);
    CHECK(parseJson(paid.out)->at("state") == "approved");
}

TEST_CASE("A simulator that cannot prove itself does not start", "[e2e][device]")
{
    const auto half = runProgram(BRANCHLINE_DEVSIM, {"nexo", "--tls-cert", "/nowhere/cert.pem"});
    CHECK(half.status == 2);
    const auto none = runProgram(BRANCHLINE_DEVSIM,
        {"codes", "--listen", "127.0.0.1:0", "--tls-cert", "/nowhere/cert.pem", "--tls-key",
            "/nowhere/key.pem"});
    CHECK(none.status == 3);
    CHECK(none.err.find("certificate") != std::string::npos);
}

}  // namespace bl::test
