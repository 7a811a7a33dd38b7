#include "tests/sync/engine_fixture.h"

#include "core/services/register_setup.h"
#include "core/storage/new_database.h"

#include <algorithm>

namespace bl::test {

namespace {

const RegisterId kRegister = *RegisterId::parse("01935140-0000-7000-8000-000000000002");
const StoreId kStore = *StoreId::parse("01935140-0000-7000-8000-000000000003");

std::unique_ptr<RegisterFixture> newShop(const std::string& file)
{
    FakeWallClock clock;
    {
        must(storage::createDatabase(file, storage::Side::Register, clock));
        auto database = must(sql::Database::open(file, sql::Access::Writer));
        must(database->script("PRAGMA synchronous=OFF"));  // no power is cut here
        must(services::setUpRegister(*database,
            {{*OrganisationId::parse("01935140-0000-7000-8000-000000000001"),
                 must(Currency::create("CNY")), must(TimeZone::create("Asia/Shanghai")), kRegister,
                 2, "S01-1", kStore},
                {}, "https://hq.example", EngineFixture::kEpoch, clock.now()}));
    }
    auto shop = std::make_unique<RegisterFixture>(file);
    must(shop->database->script("PRAGMA synchronous=OFF"));
    return shop;
}

}  // namespace

sync::Transport::RequestId ScriptedTransport::send(
    sync::HttpRequest request, std::chrono::milliseconds, Callback callback)
{
    m_sent.emplace_back(request.method, std::string(request.path()));
    m_open.emplace(++m_last, Open{std::move(request), std::move(callback)});
    return m_last;
}

void ScriptedTransport::cancel(RequestId request)
{
    m_open.erase(request);
}

ScriptedTransport::OpenRequests::const_iterator ScriptedTransport::locate(
    std::string_view method, std::string_view path) const
{
    return std::find_if(m_open.begin(), m_open.end(), [&](const auto& open) {
        return open.second.request.method == method && open.second.request.path() == path;
    });
}

const sync::HttpRequest* ScriptedTransport::find(
    std::string_view method, std::string_view path) const
{
    const auto it = locate(method, path);
    return it == m_open.end() ? nullptr : &it->second.request;
}

int ScriptedTransport::sent(std::string_view method, std::string_view path) const
{
    return static_cast<int>(std::count_if(m_sent.begin(), m_sent.end(),
        [&](const auto& request) { return request.first == method && request.second == path; }));
}

void ScriptedTransport::answer(
    std::string_view method, std::string_view path, std::optional<sync::HttpResponse> response)
{
    const auto it = locate(method, path);
    if (it == m_open.end())
        throw std::runtime_error("no such request is under way: " + std::string(path));
    const auto id = it->first;
    m_executor.post([this, id, response = std::move(response)] {
        const auto open = m_open.find(id);
        if (open == m_open.end())
            return;
        const Callback callback = std::move(open->second.callback);
        m_open.erase(open);
        if (response)
            callback(*response);
        else
            callback(Error{ErrorCode::NetworkFailed, {"hq.example", "cut"}});
    });
}

sync::HttpResponse jsonAnswer(int status, const Json& json)
{
    sync::HttpResponse response;
    response.status = status;
    response.body = dumpJson(json);
    return response;
}

sync::HttpResponse problemAnswer(int status, const std::string& code, const Json& members)
{
    Json json{{"status", status}, {"code", code}, {"title", "t"}, {"detail", "d"}};
    for (const auto& [key, value] : members.items())
        json[key] = value;
    return jsonAnswer(status, json);
}

EngineFixture::EngineFixture()
    : executor(std::make_unique<VirtualExecutor>(time))
    , transport(*executor)
    , shop(newShop(directory.file("register.db")))
    , clock(shop->clock)
    , product(shop->product("6901", 500))
{
}

EngineFixture::~EngineFixture() = default;

void EngineFixture::startEngine(sync::PullOptions options)
{
    auto runner = [this](const std::function<void(sql::Database&)>& job) {
        ++jobs;
        job(*shop->database);
    };
    engine = std::make_unique<sync::SyncEngine>(
        sync::SyncPorts{transport, clock, *executor, random, runner,
            [this](const std::string& token, const auto& kept) {
                if (!refusesTokens)
                    keptTokens.push_back(token);
                executor->post([kept, refused = refusesTokens] {
                    kept(refused ? Result<void>(Error{ErrorCode::SecretStoreFailed, {"locked"}})
                                 : Result<void>());
                });
            }},
        keptTokens.back(), options,
        [this](const sync::SyncStatus& status) { statuses.push_back(status); });
    engine->start();
    settle();
}

void EngineFixture::killEngine()
{
    engine.reset();
    settle();
}

void EngineFixture::addLine(std::int64_t pieces)
{
    auto batch = must(shop->writer->begin());
    (void)must(services::StockService(*shop->context)
                   .correct(batch, {product, must(Quantity::pieces(pieces)), "count", {}, {}},
                       RegisterFixture::kCashier));
    must(batch.commit());
    if (engine)
        engine->linesAdded();
    settle();
}

std::int64_t EngineFixture::head() const
{
    return must(storage::JournalStore(*shop->database).find(2))->head.seq;
}

Hash EngineFixture::hashAt(std::int64_t seq) const
{
    if (seq == 0)
        return journal::chainStart(
            *OrganisationId::parse("01935140-0000-7000-8000-000000000001"), kRegister, {});
    return must(storage::JournalStore(*shop->database).findLine(2, seq)).value().hash;
}

std::string EngineFixture::lines(std::int64_t first, std::int64_t last) const
{
    std::string text;
    for (auto seq = first; seq <= last; ++seq)
        text += must(storage::JournalStore(*shop->database).findLine(2, seq)).value().line + '\n';
    return text;
}

storage::SyncRecord EngineFixture::record() const
{
    return must(storage::SyncStateStore(*shop->database).load());
}

void EngineFixture::answerHead(std::int64_t seq)
{
    answerHead(seq, hashAt(seq), kEpoch);
}

void EngineFixture::answerHead(std::int64_t seq, const Hash& hash, const std::string& epoch)
{
    transport.answer(
        "GET", sync::paths::kHead, jsonAnswer(200, sync::HeadAnswer{seq, hash, epoch}.toJson()));
    settle();
}

void EngineFixture::answerPush(std::int64_t seq)
{
    sync::PushAnswer answer;
    answer.acknowledgedSeq = seq;
    answer.acknowledgedHash = hashAt(seq);
    answer.time = toMillis(clock.now());
    transport.answer("POST", sync::paths::kJournal, jsonAnswer(200, answer.toJson()));
    settle();
}

void EngineFixture::answerFeed(const std::vector<sync::FeedLine>& feedLines)
{
    sync::HttpResponse response;
    for (const auto& line : feedLines)
        response.body += sync::encodeFeedLine(line) + '\n';
    transport.answer("GET", sync::paths::kFeed, response);
    settle();
}

void EngineFixture::answerFeed(int status, const std::string& code, const Json& members)
{
    transport.answer("GET", sync::paths::kFeed, problemAnswer(status, code, members));
    settle();
}

std::pair<std::int64_t, std::int64_t> EngineFixture::pushedRange() const
{
    const auto* request = transport.find("POST", sync::paths::kJournal);
    if (!request)
        return {0, 0};
    const auto first = std::stoll(request->query("first"));
    return {first, first + std::count(request->body.begin(), request->body.end(), '\n') - 1};
}

}  // namespace bl::test
