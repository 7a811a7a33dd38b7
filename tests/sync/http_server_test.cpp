#include "tests/support/catch.h"
#include "tests/sync/http_fixture.h"

#include <future>

using namespace bl;
using test::RawClient;
using test::TestHq;

namespace {

const std::string kGetHello = "GET /hello HTTP/1.1\r\nHost: hq\r\n\r\n";
const std::string kGetHold = "GET /hold HTTP/1.1\r\nHost: hq\r\n\r\n";

ErrorCode refusalOf(sync::HttpServerOptions options)
{
    test::TestHandler handler;
    const auto server = sync::HttpServer::create(std::move(options), handler);
    REQUIRE_FALSE(server);
    return server.error().code;
}

}  // namespace

TEST_CASE(
    "HQ does not listen beyond this machine without TLS, unless a proxy does it", "[sync][http]")
{
    sync::HttpServerOptions options;
    options.address = GENERATE("0.0.0.0", "::");
    CHECK(refusalOf(options) == ErrorCode::TlsRequired);

    if (options.address == "0.0.0.0") {
        options.behindProxy = sync::BehindProxy::Yes;
        TestHq hq(options);
        RawClient client(hq.server->port());
        REQUIRE(client.send("GET /peer HTTP/1.1\r\nHost: hq\r\nBranchline-Peer: 9.9.9.9\r\n"
                            "X-Forwarded-For: 6.6.6.6, 203.0.113.7\r\n\r\n"));
        CHECK(client.receive().body == "203.0.113.7");
    }
}

TEST_CASE("A client cannot say who it is", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send("GET /peer HTTP/1.1\r\nHost: hq\r\nbranchline-peer: "
                        "9.9.9.9\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n"));
    CHECK(client.receive().body == "127.0.0.1");
}

TEST_CASE(
    "A port in use, an address of another machine and no address are told apart", "[sync][http]")
{
    TestHq hq;
    sync::HttpServerOptions options;
    options.port = static_cast<std::uint16_t>(hq.server->port());
    CHECK(refusalOf(options) == ErrorCode::PortInUse);

    options.port = 0;
    options.address = "192.0.2.1";
    options.behindProxy = sync::BehindProxy::Yes;
    CHECK(refusalOf(options) == ErrorCode::ListenFailed);

    options.address = "nowhere in particular";
    CHECK(refusalOf(options) == ErrorCode::InvalidAddress);
}

TEST_CASE("A thousand held requests are all answered", "[sync][http]")
{
    constexpr std::size_t kClients = 1000;
    sync::HttpServerOptions options;
    options.ioThreads = GENERATE(1, 3);
    TestHq hq(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (std::size_t i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<RawClient>(hq.server->port()));
        REQUIRE(clients.back()->send(kGetHold));
    }
    REQUIRE(hq.handler.waitUntilHeld(kClients));
    CHECK(hq.server->connections() == kClients);

    hq.handler.release();

    std::size_t answered = 0;
    for (const auto& client : clients) {
        const auto answer = client->receive();
        answered += answer.body == "released" ? 1 : 0;
    }
    CHECK(answered == kClients);
}

TEST_CASE("A client that hangs up while its request is held is noticed", "[sync][http]")
{
    TestHq hq;
    {
        RawClient client(hq.server->port());
        REQUIRE(client.send(kGetHold));
        REQUIRE(hq.handler.waitUntilHeld(1));
    }
    CHECK(test::eventually([&] { return hq.server->connections() == 0; }));
    hq.handler.release();  // an answer that nobody waits for does no harm
    RawClient next(hq.server->port());
    REQUIRE(next.send(kGetHello));
    CHECK(next.receive().status == 200);
}

TEST_CASE("Clients that dawdle are let go", "[sync][http]")
{
    sync::HttpServerOptions options;
    options.headTimeout = std::chrono::milliseconds{200};
    options.bodyTimeout = std::chrono::milliseconds{200};
    options.idleTimeout = std::chrono::milliseconds{300};
    options.writeTimeout = std::chrono::milliseconds{300};
    TestHq hq(options);
    RawClient client(hq.server->port());

    SECTION("in the head") {
        REQUIRE(client.send("GET /hello HT"));
        CHECK(client.receive().status == 408);
    }
    SECTION("in the body") {
        REQUIRE(client.send("POST /echo HTTP/1.1\r\nHost: hq\r\nContent-Length: 9\r\n\r\nabc"));
        CHECK(client.receive().status == 408);
    }
    SECTION("without a first request") {
        CHECK(client.atEnd());
    }
    SECTION("between two requests") {
        REQUIRE(client.send(kGetHello));
        CHECK(client.receive().status == 200);
        CHECK(client.atEnd());
    }
    SECTION("when they do not read the answer") {
        REQUIRE(client.send("GET /zeros?bytes=50000000 HTTP/1.1\r\nHost: hq\r\n\r\n"));
        CHECK(test::eventually(
            [&] { return hq.handler.handled() == 1 && hq.server->connections() == 0; }));
    }
}

TEST_CASE("A held request outlives every timeout", "[sync][http]")
{
    sync::HttpServerOptions options;
    for (auto* timeout :
        {&options.headTimeout, &options.bodyTimeout, &options.idleTimeout, &options.writeTimeout})
        *timeout = std::chrono::milliseconds{100};
    TestHq hq(options);
    RawClient client(hq.server->port());
    REQUIRE(client.send(kGetHold));
    REQUIRE(hq.handler.waitUntilHeld(1));
    RawClient idle(hq.server->port());
    CHECK(idle.atEnd());  // so much time has passed

    hq.handler.release();

    CHECK(client.receive().body == "released");
}

TEST_CASE("A client too many is told so, and is welcome once there is room", "[sync][http]")
{
    sync::HttpServerOptions options;
    options.maxConnections = 2;
    TestHq hq(options);
    {
        RawClient first(hq.server->port());
        RawClient second(hq.server->port());
        for (RawClient* client : {&first, &second}) {
            REQUIRE(client->send(kGetHello));
            REQUIRE(client->receive().status != 0);
        }
        RawClient third(hq.server->port());
        REQUIRE(third.send(kGetHello));
        const auto answer = third.receive();
        CHECK(answer.status == 503);
        CHECK(answer.fields.count("retry-after") == 1);
        CHECK(answer.body.find("\"retryable\":true") != std::string::npos);
    }
    REQUIRE(test::eventually([&] { return hq.server->connections() == 0; }));
    RawClient later(hq.server->port());
    REQUIRE(later.send(kGetHello));
    CHECK(later.receive().status == 200);
}

TEST_CASE("A server that drains answers what is in flight and takes nothing new", "[sync][http]")
{
    sync::HttpServerOptions options;
    options.ioThreads = GENERATE(1, 3);
    TestHq hq(options);
    const int port = hq.server->port();
    RawClient idle(port);
    RawClient held(port);
    RawClient sending(port);
    REQUIRE(idle.send(kGetHello));
    REQUIRE(idle.receive().status != 0);
    REQUIRE(held.send(kGetHold));
    REQUIRE(sending.send(
        kGetHello + "POST /echo HTTP/1.1\r\nHost: hq\r\nContent-Length: 6\r\n\r\nabc"));
    REQUIRE(sending.receive().status != 0);
    REQUIRE(hq.handler.waitUntilHeld(1));

    auto drained =
        std::async(std::launch::async, [&] { hq.server->drain(std::chrono::seconds{20}); });

    const auto released = held.receive();
    REQUIRE(released.status == 200);
    CHECK(released.body == "released");
    CHECK(released.fields.at("connection") == "close");
    CHECK(idle.atEnd());
    CHECK(test::eventually([&] { return !RawClient(port).connected(); }));
    CHECK(drained.wait_for(std::chrono::seconds{0}) == std::future_status::timeout);
    REQUIRE(sending.send("def"));
    CHECK(sending.receive().body == "abcdef");
    for (RawClient* client : {&held, &sending})
        client->close();
    drained.get();
    CHECK(hq.server->connections() == 0);
}

TEST_CASE(
    "Patience ends: a request that is never answered is cut off, and its late answer does no harm",
    "[sync][http]")
{
    test::TestHandler handler;
    handler.stubborn = true;
    auto server = sync::HttpServer::create({}, handler);
    REQUIRE(server);
    RawClient client((*server)->port());
    REQUIRE(client.send(kGetHold));
    REQUIRE(handler.waitUntilHeld(1));

    (*server)->drain(std::chrono::milliseconds{50});

    CHECK(handler.isShuttingDown());
    CHECK(client.receive().status == 0);
    *server = nullptr;
    handler.release();
}
