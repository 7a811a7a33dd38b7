#pragma once

#include "core/storage/journal_store.h"
#include "sync/server/feed_positions.h"
#include "sync/server/hq_application.h"
#include "tests/support/register_fixture.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::test {

/// An executor that a test runs by hand; its timers follow a time of its own.
class StepExecutor final : public Executor {
public:
    void post(Task task) override { m_tasks.push_back(std::move(task)); }
    TimerId postAfter(std::chrono::milliseconds delay, Task task) override;
    void cancel(TimerId timer) override;

    /// Runs what is due until nothing is.
    void run();

    /// Lets time pass, timer by timer.
    void advance(std::chrono::milliseconds by);

private:
    std::deque<Task> m_tasks;
    std::map<std::pair<std::chrono::milliseconds, TimerId>, Task> m_timers;
    std::chrono::milliseconds m_now{0};
    TimerId m_lastTimer = 0;
};

/// Jobs on the spot, on a real file. Counts what was read, and can refuse to begin.
class DirectDatabase final : public sync::DatabaseAccess {
public:
    explicit DirectDatabase(const std::string& file);

    void write(Job job) override;
    void read(Job job) override;

    std::unique_ptr<sql::Database> writer;
    std::unique_ptr<sql::Database> reader;
    int reads = 0;
    int writes = 0;
    std::function<void()> beforeWrite;  ///< runs before the next write, once
    std::function<void()> afterRead;    ///< runs after the next read, once
};

/// An answer that may not have come yet.
using Reply = std::shared_ptr<std::optional<sync::HttpResponse>>;

/// An enrolled register with its own database.
struct TestRegister {
    sync::EnrolmentAnswer enrolment;
    std::unique_ptr<RegisterFixture> shop;

    std::string line(std::int64_t seq) const;

    /// Own lines as a push sends them.
    std::string lines(std::int64_t first, std::int64_t last) const;
    std::int64_t headSeq() const;
    shifts::Shift openShift() const;
};

/// HQ without threads and sockets on a real file: stores S01 and S02, a cashier.
class HqFixture {
public:
    HqFixture();

    /// HQ's process on a database that another one left.
    explicit HqFixture(const std::string& file);

    /// Sends a request and runs until nothing is left to do. A reply without value is held.
    Reply send(const std::string& method, const std::string& target, const std::string& token = {},
        std::string body = {}, const std::string& mediaType = {});
    sync::HttpResponse ask(const std::string& method, const std::string& target,
        const std::string& token = {}, std::string body = {}, const std::string& mediaType = {});

    std::string code(const std::string& store = "S01");
    sync::HttpResponse enrolWith(const std::string& code);
    TestRegister enrol(const std::string& store = "S01");

    /// Puts a push into the queue without running HQ.
    Reply queuePush(const TestRegister& from, std::int64_t first, std::string body);
    sync::HttpResponse pushBytes(const TestRegister& from, std::int64_t first, std::string body);

    /// Pushes own lines from `first` to the end; the answer must be a 200.
    sync::PushAnswer push(const TestRegister& from, std::int64_t first = 1);

    /// Pages until there is no more.
    std::vector<sync::FeedLine> feed(const TestRegister& to, const std::string& cursor = {});

    /// A line of HQ's own journal.
    void write(journal::OperationData data, UserId by = staff::kSystemUser);
    Uuid create(const journal::Entity& entity);
    void change(journal::EntityKind kind, const Uuid& id, std::string_view field,
        journal::FieldValue value);

    std::int64_t number(const std::string& query);
    StoreId store(const std::string& code);

    TempDirectory directory;
    FakeWallClock clock;
    SeededRandom random{1};
    UuidFactory ids{clock, random};
    sync::FeedPositions positions;
    StepExecutor executor;
    DirectDatabase database;
    std::optional<sync::HqApplication> hq;
    UserId cashier;

private:
    void makeOrganisation();
};

Json jsonOf(const sync::HttpResponse& response);

/// The `code` of a problem document.
std::string problemCode(const sync::HttpResponse& response);

std::vector<sync::FeedLine> feedLines(const std::string& body);

}  // namespace bl::test
