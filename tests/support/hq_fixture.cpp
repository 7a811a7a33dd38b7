#include "tests/support/hq_fixture.h"

#include "core/base/hex.h"
#include "core/services/operation_writer.h"
#include "core/services/shift_service.h"
#include "core/storage/hq_state_store.h"
#include "core/storage/new_database.h"
#include "sync/protocol/limits.h"
#include "sync/server/enrolment.h"

#include <stdexcept>
#include <utility>

namespace bl::test {

Executor::TimerId StepExecutor::postAfter(std::chrono::milliseconds delay, Task task)
{
    m_timers.emplace(std::pair{m_now + delay, ++m_lastTimer}, std::move(task));
    return m_lastTimer;
}

void StepExecutor::cancel(TimerId timer)
{
    std::erase_if(m_timers, [&](const auto& entry) { return entry.first.second == timer; });
}

void StepExecutor::run()
{
    while (!m_tasks.empty()) {
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        task();
    }
}

void StepExecutor::advance(std::chrono::milliseconds by)
{
    const auto end = m_now + by;
    run();
    while (!m_timers.empty() && m_timers.begin()->first.first <= end) {
        auto timer = m_timers.extract(m_timers.begin());
        m_now = timer.key().first;
        timer.mapped()();
        run();
    }
    m_now = end;
}

namespace {

std::string newHq(const std::string& file)
{
    must(storage::createDatabase(file, storage::Side::Hq, FakeWallClock{}));
    return file;
}

}  // namespace

DirectDatabase::DirectDatabase(const std::string& file)
    : writer(must(sql::Database::open(file, sql::Access::Writer)))
    , reader(must(sql::Database::open(file, sql::Access::Reader)))
{
}

void DirectDatabase::write(Job job)
{
    ++writes;
    if (const auto before = std::exchange(beforeWrite, nullptr))
        before();
    job(*writer);
}

void DirectDatabase::read(Job job)
{
    ++reads;
    job(*reader);
    if (const auto after = std::exchange(afterRead, nullptr))
        after();
}

std::string TestRegister::line(std::int64_t seq) const
{
    const auto stored =
        must(storage::JournalStore(*shop->database).findLine(enrolment.registerNo, seq));
    if (!stored)
        throw std::runtime_error("no such line");
    return stored->line;
}

std::string TestRegister::lines(std::int64_t first, std::int64_t last) const
{
    std::string body;
    for (auto seq = first; seq <= last; ++seq)
        body += line(seq) + '\n';
    return body;
}

std::int64_t TestRegister::headSeq() const
{
    return must(storage::JournalStore(*shop->database).find(enrolment.registerNo))->head.seq;
}

shifts::Shift TestRegister::openShift() const
{
    return must(services::ShiftService(*shop->context)
                    .open(Money::minor(10000), RegisterFixture::kCashier));
}

HqFixture::HqFixture()
    : database(newHq(directory.file("hq.db")))
{
    makeOrganisation();
    hq.emplace(sync::HqContext{executor, clock, random, database});
}

HqFixture::HqFixture(const std::string& file)
    : database(file)
{
    hq.emplace(sync::HqContext{executor, clock, random, database});
}

void HqFixture::makeOrganisation()
{
    auto& file = *database.writer;
    const storage::Site site{OrganisationId{ids.next()}, must(Currency::create("CNY")),
        must(TimeZone::create("Asia/Shanghai")), RegisterId{ids.next()}, 1, "HQ", std::nullopt};
    {
        auto transaction = must(sql::Transaction::begin(file));
        must(storage::SiteStore(file).save(site));
        must(storage::JournalStore(file).create(1, site.registerId, site.organisation, {}));
        std::array<std::uint8_t, 32> key{};
        random.fill(key);
        must(storage::HqStateStore(file).create(EpochId{ids.next()}, key));
        must(transaction.commit());
    }
    using journal::Entity;
    using journal::EntityKind;
    for (const char* storeCode : {"S01", "S02"})
        create(Entity(EntityKind::Store, ids.next())
                   .set("code", storeCode)
                   .set("name", storeCode)
                   .set("active", std::int64_t{1}));
    cashier = UserId{create(Entity(EntityKind::User, ids.next())
                                .set("login", "mei")
                                .set("name", "梅")
                                .set("pinHash", "$argon2id$pin")
                                .set("passwordHash", "$argon2id$password")
                                .set("active", std::int64_t{1}))};
}

Reply HqFixture::send(const std::string& method, const std::string& target,
    const std::string& token, std::string body, const std::string& mediaType)
{
    sync::HttpRequest request;
    request.method = method;
    request.target = target;
    request.body = std::move(body);
    request.headers.add(sync::kProtocolHeader, "1");
    request.headers.add(sync::kPeerHeader, "192.0.2.7");
    if (!token.empty())
        request.headers.add("Authorization", "Bearer " + token);
    if (!mediaType.empty())
        request.headers.add("Content-Type", mediaType);
    auto reply = std::make_shared<std::optional<sync::HttpResponse>>();
    hq->handle(std::move(request), [reply](sync::HttpResponse response) {
        if (*reply)
            throw std::logic_error("answered twice");
        *reply = std::move(response);
    });
    executor.run();
    return reply;
}

sync::HttpResponse HqFixture::ask(const std::string& method, const std::string& target,
    const std::string& token, std::string body, const std::string& mediaType)
{
    const auto reply = send(method, target, token, std::move(body), mediaType);
    if (!*reply)
        throw std::runtime_error("no answer to " + method + ' ' + target);
    return **reply;
}

std::string HqFixture::code(const std::string& storeCode)
{
    return must(sync::Enrolment(*database.writer, clock, random).createCode(storeCode));
}

sync::HttpResponse HqFixture::enrolWith(const std::string& enrolmentCode)
{
    return ask("POST", "/sync/v1/enrolments", {},
        dumpJson(sync::EnrolmentRequest{enrolmentCode, "till"}.toJson()), sync::kJsonType);
}

TestRegister HqFixture::enrol(const std::string& storeCode)
{
    const auto response = enrolWith(code(storeCode));
    if (response.status != 201)
        throw std::runtime_error(response.body);
    TestRegister made;
    made.enrolment = must(sync::EnrolmentAnswer::fromJson(jsonOf(response)));
    const auto& answer = made.enrolment;
    const std::string file = directory.file(answer.registerCode + ".db");
    {
        must(storage::createDatabase(file, storage::Side::Register, clock));
        auto opened = must(sql::Database::open(file, sql::Access::Writer));
        auto transaction = must(sql::Transaction::begin(*opened));
        must(storage::SiteStore(*opened).save({answer.organisation,
            must(Currency::create(answer.currency)), must(TimeZone::create(answer.timeZone)),
            answer.registerId, answer.registerNo, answer.registerCode, answer.store}));
        journal::Nonce nonce{};
        const auto bytes = fromHex(answer.nonce);
        std::copy(bytes->begin(), bytes->end(), nonce.begin());
        must(storage::JournalStore(*opened).create(
            answer.registerNo, answer.registerId, answer.organisation, nonce));
        must(transaction.commit());
    }
    // A seed of its own, so that no two registers make the same ids.
    made.shop = std::make_unique<RegisterFixture>(file, answer.registerCode, answer.registerNo,
        static_cast<std::uint64_t>(answer.registerNo));
    return made;
}

Reply HqFixture::queuePush(const TestRegister& from, std::int64_t first, std::string body)
{
    sync::HttpRequest request;
    request.method = "POST";
    request.target = "/sync/v1/journal?first=" + std::to_string(first);
    request.headers.add("Authorization", "Bearer " + from.enrolment.token);
    request.headers.add("Content-Type", sync::kNdjson);
    request.body = std::move(body);
    auto reply = std::make_shared<std::optional<sync::HttpResponse>>();
    hq->handle(
        std::move(request), [reply](sync::HttpResponse response) { *reply = std::move(response); });
    return reply;
}

sync::HttpResponse HqFixture::pushBytes(
    const TestRegister& from, std::int64_t first, std::string body)
{
    const auto reply = queuePush(from, first, std::move(body));
    executor.run();
    if (!*reply)
        throw std::runtime_error("no answer to a push");
    return **reply;
}

sync::PushAnswer HqFixture::push(const TestRegister& from, std::int64_t first)
{
    const auto response = pushBytes(from, first, from.lines(first, from.headSeq()));
    if (response.status != 200)
        throw std::runtime_error(response.body);
    return must(sync::PushAnswer::fromJson(jsonOf(response)));
}

std::vector<sync::FeedLine> HqFixture::feed(const TestRegister& to, const std::string& cursor)
{
    std::vector<sync::FeedLine> all;
    std::string place = cursor;
    for (bool more = true; more;) {
        const auto response = ask("GET", "/sync/v1/feed?after=" + place, to.enrolment.token);
        if (response.status != 200)
            throw std::runtime_error(response.body);
        for (auto& line : feedLines(response.body)) {
            if (const auto* mark = std::get_if<sync::FeedCursor>(&line)) {
                place = mark->cursor;
                more = mark->more;
            }
            all.push_back(std::move(line));
        }
    }
    return all;
}

void HqFixture::write(journal::OperationData data, UserId by)
{
    services::OperationWriter writer(*database.writer, clock, positions);
    (void)must(writer.write(by, std::move(data)));
    if (hq) {
        hq->changed();
        executor.run();
    }
}

Uuid HqFixture::create(const journal::Entity& entity)
{
    write(journal::EntityCreated{entity});
    return entity.id;
}

void HqFixture::change(
    journal::EntityKind kind, const Uuid& id, std::string_view field, journal::FieldValue value)
{
    journal::EntityChanged changed;
    changed.kind = kind;
    changed.id = id;
    changed.fields.emplace_back(*journal::schemaOf(kind).find(field), std::move(value));
    write(std::move(changed));
}

std::int64_t HqFixture::number(const std::string& query)
{
    return must(database.writer->selectInteger(query)).value_or(-1);
}

StoreId HqFixture::store(const std::string& storeCode)
{
    const auto entity = must(storage::EntityStore(*database.writer)
                                 .findBy(journal::EntityKind::Store, "code", storeCode));
    return StoreId{entity.value().id};
}

Json jsonOf(const sync::HttpResponse& response)
{
    return must(parseJson(response.body));
}

std::string problemCode(const sync::HttpResponse& response)
{
    return must(sync::Problem::fromJson(jsonOf(response))).code;
}

std::vector<sync::FeedLine> feedLines(const std::string& body)
{
    std::vector<sync::FeedLine> lines;
    std::string_view rest = body;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        lines.push_back(must(sync::decodeFeedLine(rest.substr(0, end))));
        rest.remove_prefix(end + 1);
    }
    return lines;
}

}  // namespace bl::test
