#include "core/services/template_service.h"
#include "core/storage/entity_store.h"
#include "core/storage/template_store.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <csignal>
#include <cstdlib>
#include <fstream>

namespace bl::test {

namespace {

Ended inDirectory(const std::string& directory, const std::string& command)
{
    // The keychain of whoever runs the test is left alone.
    return runProgram("/bin/sh",
        {"-c", "cd '" + directory + "' && DBUS_SESSION_BUS_ADDRESS=disabled: " + command});
}

/// `branchline-hq serve` over TLS, with a certificate that no system trusts.
class TlsHq {
public:
    TlsHq()
    {
        const auto made = inDirectory(m_directory.path(),
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
            "-subj /CN=hq -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out cert.pem");
        INFO(made.err);
        REQUIRE(made.status == 0);
        REQUIRE(runProgram(BRANCHLINE_HQ, {"init", "--data", data()}).status == 0);
        m_program = std::make_unique<RunningProgram>(BRANCHLINE_HQ,
            std::vector<std::string>{"serve", "--data", data(), "--listen", "127.0.0.1:0",
                "--tls-cert", file("cert.pem"), "--tls-key", file("key.pem"), "--language", "en"});
        const auto line = m_program->readLine();
        REQUIRE(line);
        url = line->substr(line->rfind(' ') + 1);
    }
    ~TlsHq()
    {
        m_program->signal(SIGTERM);
        (void)m_program->wait();
    }
    TlsHq(const TlsHq&) = delete;
    TlsHq& operator=(const TlsHq&) = delete;

    std::string path() const { return m_directory.path(); }
    std::string file(const std::string& name) const { return m_directory.file(name); }
    std::string data() const { return m_directory.file("hq"); }

    std::string code() const
    {
        auto out = runProgram(BRANCHLINE_HQ, {"enrol", "--data", data(), "--store", "S01"}).out;
        out.pop_back();
        return out.substr(out.rfind(' ') + 1);
    }

    std::string url;

private:
    TempDirectory m_directory;
    std::unique_ptr<RunningProgram> m_program;
};

}  // namespace

TEST_CASE(
    "The certificates that a register enrolled with are those it goes on with", "[e2e][enrolment]")
{
    const TlsHq hq;
    const auto enrol = [&](const std::string& address, const std::string& options) {
        return inDirectory(hq.path(),
            BRANCHLINECTL " --language en --data till enrol --hq '" + address + "' --code "
                + hq.code() + options);
    };
    const auto untrusted = enrol(hq.url, "");
    CHECK(untrusted.status == 1);
    CHECK(untrusted.err.find("--ca") != std::string::npos);
    const auto elsewhere = enrol(hq.url + "/foo", " --ca cert.pem");
    CHECK(elsewhere.status == 1);
    CHECK(elsewhere.err.find("/foo") != std::string::npos);

    const auto enrolled = enrol(hq.url, " --ca cert.pem");
    INFO(enrolled.err);
    REQUIRE(enrolled.status == 0);
    const auto synced =
        inDirectory("/", BRANCHLINECTL " --data '" + hq.file("till") + "' sync --until-done");
    INFO(synced.err);
    CHECK(synced.status == 0);
}

TEST_CASE("A template changed at HQ arrives at registers, and a store's own comes before it",
    "[e2e][templates]")
{
    const TlsHq hq;
    REQUIRE(inDirectory(hq.path(),
                BRANCHLINECTL " --data till enrol --hq '" + hq.url + "' --code " + hq.code()
                    + " --ca cert.pem")
                .status
        == 0);
    const auto sync = [&] {
        return inDirectory("/", BRANCHLINECTL " --data '" + hq.file("till") + "' sync --until-done")
            .status;
    };
    const auto apply = [&](const std::string& templates) {
        std::ofstream(hq.file("chain.json")) << R"({"templates":[)" << templates << "]}";
        const auto applied =
            runProgram(BRANCHLINE_HQ, {"apply", "--data", hq.data(), hq.file("chain.json")});
        INFO(applied.err);
        REQUIRE(applied.status == 0);
        REQUIRE(sync() == 0);
    };
    const auto chain = [](int lines) {
        return R"({"name":"小票","receipt":{"blocks":[{"type":"marks"},{"type":"space","lines":)"
            + std::to_string(lines) + "}]}}";
    };
    const auto spaced = [](int lines) {
        return receipts::ReceiptTemplate{
            receipts::Languages::Program, {receipts::MarksBlock{}, receipts::SpaceBlock{lines}}};
    };
    const auto inUse = [&] {
        RegisterFixture till(hq.file("till/branchline.db"));
        const auto site = must(storage::SiteStore(*till.database).load());
        return must(storage::TemplateStore(*till.database).receiptInUse(site.store));
    };
    apply(chain(1));
    CHECK(inUse() == spaced(1));
    apply(chain(2));
    CHECK(inUse() == spaced(2));

    Uuid own;
    {
        RegisterFixture till(hq.file("till/branchline.db"));
        const auto owner =
            must(storage::EntityStore(*till.database)
                     .findBy(journal::EntityKind::User, "login", std::string("owner")));
        REQUIRE(owner);
        services::TemplateService service(*till.context);
        const staff::Actor by(UserId{owner->id});
        own = must(service.save(std::nullopt, storage::TemplatePurpose::Receipt, "Ours",
            receipts::writeTemplate(spaced(5)), by));
        must(service.use(own, by));
    }
    // HQ has the store's template now, and changes its own; the store's stays.
    apply(chain(3));
    CHECK(inUse() == spaced(5));
    {
        RegisterFixture till(hq.file("till/branchline.db"));
        const auto owner =
            must(storage::EntityStore(*till.database)
                     .findBy(journal::EntityKind::User, "login", std::string("owner")));
        must(services::TemplateService(*till.context).remove(own, UserId{owner->id}));
    }
    REQUIRE(sync() == 0);
    CHECK(inUse() == spaced(3));
    apply(R"({"name":"小票","active":false})");
    CHECK_FALSE(inUse());
}

}  // namespace bl::test
