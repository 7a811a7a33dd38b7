#include "sync/http/curl_transport.h"
#include "tests/support/catch.h"
#include "tests/support/certificate.h"
#include "tests/sync/http_fixture.h"

#include <openssl/ssl.h>

#include <future>

using namespace bl;
using test::Answers;
using test::Certificate;
using test::TestHq;

namespace {

constexpr std::chrono::milliseconds kTimeout{20'000};

sync::HttpServerOptions serverOptions(const Certificate& certificate)
{
    sync::HttpServerOptions options;
    options.tlsCertFile = certificate.cert();
    options.tlsKeyFile = certificate.key();
    return options;
}

std::unique_ptr<sync::CurlTransport> transportTo(
    const TestHq& hq, Executor& executor, const std::string& caFile)
{
    sync::CurlTransportOptions options;
    options.caFile = caFile;
    auto created = sync::CurlTransport::create(hq.url("https"), executor, std::move(options));
    REQUIRE(created);
    return *std::move(created);
}

}  // namespace

TEST_CASE("A register that trusts HQ's certificate talks to it over TLS", "[sync][http][tls]")
{
    const Certificate certificate("127.0.0.1");
    TestHq hq(serverOptions(certificate));
    ThreadExecutor executor;
    const auto transport = transportTo(hq, executor, certificate.cert());
    const std::string body = test::noise(3'000'000);
    for (int i = 0; i < 3; ++i) {
        Answers answers;
        transport->send(test::post("/large", body), kTimeout, answers.expect("it"));
        const auto answer = answers.wait("it");
        REQUIRE(answer);
        CHECK(answer->body == body);
    }
    CHECK(hq.server->connections() == 1);

    Answers answers;
    transport->send(test::post("/echo", body), kTimeout, answers.expect("too large"));
    const auto refused = answers.wait("too large");
    REQUIRE(refused);
    CHECK(refused->status == 413);
}

TEST_CASE("A certificate that is unknown or another machine's is not accepted", "[sync][http][tls]")
{
    const Certificate own("127.0.0.1");
    const Certificate other("127.0.0.2");
    ThreadExecutor executor;
    const auto check = [&](const Certificate& shown, const std::string& trusted,
                           const std::string& reason = "certificate") {
        TestHq hq(serverOptions(shown));
        const auto transport = transportTo(hq, executor, trusted);
        Answers answers;
        transport->send(test::get("/hello"), kTimeout, answers.expect("it"));
        const auto answer = answers.wait("it");
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::NetworkFailed);
        REQUIRE(answer.error().detail.size() == 3);
        CHECK(answer.error().detail[2] == reason);
        CHECK(hq.handler.handled() == 0);
    };
    check(own, "");
    check(own, other.cert());
    check(other, other.cert());
    check(own, "/no/such/file.pem", "ca-file");
}

TEST_CASE("HQ speaks no TLS older than 1.2", "[sync][http][tls]")
{
    const Certificate certificate("127.0.0.1");
    TestHq hq(serverOptions(certificate));
    const auto connects = [&](int version) {
        const std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context(
            SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
        SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
        SSL_CTX_set_min_proto_version(context.get(), version);
        SSL_CTX_set_max_proto_version(context.get(), version);
        const std::unique_ptr<BIO, void (*)(BIO*)> connection(
            BIO_new_ssl_connect(context.get()), BIO_free_all);
        BIO_set_conn_hostname(connection.get(), hq.url().substr(7).c_str());
        return BIO_do_handshake(connection.get()) == 1;
    };
    CHECK_FALSE(connects(TLS1_1_VERSION));
    CHECK(connects(TLS1_2_VERSION));
    CHECK(connects(TLS1_3_VERSION));
}

TEST_CASE(
    "Files that hold no certificate or another one's key are refused by name", "[sync][http][tls]")
{
    const Certificate certificate("127.0.0.1");
    const Certificate other("127.0.0.2");
    test::TestHandler handler;
    for (const auto file :
        {&sync::HttpServerOptions::tlsCertFile, &sync::HttpServerOptions::tlsKeyFile}) {
        for (const std::string& wrong : {std::string("/nowhere.pem"), std::string(), other.key()}) {
            auto options = serverOptions(certificate);
            options.*file = wrong;

            const auto server = sync::HttpServer::create(options, handler);

            REQUIRE_FALSE(server);
            CHECK(server.error().code == ErrorCode::UnreadableFile);
        }
    }
}

TEST_CASE("Held requests over TLS are answered at a drain, and clients that hang up are noticed",
    "[sync][http][tls]")
{
    const Certificate certificate("127.0.0.1");
    TestHq hq(serverOptions(certificate));
    ThreadExecutor executor;
    auto transport = transportTo(hq, executor, certificate.cert());
    auto leaving = transportTo(hq, executor, certificate.cert());
    Answers answers;
    for (int i = 0; i < 20; ++i)
        transport->send(test::get("/hold"), kTimeout, answers.expect(std::to_string(i)));
    leaving->send(test::get("/hold"), kTimeout, answers.expect("leaving"));
    REQUIRE(hq.handler.waitUntilHeld(21));
    leaving.reset();
    CHECK(test::eventually([&] { return hq.server->connections() == 20; }));

    hq.server->drain(std::chrono::seconds{20});

    for (int i = 0; i < 20; ++i) {
        const auto answer = answers.wait(std::to_string(i));
        REQUIRE(answer);
        CHECK(answer->body == "released");
    }
}

TEST_CASE("A client that speaks no TLS to a TLS port is turned away", "[sync][http][tls]")
{
    const Certificate certificate("127.0.0.1");
    TestHq hq(serverOptions(certificate));
    test::RawClient client(hq.server->port());
    client.send("GET /hello HTTP/1.1\r\nHost: hq\r\n\r\n");
    CHECK(client.receive().status == 0);
    CHECK(hq.handler.handled() == 0);
}
