#include "sync/http/curl_transport.h"
#include "sync/protocol/gzip.h"
#include "tests/support/catch.h"
#include "tests/sync/http_fixture.h"

using namespace bl;
using test::Answers;
using test::get;
using test::post;
using test::TestHq;

namespace {

constexpr std::chrono::milliseconds kTimeout{20'000};

std::unique_ptr<sync::CurlTransport> transportTo(
    const std::string& url, Executor& executor, sync::CurlTransportOptions options = {})
{
    auto created = sync::CurlTransport::create(url, executor, std::move(options));
    REQUIRE(created);
    return *std::move(created);
}

}  // namespace

TEST_CASE("A register's request reaches HQ and HQ's answer reaches the register", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url() + "/", executor);
    Answers answers;
    auto request = post("/echo?first=101", "three lines");
    request.headers.add("Authorization", "Bearer token");
    request.headers.add("Content-Type", "application/x-ndjson");
    transport->send(request, kTimeout, answers.expect("push"));

    const auto answer = answers.wait("push");

    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == "three lines");
    CHECK(answer->headers.find("content-type") == "text/plain");
    const auto seen = hq.handler.seen();
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].target == "/echo?first=101");
    CHECK(seen[0].headers.find("Authorization") == "Bearer token");
    CHECK(seen[0].headers.find("Content-Type") == "application/x-ndjson");
}

TEST_CASE("Every method arrives as it was meant", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    for (const std::string method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
        CAPTURE(method);
        Answers answers;
        transport->send({method, "/echo", {}, {}}, kTimeout, answers.expect("it"));
        REQUIRE(answers.wait("it"));
        CHECK(hq.handler.seen().back().method == method);
        CHECK(hq.handler.seen().back().headers.find("Content-Type").empty());
    }
    Answers answers;
    transport->send({"PUT", "/echo", {}, "a body"}, kTimeout, answers.expect("put"));
    CHECK(answers.wait("put")->body == "a body");
}

TEST_CASE("Large bodies travel packed both ways and arrive whole", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    // Beyond 1 MiB libcurl asks with "Expect: 100-continue".
    const std::string body =
        GENERATE(std::string(3'000'000, 'x'), test::noise(3'000'000), std::string(1024, 'x'));
    Answers answers;
    transport->send(post("/large", body), kTimeout, answers.expect("large"));

    const auto answer = answers.wait("large");

    REQUIRE(answer);
    CHECK(answer->body == body);
    CHECK(answer->headers.find("Content-Encoding").empty());
    REQUIRE(test::eventually([&] {
        const std::lock_guard lock(hq.logMutex);
        return hq.log.size() == 1;
    }));
    const std::lock_guard lock(hq.logMutex);
    if (body[0] == 'x' && body[1] == 'x') {
        CHECK(hq.log[0].bytesIn < body.size() / 10);
        CHECK(hq.log[0].bytesOut < body.size());
    }
}

TEST_CASE("A refusal of a body that is too large reaches the register", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    const std::string body =
        GENERATE(std::string(5'000'000, 'x'), test::noise(100'000), test::noise(5'000'000));
    Answers answers;
    transport->send(post("/echo", body), kTimeout, answers.expect("large"));

    const auto answer = answers.wait("large");

    REQUIRE(answer);
    CHECK(answer->status == 413);
    CHECK(answer->body.find("\"code\":\"too-large\"") != std::string::npos);
}

TEST_CASE("Hundreds of requests run side by side", "[sync][http]")
{
    constexpr std::size_t kRequests = 300;
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    Answers answers;
    for (std::size_t i = 0; i < kRequests; ++i)
        transport->send(get("/hold"), kTimeout, answers.expect(std::to_string(i)));
    REQUIRE(hq.handler.waitUntilHeld(kRequests));
    CHECK(answers.count() == 0);

    hq.handler.release();

    for (std::size_t i = 0; i < kRequests; ++i) {
        const auto answer = answers.wait(std::to_string(i));
        REQUIRE(answer);
        CHECK(answer->body == "released");
    }
}

TEST_CASE("One request after the other keeps to one connection", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    for (int i = 0; i < 5; ++i) {
        Answers answers;
        transport->send(get("/hello"), kTimeout, answers.expect("it"));
        REQUIRE(answers.wait("it"));
    }
    CHECK(hq.server->connections() == 1);
}

TEST_CASE("A cancelled request never calls back, and HQ sees the client go", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    Answers answers;
    const auto held = transport->send(get("/hold"), kTimeout, answers.expect("held"));
    REQUIRE(hq.handler.waitUntilHeld(1));

    transport->cancel(held);

    CHECK(test::eventually([&] { return hq.server->connections() == 0; }));
    hq.handler.release();
    transport->send(get("/hello"), kTimeout, answers.expect("next"));
    REQUIRE(answers.wait("next"));
    CHECK(answers.count() == 1);
    transport->cancel(held);  // twice does no harm
}

TEST_CASE("A transport that goes away takes its requests with it", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    auto transport = transportTo(hq.url(), executor);
    Answers answers;
    for (int i = 0; i < 10; ++i)
        transport->send(get("/hold"), kTimeout, answers.expect(std::to_string(i)));
    REQUIRE(hq.handler.waitUntilHeld(10));

    transport.reset();

    CHECK(test::eventually([&] { return hq.server->connections() == 0; }));
    CHECK(answers.count() == 0);
}

TEST_CASE("Where no whole answer comes, the error names the host and the reason", "[sync][http]")
{
    auto hq = std::make_unique<TestHq>();
    ThreadExecutor executor;
    sync::CurlTransportOptions options;
    options.maxAnswerBytes = 100'000;
    const auto transport = transportTo(hq->url(), executor, options);
    const std::string host = hq->url().substr(7);
    Answers answers;

    SECTION("nobody listens") {
        hq.reset();
        transport->send(get("/hello"), kTimeout, answers.expect("it"));
    }
    SECTION("the answer takes too long") {
        transport->send(get("/hold"), std::chrono::milliseconds{200}, answers.expect("it"));
    }
    SECTION("the answer unpacks to more than is allowed") {
        transport->send(get("/zeros?bytes=100001"), kTimeout, answers.expect("it"));
    }
    SECTION("the connection is cut") {
        hq->handler.stubborn = true;
        transport->send(get("/hold"), kTimeout, answers.expect("it"));
        REQUIRE(hq->handler.waitUntilHeld(1));
        hq->server->drain(std::chrono::milliseconds{0});
    }

    const auto answer = answers.wait("it");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::NetworkFailed);
    REQUIRE(answer.error().detail.size() == 2);
    CHECK(answer.error().detail[0] == host);
    CHECK_FALSE(answer.error().detail[1].empty());
}

TEST_CASE("A redirect is an answer, not a journey", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    Answers answers;
    transport->send(get("/move"), kTimeout, answers.expect("it"));
    CHECK(answers.wait("it")->status == 303);
    CHECK(hq.handler.handled() == 1);
}

TEST_CASE("A request that is no HTTP is refused and not sent", "[sync][http]")
{
    TestHq hq;
    ThreadExecutor executor;
    const auto transport = transportTo(hq.url(), executor);
    auto request = get("/hello");
    SECTION("a line break in a field") {
        request.headers.add("Authorization", "Bearer x\r\nEvil: y");
    }
    SECTION("a target without a slash") {
        request.target = "@elsewhere.example/";
    }
    SECTION("a space in the target") {
        request.target = "/hello HTTP/1.1";
    }
    Answers answers;
    transport->send(request, kTimeout, answers.expect("it"));
    const auto answer = answers.wait("it");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::InvalidArgument);
    CHECK(hq.handler.handled() == 0);
}

TEST_CASE("Only a clean http or https address is HQ's address", "[sync][http]")
{
    ThreadExecutor executor;
    for (const char* good : {"http://127.0.0.1:8080", "https://hq.example",
             "https://hq.example:8443/branchline/", "http://[::1]:8080", " https://hq.example "}) {
        CAPTURE(good);
        CHECK(sync::CurlTransport::create(good, executor).ok());
    }
    for (const char* bad : {"", "hq.example", "ftp://hq.example", "file:///etc/passwd", "https://",
             "https://hq.example:99999", "https://hq.example:0", "https://hq.example/?a=b",
             "https://hq.example/#a", "https://hq example"}) {
        CAPTURE(bad);
        const auto refused = sync::CurlTransport::create(bad, executor);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidAddress);
    }
    const auto secret = sync::CurlTransport::create("https://user:secret@hq.example", executor);
    REQUIRE_FALSE(secret);
    CHECK(describe(secret.error()).find("secret") == std::string::npos);
    CHECK(secret.error().detail == std::vector<std::string>{"hq.example", "user"});
}
