#include "core/base/json.h"
#include "sync/protocol/gzip.h"
#include "tests/support/catch.h"
#include "tests/sync/http_fixture.h"

using namespace bl;
using test::RawClient;
using test::TestHq;

namespace {

const std::string kHost = "Host: hq\r\n";

std::string postHead(const std::string& path, std::size_t length, const std::string& fields = {})
{
    return "POST " + path + " HTTP/1.1\r\n" + kHost + fields
        + "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

/// The one answer to these bytes, after which the server must close.
test::RawAnswer lastAnswer(TestHq& hq, const std::string& bytes)
{
    RawClient client(hq.server->port());
    client.send(bytes);
    const auto answer = client.receive();
    REQUIRE(answer.status != 0);
    CHECK(answer.fields.at("connection") == "close");
    client.endSending();
    CHECK(client.atEnd());
    return answer;
}

}  // namespace

TEST_CASE("One connection carries one request after the other", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    for (int i = 0; i < 3; ++i) {
        REQUIRE(client.send("GET /hello HTTP/1.1\r\n" + kHost + "\r\n"));
        const auto answer = client.receive();
        REQUIRE(answer.status != 0);
        CHECK(answer.status == 200);
        CHECK(answer.body == "hello");
        CHECK(answer.fields.count("connection") == 0);
        CHECK(answer.fields.at("date").ends_with(" GMT"));
    }
    CHECK(hq.server->connections() == 1);
}

TEST_CASE(
    "Requests sent in one go are answered in order, even when the first is held", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send("GET /hold HTTP/1.1\r\n" + kHost + "\r\n" + postHead("/echo", 3) + "abc"
        + "GET /hello HTTP/1.1\r\n" + kHost + "\r\n"));
    REQUIRE(hq.handler.waitUntilHeld(1));
    CHECK(hq.handler.handled() == 1);

    hq.handler.release();

    CHECK(client.receive().body == "released");
    CHECK(client.receive().body == "abc");
    CHECK(client.receive().body == "hello");
}

TEST_CASE("A request may come byte by byte", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    for (const char byte : "\r\n" + postHead("/echo", 5) + "bytes")
        REQUIRE(client.send(std::string_view(&byte, 1)));
    CHECK(client.receive().body == "bytes");
}

TEST_CASE("A body in chunks is put together", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send("POST /echo HTTP/1.1\r\n" + kHost
        + "Transfer-Encoding: chunked\r\n\r\n"
          "3\r\nabc\r\n4;name=value\r\ndefg\r\n0\r\nTrailer: x\r\n\r\n"));
    CHECK(client.receive().body == "abcdefg");
    REQUIRE(client.send("GET /hello HTTP/1.1\r\n" + kHost + "\r\n"));
    CHECK(client.receive().body == "hello");
}

TEST_CASE("A client of HTTP/1.0 gets its answer and the end of the connection", "[sync][http]")
{
    TestHq hq;
    CHECK(lastAnswer(hq, "GET /hello HTTP/1.0\r\n\r\n").body == "hello");
}

TEST_CASE(
    "A script that closes its sending side after the request still gets the answer", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send("GET /hello HTTP/1.1\r\n" + kHost + "\r\n"));
    client.endSending();
    CHECK(client.receive().body == "hello");
    CHECK(client.atEnd());
}

TEST_CASE("HEAD tells the length and sends no body", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send(
        "HEAD /hello HTTP/1.1\r\n" + kHost + "\r\n" + "GET /hello HTTP/1.1\r\n" + kHost + "\r\n"));
    CHECK(client.receive(RawClient::Body::Bodyless).fields.at("content-length") == "5");
    CHECK(client.receive().body == "hello");
}

TEST_CASE(
    "What is no proper request gets a problem document and the connection's end", "[sync][http]")
{
    TestHq hq;
    const auto [bytes, status] = GENERATE(table<std::string, int>({
        {"\x16\x03\x01\x02", 400},
        {"GET\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\n" + kHost + "\n", 400},
        {"GET /hello HTTP/2.0\r\n" + kHost + "\r\n", 400},
        {"GET /hello HTTP/1.1\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\n" + kHost + kHost + "\r\n", 400},
        {"GET hello HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"GET /hello HTTP/1.1\r\n" + kHost + "No colon\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            400},
        {"POST /echo HTTP/1.1\r\n" + kHost + "Content-Length: -3\r\n\r\nabc", 400},
        {"POST /echo HTTP/1.1\r\n" + kHost
                + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400},
        {"POST /echo HTTP/1.1\r\n" + kHost + "Transfer-Encoding: gzip\r\n\r\nabc", 501},
        {"POST /echo HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        {"POST /echo HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n1;"
                + std::string(40'000, 'x'),
            400},
        {"GET /hello HTTP/1.1\r\n" + kHost + "Large: " + std::string(17'000, 'x') + "\r\n\r\n",
            431},
        {"GET /" + std::string(40'000, 'x'), 431},
        {postHead("/echo", 3, "Expect: wonders\r\n") + "abc", 417},
        {postHead("/echo", 3, "Content-Encoding: br\r\n") + "abc", 415},
        {postHead("/echo", 3, "Content-Encoding: gzip\r\nContent-Encoding: br\r\n") + "abc", 415},
        {postHead("/echo", 7, "Content-Encoding: gzip\r\n") + "no gzip", 400},
    }));
    CAPTURE(bytes.substr(0, 200));

    const auto answer = lastAnswer(hq, bytes);

    CHECK(answer.status == status);
    CHECK(answer.fields.at("content-type") == "application/problem+json");
    const auto document = parseJson(answer.body);
    REQUIRE(document);
    CHECK((*document)["status"] == status);
    CHECK((*document)["retryable"] == false);
    for (const char* key : {"type", "title", "detail", "code"})
        CHECK((*document)[key].is_string());
    CHECK(hq.handler.handled() == 0);
}

TEST_CASE("A body above the limit is refused before it is read", "[sync][http]")
{
    TestHq hq;
    CHECK(lastAnswer(hq, postHead("/echo", test::kEchoLimit + 1)).status == 413);
    CHECK(hq.handler.handled() == 0);
}

TEST_CASE("A client that goes on sending too large a body still reads the refusal", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    client.send(postHead("/echo", 8'000'000) + std::string(8'000'000, 'x'));
    CHECK(client.receive().status == 413);
}

TEST_CASE("Chunks above the limit are refused while they come", "[sync][http]")
{
    TestHq hq;
    std::string body;
    for (int i = 0; i < 70; ++i)
        body += "400\r\n" + std::string(1024, 'x') + "\r\n";
    CHECK(lastAnswer(
              hq, "POST /echo HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n" + body)
              .status
        == 413);
}

TEST_CASE("A packed body may unpack to the limit and not to a byte more", "[sync][http]")
{
    TestHq hq;
    const std::string most = sync::gzipped(std::string(test::kEchoLimit, 'x'));
    RawClient client(hq.server->port());
    REQUIRE(client.send(postHead("/echo", most.size(), "Content-Encoding: gzip\r\n") + most));
    CHECK(client.receive().body.size() == test::kEchoLimit);

    const std::string bomb = sync::gzipped(std::string(50'000'000, '0'), 9);
    REQUIRE(bomb.size() < test::kEchoLimit);
    CHECK(lastAnswer(hq, postHead("/echo", bomb.size(), "Content-Encoding: gzip\r\n") + bomb).status
        == 413);

    const std::string more = sync::gzipped(std::string(test::kEchoLimit + 1, 'x'));
    CHECK(lastAnswer(hq, postHead("/echo", more.size(), "Content-Encoding: gzip\r\n") + more).status
        == 413);
}

TEST_CASE(
    "A client that asks first is told to go on, or is refused before it sends", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send(postHead("/echo", 3, "Expect: 100-continue\r\n")));
    CHECK(client.receive(RawClient::Body::Bodyless).status == 100);
    REQUIRE(client.send("abc"));
    CHECK(client.receive().body == "abc");

    CHECK(lastAnswer(hq, postHead("/echo", 1'000'000, "Expect: 100-continue\r\n")).status == 413);
}

TEST_CASE("Answers of 1 KiB and more are packed for clients that take it", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    const auto ask = [&](const std::string& bytes, const std::string& accept) {
        REQUIRE(client.send("GET /zeros?bytes=" + bytes + " HTTP/1.1\r\n" + kHost
            + "Accept-Encoding: " + accept + "\r\n\r\n"));
        return client.receive();
    };
    const auto packed = ask("1024", "deflate, gzip;q=0.5");
    CHECK(packed.fields.at("content-encoding") == "gzip");
    CHECK(*test::gunzipped(packed.body, 2000) == std::string(1024, '0'));
    CHECK(ask("1023", "gzip").body.size() == 1023);
    CHECK(ask("1024", "gzip;q=0").body.size() == 1024);
    CHECK(ask("1024", "br").body.size() == 1024);
}

TEST_CASE("A handler that drops or breaks a request still gives an answer", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    for (const std::string path : {"/forget", "/throw"}) {
        REQUIRE(client.send("GET " + path + " HTTP/1.1\r\n" + kHost + "\r\n"));
        CHECK(client.receive().status == 500);
    }
}

TEST_CASE("The access log tells what happened and never a query", "[sync][http]")
{
    TestHq hq;
    RawClient client(hq.server->port());
    REQUIRE(client.send(
        postHead("/echo?token=secret", 4, "Authorization: Bearer secret\r\n") + "body"));
    REQUIRE(client.receive().status != 0);
    REQUIRE(client.send("nonsense\r\n\r\n"));
    REQUIRE(client.receive().status != 0);
    REQUIRE(test::eventually([&] {
        const std::lock_guard lock(hq.logMutex);
        return hq.log.size() == 2;
    }));

    const std::lock_guard lock(hq.logMutex);
    CHECK(hq.log[0].method == "POST");
    CHECK(hq.log[0].path == "/echo");
    CHECK(hq.log[0].peer == "127.0.0.1");
    CHECK(hq.log[0].status == 200);
    CHECK(hq.log[0].bytesIn == 4);
    CHECK(hq.log[0].bytesOut > 4);
    CHECK(hq.log[1].path == "-");
    CHECK(hq.log[1].status == 400);
}
