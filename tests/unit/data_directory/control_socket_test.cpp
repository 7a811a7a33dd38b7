#include "app/platform/control_socket.h"
#include "tests/support/catch.h"
#include "tests/unit/data_directory/scratch_directory.h"

#include <cstring>
#include <future>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace bl::test {

using platform::callControl;
using platform::ControlServer;

namespace {

constexpr std::chrono::seconds kPatience{30};

Result<Json> echo(const std::string& command, const Json& arguments)
{
    if (command == "fail")
        return Error{ErrorCode::UnknownStore, {"S99"}};
    Json answer;
    answer["command"] = command;
    answer["arguments"] = arguments;
    return answer;
}

Json text(const char* key, const std::string& value)
{
    Json json;
    json[key] = value;
    return json;
}

}  // namespace

TEST_CASE("A command is answered by the program that owns the directory")
{
    const ScratchDirectory scratch;
    const auto server = ControlServer::start(scratch.path(), echo);
    REQUIRE(server);
    const auto answer =
        callControl(scratch.path(), "enrol", text("store", "人民路店\n"), kPatience);
    REQUIRE(answer);
    CHECK((*answer)["command"] == "enrol");
    CHECK((*answer)["arguments"]["store"] == "人民路店\n");

    const auto refused = callControl(scratch.path(), "fail", Json::object(), kPatience);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{ErrorCode::UnknownStore, {"S99"}});
}

TEST_CASE("A command may be long")
{
    const ScratchDirectory scratch;
    const auto server = ControlServer::start(scratch.path(), echo);
    REQUIRE(server);
    const std::string longText(8'000'000, 'x');
    const auto answer = callControl(scratch.path(), "apply", text("text", longText), kPatience);
    REQUIRE(answer);
    CHECK((*answer)["arguments"]["text"] == longText);
}

TEST_CASE("Only the owner may use the socket")
{
    const ScratchDirectory scratch;
    const auto server = ControlServer::start(scratch.path(), echo);
    REQUIRE(server);
    struct stat info {};
    REQUIRE(::stat((scratch / "control.sock").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("Where nobody listens, that is told, also when a socket was left behind")
{
    const ScratchDirectory scratch;
    CHECK(callControl(scratch.path(), "enrol", Json::object(), kPatience).error().code
        == ErrorCode::NotFound);
    const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (scratch / "control.sock").c_str(), sizeof address.sun_path - 1);
    REQUIRE(::bind(left, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    ::close(left);
    CHECK(callControl(scratch.path(), "enrol", Json::object(), kPatience).error().code
        == ErrorCode::NotFound);

    REQUIRE(ControlServer::start(scratch.path(), echo));
    // The server above has gone again.
    CHECK_FALSE(std::filesystem::exists(scratch / "control.sock"));
}

TEST_CASE("A directory with a name longer than socket addresses can be has its socket too")
{
    const ScratchDirectory scratch;
    const std::string longName = scratch / std::string(200, 'd');
    std::filesystem::create_directory(longName);
    const auto server = ControlServer::start(longName, echo);
    REQUIRE(server);
    CHECK(callControl(longName, "enrol", Json::object(), kPatience));
}

TEST_CASE("What is no command is answered with an error, and the next one is served")
{
    const ScratchDirectory scratch;
    const auto server = ControlServer::start(scratch.path(), echo);
    REQUIRE(server);
    const auto refused = callControl(scratch.path(), "enrol", Json("no object"), kPatience);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InvalidJson);
    CHECK(callControl(scratch.path(), "enrol", Json::object(), kPatience));
}

TEST_CASE("An answer that does not come in time is given up")
{
    const ScratchDirectory scratch;
    std::promise<void> goOn;
    auto wait = goOn.get_future().share();
    const auto server = ControlServer::start(
        scratch.path(), [wait](const std::string&, const Json&) -> Result<Json> {
            wait.wait();
            return Json::object();
        });
    REQUIRE(server);
    const auto answer =
        callControl(scratch.path(), "enrol", Json::object(), std::chrono::milliseconds(50));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::NetworkFailed);
    goOn.set_value();
}

TEST_CASE("A command that runs is answered when the server ends")
{
    const ScratchDirectory scratch;
    std::promise<void> started;
    std::promise<void> goOn;
    auto server =
        ControlServer::start(scratch.path(), [&](const std::string&, const Json&) -> Result<Json> {
            started.set_value();
            goOn.get_future().wait();
            return text("done", "yes");
        });
    REQUIRE(server);
    auto answer = std::async(std::launch::async,
        [&] { return callControl(scratch.path(), "enrol", Json::object(), kPatience); });
    started.get_future().wait();
    auto ending = std::async(std::launch::async, [&] { server->reset(); });
    goOn.set_value();
    const auto got = answer.get();
    REQUIRE(got);
    CHECK((*got)["done"] == "yes");
    ending.get();
}

}  // namespace bl::test
