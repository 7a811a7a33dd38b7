#include "core/base/json.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>

namespace bl::test {

namespace fs = std::filesystem;

namespace {

Ended hq(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--language", "en"});
    return runProgram(BRANCHLINE_HQ, arguments);
}

Json jsonOf(const std::string& text)
{
    auto parsed = parseJson(text);
    INFO(text);
    REQUIRE(parsed);
    return *parsed;
}

/// A directory with HQ's data.
class HqData {
public:
    explicit HqData(std::vector<std::string> options = {})
        : data(directory.file("hq"))
    {
        options.insert(options.begin(), {"init", "--data", data, "--json"});
        const auto ended = hq(options);
        INFO(ended.err);
        REQUIRE(ended.status == 0);
        printed = jsonOf(ended.out);
    }

    std::string write(const std::string& text) const
    {
        const auto file = directory.file("organisation.json");
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    TempDirectory directory;
    std::string data;
    Json printed;
};

/// `branchline-hq serve` on a port of its own.
class Serving {
public:
    explicit Serving(const std::string& data, std::vector<std::string> options = {})
    {
        options.insert(options.begin(),
            {"serve", "--data", data, "--listen", "127.0.0.1:0", "--language", "en"});
        m_program = std::make_unique<RunningProgram>(BRANCHLINE_HQ, options);
        const auto line = m_program->readLine();
        REQUIRE(line);
        const std::string head = "Listening on http://127.0.0.1:";
        REQUIRE(line->substr(0, head.size()) == head);
        port = static_cast<std::uint16_t>(std::stoi(line->substr(head.size())));
    }

    void signal(int number) const { m_program->signal(number); }
    int wait() { return m_program->wait(); }
    pid_t processId() const { return m_program->processId(); }

    std::uint16_t port = 0;

private:
    std::unique_ptr<RunningProgram> m_program;
};

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// Whether nobody takes connections at the port any more, within a minute.
bool stopsListening(std::uint16_t port)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    const auto address = loopback(port);
    while (std::chrono::steady_clock::now() < deadline) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const bool taken =
            ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(socket);
        if (!taken)
            return true;
    }
    return false;
}

/// One connection to the server, by hand.
class Client {
public:
    explicit Client(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const auto address = loopback(port);
        REQUIRE(
            ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { ::close(m_socket); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(const std::string& text) const
    {
        REQUIRE(::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL)
            == static_cast<ssize_t>(text.size()));
    }

    /// What the server sends, up to the mark or the end.
    std::string readUntil(const std::string& mark) const
    {
        std::string all;
        char byte = 0;
        while (!all.ends_with(mark) && ::recv(m_socket, &byte, 1, 0) == 1)
            all += byte;
        return all;
    }

private:
    int m_socket;
};

std::vector<std::string> filesIn(const std::string& directory)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(directory))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("init makes an organisation for its owner alone and prints the one-time PIN")
{
    const TempDirectory directory;
    const auto data = directory.file("new/hq");
    const auto ended =
        hq({"init", "--data", data, "--currency", "GBP", "--timezone", "Europe/London"});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    CHECK(ended.err.empty());
    const auto pin = ended.out.substr(ended.out.rfind(' ') + 1);
    CHECK(pin.size() == 7);
    CHECK(pin.find_first_not_of("0123456789\n") == std::string::npos);
    CHECK(ended.out.find("S01") != std::string::npos);

    CHECK(filesIn(data) == std::vector<std::string>{"hq.conf", "hq.db", "hq.db.lock", "lock"});
    CHECK((fs::status(data).permissions() & fs::perms::all) == fs::perms::owner_all);
    for (const auto& name : filesIn(data))
        CHECK((fs::status(fs::path(data) / name).permissions()
                  & (fs::perms::group_all | fs::perms::others_all))
            == fs::perms::none);
}

TEST_CASE("The demo organisation is applied by init, and applying a file twice changes nothing the "
          "second time")
{
    const HqData made({"--demo"});
    CHECK(made.printed["store"] == "S01");
    CHECK(made.printed["owner"]["pin"].get<std::string>().size() == 6);
    CHECK(made.printed["applied"]["product"]["created"] == 200);
    CHECK(made.printed["applied"]["member"]["created"] == 500);

    const auto file = made.write(R"({"products":[{"code":"6901234567892","price":4900}]})");
    const auto first = hq({"apply", "--data", made.data, file, "--json"});
    REQUIRE(first.status == 0);
    CHECK(jsonOf(first.out)["price"]["changed"] == 1);
    CHECK(jsonOf(first.out)["release"]["created"] == 1);
    const auto second = hq({"apply", "--data", made.data, file, "--json"});
    CHECK(second.status == 0);
    CHECK(second.out == "{}\n");
    CHECK(
        hq({"apply", "--data", made.data, file}).out == "Nothing differs; nothing was changed.\n");
}

TEST_CASE("A file that is wrong is refused with the place, and nothing of it is applied")
{
    const HqData made;
    const auto file = made.write(
        R"({"tiers":[{"code":"gold","name":"金卡"}],"members":[{"number":"1","tier":"gold"}]})");
    const auto refused = hq({"apply", "--data", made.data, file});
    CHECK(refused.status == 1);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("/members/0") != std::string::npos);
    const auto asJson = hq({"apply", "--data", made.data, file, "--json"});
    CHECK(jsonOf(asJson.err)["error"]["code"] == "invalid-organisation");
    CHECK(jsonOf(asJson.err)["error"]["detail"][0] == "/members/0");

    const auto tier = made.write(R"({"tiers":[{"code":"gold","name":"金卡"}]})");
    CHECK(jsonOf(hq({"apply", "--data", made.data, tier, "--json"}).out)["tier"]["created"] == 1);

    const auto missing = hq({"apply", "--data", made.data, made.directory.file("no-such-file")});
    CHECK(missing.status == 1);
    CHECK(missing.err.find("no-such-file") != std::string::npos);
}

TEST_CASE("init leaves a directory with an organisation as it is")
{
    const HqData made;
    const auto before = filesIn(made.data);
    const auto size = fs::file_size(made.data + "/hq.db");
    const auto again = hq({"init", "--data", made.data, "--json"});
    CHECK(again.status == 1);
    CHECK(jsonOf(again.err)["error"]["code"] == "data-directory-occupied");
    CHECK(filesIn(made.data) == before);
    CHECK(fs::file_size(made.data + "/hq.db") == size);
    CHECK(hq({"enrol", "--data", made.data, "--store", "S01"}).status == 0);
}

TEST_CASE("An init that fails leaves nothing behind")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    SECTION("an unknown currency") {
        CHECK(hq({"init", "--data", data, "--currency", "Gold"}).status == 1);
    }
    SECTION("an unknown time zone") {
        CHECK(hq({"init", "--data", data, "--timezone", "Mars/Olympus"}).status == 1);
    }
    SECTION("an engine that this version does not have; its password is not repeated") {
        const auto ended =
            hq({"init", "--data", data, "--database", "postgresql://hq:secret@db/hq"});
        CHECK(ended.status == 2);
        CHECK(ended.err.find("embedded database only") != std::string::npos);
        CHECK(ended.err.find("secret") == std::string::npos);
    }
    SECTION("a database that cannot be made") {
        const auto ended =
            hq({"init", "--data", data, "--database", "sqlite:no/such/directory/hq.db"});
        CHECK(ended.status == 1);
        CHECK_FALSE(ended.err.empty());
    }
    CHECK_FALSE(fs::exists(data));
}

TEST_CASE("What an init that was killed left behind does not stop the next one")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    fs::create_directory(data);
    std::ofstream(data + "/hq.db.new") << "half";
    std::ofstream(data + "/hq.db.new-wal") << "half";
    CHECK(hq({"init", "--data", data}).status == 0);
    CHECK(filesIn(data) == std::vector<std::string>{"hq.conf", "hq.db", "hq.db.lock", "lock"});
}

TEST_CASE("A path where no directory can be is told")
{
    const TempDirectory directory;
    const auto file = directory.file("file");
    std::ofstream(file) << "x";
    for (const auto& data : {file, file + "/below"}) {
        const auto ended = hq({"init", "--data", data, "--json"});
        CHECK(ended.status == 1);
        CHECK(jsonOf(ended.err)["error"]["code"] == "directory-not-writable");
    }
    const auto missing =
        hq({"enrol", "--data", directory.file("nothing"), "--store", "S01", "--json"});
    CHECK(missing.status == 1);
    CHECK(jsonOf(missing.err)["error"]["code"] == "data-directory-missing");
    CHECK_FALSE(fs::exists(directory.file("nothing")));
}

TEST_CASE("A database that is gone or empty is told, and no other takes its place")
{
    const HqData made;
    const auto file = made.data + "/hq.db";
    const bool emptied = GENERATE(false, true);
    if (emptied)
        fs::resize_file(file, 0);
    else
        fs::remove(file);
    for (const std::string command : {"serve", "enrol"}) {
        std::vector<std::string> arguments{command, "--data", made.data};
        if (command == "enrol")
            arguments.insert(arguments.end(), {"--store", "S01"});
        else
            arguments.insert(arguments.end(), {"--listen", "127.0.0.1:0"});
        const auto ended = hq(arguments);
        CHECK(ended.status == 1);
        CHECK(ended.err.find("There is no organisation in " + file) != std::string::npos);
        CHECK(ended.err.find("backup") != std::string::npos);
    }
    CHECK(fs::exists(file) == emptied);
    if (emptied)
        CHECK(fs::file_size(file) == 0);
}

TEST_CASE("An hq.conf that does not name the database is told with its line, and nothing is made")
{
    struct Case {
        const char* text;
        const char* complaint;
    };
    const auto wrong =
        GENERATE(Case{"", "no line database"}, Case{"# a note\n\ndatabase\n", "line 3, database"},
            Case{"databse = sqlite:hq.db\n", "line 1, databse"},
            Case{"database = sqlite:hq.db\ncolour = red\n", "line 2, colour"},
            Case{"database = sqlite:hq.db\ndatabase = sqlite:b.db\n", "line 2: a second"},
            Case{"database =\n", "line 1: nothing"});
    const HqData made({"--database", "sqlite:tables.db"});
    const auto before = filesIn(made.data);
    std::ofstream(made.data + "/hq.conf", std::ios::trunc) << wrong.text;
    const auto ended = hq({"enrol", "--data", made.data, "--store", "S01"});
    CHECK(ended.status == 1);
    CHECK(ended.err.find(made.data + "/hq.conf") != std::string::npos);
    CHECK(ended.err.find(wrong.complaint) != std::string::npos);
    CHECK(filesIn(made.data) == before);
}

TEST_CASE("Two data directories that name one database cannot use it at once, and the second is "
          "told who has it")
{
    const HqData made;
    const TempDirectory directory;
    const auto other = directory.file("other");
    fs::create_directory(other);
    const auto link = directory.file("link.db");
    fs::create_symlink(made.data + "/hq.db", link);
    const auto file = GENERATE(false, true) ? made.data + "/hq.db" : link;
    std::ofstream(other + "/hq.conf") << "database = sqlite:" << file << "\n";
    {
        Serving serving(made.data);
        const auto second = hq({"serve", "--data", other, "--listen", "127.0.0.1:0"});
        CHECK(second.status == 1);
        CHECK(second.err.find(file) != std::string::npos);
        CHECK(second.err.find("process " + std::to_string(serving.processId()) + ",")
            != std::string::npos);
        CHECK(second.err.find(made.data + ".") != std::string::npos);
        const auto enrol = hq({"enrol", "--data", other, "--store", "S01", "--json"});
        CHECK(jsonOf(enrol.err)["error"]["code"] == "database-in-use");
    }
    CHECK(hq({"enrol", "--data", other, "--store", "S01"}).status == 0);
}

TEST_CASE("HQ's tables can be in another place, which hq.conf names")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    const auto elsewhere = directory.file("tables.db");
    REQUIRE(hq({"init", "--data", data, "--database", "sqlite:" + elsewhere}).status == 0);
    CHECK(fs::exists(elsewhere));
    CHECK(filesIn(data) == std::vector<std::string>{"hq.conf", "lock"});
    CHECK(hq({"enrol", "--data", data, "--store", "S01"}).status == 0);

    const auto second = hq(
        {"init", "--data", directory.file("other"), "--database", "sqlite:" + elsewhere, "--json"});
    CHECK(jsonOf(second.err)["error"]["code"] == "data-directory-occupied");
    CHECK_FALSE(fs::exists(directory.file("other")));
}

TEST_CASE("enrol prints a new code each time, last on its line")
{
    const HqData made;
    const auto first = hq({"enrol", "--data", made.data, "--store", "S01"});
    REQUIRE(first.status == 0);
    CHECK(std::count(first.out.begin(), first.out.end(), '\n') == 1);
    const auto code = first.out.substr(first.out.rfind(' ') + 1);
    CHECK(code.size() == 12);
    const auto second = hq({"enrol", "--data", made.data, "--store", "S01", "--json"});
    CHECK(jsonOf(second.out)["code"].get<std::string>() + "\n" != code);

    const auto unknown = hq({"enrol", "--data", made.data, "--store", "S99", "--json"});
    CHECK(unknown.status == 1);
    CHECK(jsonOf(unknown.err)["error"]["code"] == "unknown-store");
}

TEST_CASE("enrol and apply work while HQ serves, and a second server does not start")
{
    const HqData made;
    Serving serving(made.data);
    CHECK(hq({"enrol", "--data", made.data, "--store", "S01"}).status == 0);
    CHECK(
        jsonOf(hq({"enrol", "--data", made.data, "--store", "S99", "--json"}).err)["error"]["code"]
        == "unknown-store");

    const auto file =
        made.write(R"({"users":[{"login":"lina","name":"李娜","role":"cashier","pin":"2580"}]})");
    CHECK(jsonOf(hq({"apply", "--data", made.data, file, "--json"}).out)["user"]["created"] == 1);
    CHECK(hq({"apply", "--data", made.data, file, "--json"}).out == "{}\n");
    const auto wrong = made.write(R"({"users":[{"login":"lina","role":"astronaut"}]})");
    CHECK(jsonOf(hq({"apply", "--data", made.data, wrong, "--json"}).err)["error"]["detail"][0]
        == "/users/0/role");

    const auto second = hq({"serve", "--data", made.data, "--listen", "127.0.0.1:0"});
    CHECK(second.status == 1);
    CHECK(second.err.find(made.data) != std::string::npos);

    serving.signal(SIGTERM);
    CHECK(serving.wait() == 0);
    CHECK_FALSE(fs::exists(made.data + "/control.sock"));
    CHECK(hq({"apply", "--data", made.data,
                 made.write(R"({"users":[{"login":"lina","pin":"2580"}]})"), "--json"})
              .out
        == "{}\n");
}

TEST_CASE("A port that another program has is told")
{
    const HqData made;
    const HqData other;
    const Serving serving(made.data);
    const auto ended = hq(
        {"serve", "--data", other.data, "--listen", "127.0.0.1:" + std::to_string(serving.port)});
    CHECK(ended.status == 1);
    CHECK(ended.err.find("127.0.0.1:" + std::to_string(serving.port)) != std::string::npos);
}

TEST_CASE("A request in flight is answered when HQ is asked to end")
{
    const HqData made;
    const int signal = GENERATE(SIGTERM, SIGINT);
    const auto code =
        jsonOf(hq({"enrol", "--data", made.data, "--store", "S01", "--json"}).out)["code"];
    Json body;
    body["code"] = code;
    body["device"] = "till";
    const auto text = dumpJson(body);

    Serving serving(made.data);
    const Client client(serving.port);
    client.send("POST /sync/v1/enrolments HTTP/1.1\r\nHost: hq\r\nBranchline-Protocol: 1\r\n"
                "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
        + std::to_string(text.size()) + "\r\n\r\n");
    REQUIRE(client.readUntil("\r\n\r\n").substr(0, 12) == "HTTP/1.1 100");
    serving.signal(signal);
    REQUIRE(stopsListening(serving.port));
    client.send(text);
    CHECK(client.readUntil("\r\n\r\n").substr(0, 12) == "HTTP/1.1 201");
    CHECK(serving.wait() == 0);
}

TEST_CASE("The access log tells of each request, without its query")
{
    const HqData made;
    const auto file = made.directory.file("access.log");
    Serving serving(made.data, {"--access-log", file});
    for (const char* target : {"/healthz?code=SECRET", "/nothing"}) {
        const Client client(serving.port);
        client.send("GET " + std::string(target)
            + " HTTP/1.1\r\nHost: hq\r\nAuthorization: "
              "Bearer SECRET\r\nConnection: close\r\n\r\n");
        REQUIRE(client.readUntil("\r\n\r\n").substr(0, 8) == "HTTP/1.1");
    }
    serving.signal(SIGTERM);
    REQUIRE(serving.wait() == 0);

    std::ifstream log(file);
    std::vector<Json> lines;
    for (std::string line; std::getline(log, line);) {
        CHECK(line.find("SECRET") == std::string::npos);
        lines.push_back(jsonOf(line));
    }
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["method"] == "GET");
    CHECK(lines[0]["path"] == "/healthz");
    CHECK(lines[0]["status"] == 200);
    CHECK(lines[0]["peer"] == "127.0.0.1");
    CHECK(lines[0]["out"].get<int>() > 0);
    CHECK(lines[1]["path"] == "/nothing");
    CHECK(lines[1]["status"] == 404);
}

TEST_CASE("An access log that cannot be written is told before HQ serves")
{
    const HqData made;
    const auto ended =
        hq({"serve", "--data", made.data, "--listen", "127.0.0.1:0", "--access-log", "/"});
    CHECK(ended.status != 0);
    CHECK(ended.err.find("cannot write to /") != std::string::npos);
}

TEST_CASE("Beyond loopback HQ wants TLS or a proxy")
{
    const HqData made;
    const auto ended = hq({"serve", "--data", made.data, "--listen", "0.0.0.0:0"});
    CHECK(ended.status == 1);
    CHECK(ended.err.find("--behind-proxy") != std::string::npos);
    CHECK(hq({"serve", "--data", made.data, "--tls-cert", "a.pem"}).status == 2);
    for (const auto* address :
        {"8080", "127.0.0.1", "127.0.0.1:http", ":8080", "127.0.0.1:99999", "::1:80"})
        CHECK(hq({"serve", "--data", made.data, "--listen", address}).status == 2);
}

TEST_CASE("Without --data HQ's data is where the system keeps data")
{
    const TempDirectory directory;
    ::setenv("XDG_DATA_HOME", directory.path().c_str(), 1);
    CHECK(hq({"init"}).status == 0);
    CHECK(fs::exists(directory.file("branchline-hq/hq.db")));
    CHECK(hq({"enrol", "--store", "S01"}).status == 0);
    CHECK(hq({"enrol", "--data", "", "--store", "S01"}).status == 2);
    ::unsetenv("XDG_DATA_HOME");
}

TEST_CASE("Every command helps, and unknown words are wrong usage")
{
    for (const auto* command : {"init", "apply", "enrol", "serve"}) {
        const auto ended = hq({command, "--help"});
        CHECK(ended.status == 0);
        CHECK(ended.out.find("--data DIR") != std::string::npos);
        CHECK(ended.out.find("Exit status") != std::string::npos);
        CHECK(hq({command, "--no-such-option"}).status == 2);
    }
    CHECK(hq({"--help"}).out.find("enrol") != std::string::npos);
    CHECK(hq({"--version"}).out.substr(0, 14) == "branchline-hq ");
    CHECK(hq({"no-such-command"}).status == 2);
    CHECK(runProgram(BRANCHLINE_HQ, {}).status == 2);
    CHECK(hq({"apply", "--data", "/tmp"}).status == 2);
    CHECK(hq({"enrol", "--data", "/tmp"}).status == 2);
    CHECK(hq({"enrol", "--store", "S01", "surplus"}).status == 2);
    CHECK(runProgram(BRANCHLINE_HQ, {"init", "--language", "xx"}).status == 2);
}

}  // namespace bl::test
