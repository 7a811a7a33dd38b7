#pragma once

#include "core/storage/sync_state_store.h"
#include "sync/client/sync_engine.h"
#include "sync/protocol/messages.h"
#include "tests/sim/virtual_executor.h"
#include "tests/support/register_fixture.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::test {

/// HQ as a test plays it: requests are kept until the test answers them.
class ScriptedTransport final : public sync::Transport {
public:
    explicit ScriptedTransport(Executor& executor)
        : m_executor(executor)
    {
    }

    RequestId send(
        sync::HttpRequest request, std::chrono::milliseconds timeout, Callback callback) override;
    void cancel(RequestId request) override;

    /// The oldest request under way whose path and method these are, or nullptr.
    const sync::HttpRequest* find(std::string_view method, std::string_view path) const;
    std::size_t underWay() const { return m_open.size(); }
    int sent(std::string_view method, std::string_view path) const;

    /// Answers that request; without an answer the network failed.
    void answer(
        std::string_view method, std::string_view path, std::optional<sync::HttpResponse> response);

private:
    struct Open {
        sync::HttpRequest request;
        Callback callback;
    };
    using OpenRequests = std::map<RequestId, Open>;
    OpenRequests::const_iterator locate(std::string_view method, std::string_view path) const;

    Executor& m_executor;
    OpenRequests m_open;
    std::vector<std::pair<std::string, std::string>> m_sent;
    RequestId m_last = 0;
};

sync::HttpResponse jsonAnswer(int status, const Json& json);
sync::HttpResponse problemAnswer(
    int status, const std::string& code, const Json& members = Json::object());

/// A register on a real file, its engine, and a scripted HQ.
class EngineFixture {
public:
    EngineFixture();
    ~EngineFixture();

    void startEngine(sync::PullOptions options = {});

    /// Ends the engine as a kill would: nothing of its memory is left.
    void killEngine();

    /// A line of the own journal: stock goes up.
    void addLine(std::int64_t pieces = 1);
    std::int64_t head() const;
    Hash hashAt(std::int64_t seq) const;
    std::string lines(std::int64_t first, std::int64_t last) const;
    storage::SyncRecord record() const;

    void settle() { time.settle(); }

    /// HQ says that it has the journal up to there.
    void answerHead(std::int64_t seq);
    void answerHead(std::int64_t seq, const Hash& hash, const std::string& epoch);
    void answerPush(std::int64_t seq);
    void answerFeed(const std::vector<sync::FeedLine>& lines);
    void answerFeed(int status, const std::string& code, const Json& members = Json::object());

    /// The pushed lines' numbers, from the request under way.
    std::pair<std::int64_t, std::int64_t> pushedRange() const;

    /// Whether the queue cannot be forgotten: a timer is armed or a request is under way.
    bool isAlive() const { return transport.underWay() > 0 || executor->planned() > 0; }

    static constexpr const char* kEpoch = "01935140-0000-7000-8000-0000000000e1";
    static constexpr const char* kOtherEpoch = "01935140-0000-7000-8000-0000000000e2";

    TempDirectory directory;
    VirtualTime time;
    std::unique_ptr<VirtualExecutor> executor;
    ScriptedTransport transport;
    std::unique_ptr<RegisterFixture> shop;
    FakeWallClock& clock;
    SeededRandom random{7};
    catalog::Product product;
    std::vector<sync::SyncStatus> statuses;
    std::vector<std::string> keptTokens{"token"};  ///< the last one is in the keychain
    bool refusesTokens = false;                    ///< the keychain is locked
    int jobs = 0;                                  ///< that the engine gave to the writer
    std::unique_ptr<sync::SyncEngine> engine;

    const sync::SyncStatus& status() const { return statuses.back(); }
};

}  // namespace bl::test
