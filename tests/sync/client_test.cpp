#include "core/storage/line_id.h"
#include "core/storage/new_database.h"
#include "core/storage/sync_state_store.h"
#include "sync/client/enrolment_client.h"
#include "sync/client/sync_client.h"
#include "sync/protocol/limits.h"
#include "sync/server/hq_server.h"
#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"

#include <condition_variable>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>

/// The register's synchronisation as programs run it: threads, libcurl and a real HQ behind a
/// socket.
namespace bl::test {

using namespace std::chrono_literals;

namespace {

class MemorySecrets final : public SecretStore {
public:
    Result<std::optional<std::string>> read(const std::string& name) override
    {
        const auto it = entries.find(name);
        return it == entries.end() ? std::optional<std::string>{} : std::optional{it->second};
    }
    Result<void> write(const std::string& name, const std::string& secret) override
    {
        if (refuses)
            return Error{ErrorCode::SecretStoreFailed, {"locked"}};
        entries[name] = secret;
        return {};
    }
    Result<void> remove(const std::string& name) override
    {
        entries.erase(name);
        return {};
    }
    Protection protection() const override { return Protection::Keychain; }

    std::map<std::string, std::string> entries;
    bool refuses = false;
};

/// HQ behind a socket and an empty register beside it.
struct Shop {
    Shop()
        : server(serve())
        , database(openRegister("till.db"))
    {
    }

    std::unique_ptr<sync::HqServer> serve()
    {
        hq.hq.reset();
        hq.database.reader.reset();
        hq.database.writer.reset();
        sync::HqServerOptions options;
        options.databaseFile = hq.directory.file("hq.db");
        return must(sync::HqServer::start(std::move(options), clock, random));
    }

    std::unique_ptr<sql::DatabaseThread> openRegister(const std::string& name)
    {
        const auto file = hq.directory.file(name);
        if (!std::filesystem::exists(file))
            must(storage::createDatabase(file, storage::Side::Register, clock));
        return must(sql::DatabaseThread::start(file, sql::Access::Writer));
    }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(server->port()); }

    sync::DatabaseRunner runner()
    {
        return [this](std::function<void(sql::Database&)> job) {
            database->post(std::move(job));
        };
    }

    Result<sync::EnrolmentAnswer> enrol(const std::string& code)
    {
        return sync::enrolRegister({url(), code, "till", {}}, runner(), secrets);
    }

    sync::SyncClientOptions clientOptions()
    {
        sync::SyncClientOptions options;
        options.hqUrl = url();
        options.token = must(database->call(
            [&](sql::Database& opened) { return sync::loadToken(opened, secrets); }));
        options.keepToken = [this](const std::string& token, const auto& kept) {
            kept(secrets.write(secrets.entries.begin()->first, token));
        };
        return options;
    }

    void createMember(const std::string& name, const std::string& phone)
    {
        database->call([&](sql::Database& opened) {
            UuidFactory ids(clock, random);
            storage::PendingLines listener;
            services::OperationWriter writer(opened, clock, listener);
            members::Member draft;
            draft.name = name;
            draft.phone = phone;
            (void)must(services::MemberService({opened, clock, random, ids, writer})
                           .create(draft, staff::kSystemUser));
            return true;
        });
    }

    /// Gives the receipt's number.
    std::string sell()
    {
        return database->call([&](sql::Database& opened) {
            UuidFactory ids(clock, random);
            storage::PendingLines listener;
            services::OperationWriter writer(opened, clock, listener);
            const services::ServiceContext context{opened, clock, random, ids, writer};
            (void)must(services::ShiftService(context).open(Money{}, staff::kSystemUser));
            catalog::Product product;
            product.id = context.newId<ProductId>();
            product.code = "A1";
            product.name = "tea";
            product.price = Money::minor(1500);
            sales::Ticket ticket(context.newId<TicketId>());
            (void)must(ticket.add(product, must(Quantity::pieces(2))));
            must(services::TicketService(context).save(ticket, staff::kSystemUser));
            return must(services::SellService(context).pay(ticket.id(),
                            {{sales::kCash, ticket.total(), ticket.total()}}, staff::kSystemUser))
                .sale.receipt;
        });
    }

    std::int64_t number(sql::DatabaseThread& where, const std::string& query)
    {
        return where.call([&](sql::Database& opened) { return must(opened.selectInteger(query)); })
            .value_or(-1);
    }

    SystemWallClock clock;
    SystemRandom random;
    HqFixture hq;
    std::unique_ptr<sync::HqServer> server;
    MemorySecrets secrets;
    std::unique_ptr<sql::DatabaseThread> database;
};

/// The newest status, from the synchronisation's thread.
class StatusBoard {
public:
    sync::SyncClient::StatusCallback callback()
    {
        return [this](const sync::SyncStatus& status) {
            const std::lock_guard lock(m_mutex);
            m_status = status;
            m_changed.notify_all();
        };
    }

    template <typename Condition>
    bool waitFor(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 60s, [&] { return condition(m_status); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    sync::SyncStatus m_status;
};

}  // namespace

TEST_CASE("A register whose token is 30 days old goes on with a new one", "[sync][client][token]")
{
    Shop shop;
    const auto first = must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    const auto ageToken = [&] {
        must(shop.database->call([&](sql::Database& opened) {
            return storage::SyncStateStore(opened).setTokenIssued(
                shop.clock.now() - sync::kTokenLife);
        }));
    };
    const auto token = [&] {
        return shop.secrets.entries.begin()->second;
    };
    const auto tokens = [&] {
        return shop.number(shop.server->writer(), "SELECT COUNT(*) FROM register_tokens");
    };
    (void)must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));
    CHECK(token() == first.token);

    ageToken();
    (void)must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));
    const auto second = token();
    CHECK(second != first.token);
    CHECK(tokens() == 2);
    (void)must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));
    CHECK(token() == second);
    CHECK(tokens() == 1);

    // A keychain that is locked costs nothing but the exchange.
    ageToken();
    shop.secrets.refuses = true;
    shop.createMember("王芳", "13800138000");
    CHECK(must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s)).waitingLines == 0);
    CHECK(token() == second);
}

TEST_CASE("A sale is asked for by its receipt's number", "[sync][client][sales]")
{
    Shop shop;
    (void)must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    const auto receipt = shop.sell();
    (void)must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));
    const auto client =
        must(sync::SyncClient::create(*shop.database, shop.clientOptions(), nullptr));
    client->start();
    const auto find = [&](const std::string& number) {
        std::promise<Result<storage::StoredSale>> found;
        client->findSale(
            number, [&](Result<storage::StoredSale> sale) { found.set_value(std::move(sale)); });
        return found.get_future().get();
    };
    const auto sale = find(receipt);
    REQUIRE(sale);
    CHECK(sale->record.sale.receipt == receipt);
    CHECK(storage::registerNoOf(sale->lineId) == 2);
    CHECK(find("S09-1-000001").error().code == ErrorCode::ReceiptNotFound);
    CHECK(find("a number/with? what& belongs% in no path").error().code
        == ErrorCode::ReceiptNotFound);
    shop.server->stop();
    CHECK(find(receipt).error().code == ErrorCode::NetworkFailed);
}

TEST_CASE("A register joins HQ with a code, sends its journal and reads the feed", "[sync][client]")
{
    Shop shop;
    const auto answer = must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    CHECK(answer.registerCode == "S01-1");
    CHECK(shop.secrets.entries.at(sync::tokenName(answer.registerId)) == answer.token);
    shop.createMember("王芳", "13800138000");

    const auto status = must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));

    CHECK(status.waitingLines == 0);
    CHECK(status.complete);
    CHECK(shop.number(shop.server->writer(), "SELECT COUNT(*) FROM members WHERE name = '王芳'")
        == 1);
    CHECK(shop.number(*shop.database, "SELECT COUNT(*) FROM stores") == 2);
    CHECK(shop.number(*shop.database, "SELECT COUNT(*) FROM users WHERE password_hash IS NOT NULL")
        == 0);
    CHECK(shop.number(*shop.database, "SELECT COUNT(*) FROM entity_lines") == 0);
}

TEST_CASE(
    "What a register with a slow clock changes in knowledge of HQ's row holds", "[sync][client]")
{
    Shop shop;
    (void)must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    (void)must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));
    FakeWallClock yesterday(shop.clock.now() - 24h);
    shop.database->call([&](sql::Database& opened) {
        storage::PendingLines listener;
        services::OperationWriter writer(opened, yesterday, listener);
        journal::EntityChanged changed;
        changed.kind = journal::EntityKind::User;
        changed.id = shop.hq.cashier.uuid;
        changed.fields.emplace_back(
            *journal::schemaOf(changed.kind).find("pinHash"), "$argon2id$chosen");
        (void)must(writer.write(shop.hq.cashier, changed));
        return true;
    });
    (void)must(sync::syncUntilDone(*shop.database, shop.clientOptions(), 60s));

    const char* chosen = "SELECT COUNT(*) FROM users WHERE pin_hash = '$argon2id$chosen'";
    CHECK(shop.number(shop.server->writer(), chosen) == 1);
    CHECK(shop.number(*shop.database, chosen) == 1);
    // And HQ's next change wins over the register's.
    const auto newest = "SELECT MAX(hlc) FROM field_stamps";
    const auto own = "SELECT head_hlc FROM chains WHERE register_no = 1";
    CHECK(shop.number(shop.server->writer(), own) >= shop.number(shop.server->writer(), newest));
}

TEST_CASE(
    "A single run ends at once where the register's own database takes nothing", "[sync][client]")
{
    Shop shop;
    (void)must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    shop.createMember("王芳", "13800138000");
    shop.database->call([](sql::Database& opened) {
        must(opened.script("PRAGMA query_only=ON"));
        return true;
    });

    // Far beyond what the test may take.
    const auto status = sync::syncUntilDone(*shop.database, shop.clientOptions(), 24h);

    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::DirectoryNotWritable);
}

TEST_CASE(
    "A register does not join twice, and a refused code leaves it as it was", "[sync][client]")
{
    Shop shop;
    const auto refused = shop.enrol("ABCD-EFGHJK");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::EnrolmentRefused);
    CHECK(shop.number(*shop.database, "SELECT COUNT(*) FROM site") == 0);
    CHECK(shop.secrets.entries.empty());

    must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    const auto before = shop.secrets.entries;
    const auto code = must(shop.server->createEnrolmentCode("S01"));
    const auto again = shop.enrol(code);
    REQUIRE_FALSE(again);
    CHECK(again.error() == Error{ErrorCode::AlreadyEnrolled, {"S01-1"}});
    CHECK(shop.secrets.entries == before);
}

TEST_CASE("Where the token cannot be kept, the database stays empty", "[sync][client]")
{
    Shop shop;
    shop.secrets.refuses = true;
    const auto refused = shop.enrol(must(shop.server->createEnrolmentCode("S01")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::SecretStoreFailed);
    CHECK(shop.number(*shop.database, "SELECT COUNT(*) FROM site") == 0);
}

TEST_CASE("An enrolled register without its token is not taken for a new one", "[sync][client]")
{
    Shop shop;
    const auto loaded = [&] {
        return shop.database->call(
            [&](sql::Database& opened) { return sync::loadToken(opened, shop.secrets); });
    };
    CHECK(loaded().error().code == ErrorCode::NotEnrolled);
    must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    CHECK(loaded().ok());
    shop.secrets.entries.clear();
    CHECK(loaded().error().code == ErrorCode::SecretMissing);
}

TEST_CASE(
    "While the application runs, lines go up and changes come down by themselves", "[sync][client]")
{
    Shop shop;
    must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    StatusBoard board;
    auto client =
        must(sync::SyncClient::create(*shop.database, shop.clientOptions(), board.callback()));
    client->start();
    REQUIRE(board.waitFor([](const auto& status) {
        return status.state == sync::SyncState::Idle && status.complete;
    }));

    shop.createMember("李雷", "13900139000");
    client->linesAdded();
    REQUIRE(board.waitFor([&](const auto& status) {
        return status.state == sync::SyncState::Idle && status.waitingLines == 0
            && shop.number(shop.server->writer(), "SELECT COUNT(*) FROM members") == 1;
    }));

    SECTION("stopping waits for nobody and keeps what was done") {
        client->stop();
        CHECK(shop.database->call([](sql::Database& opened) {
            return must(storage::SyncStateStore(opened).load()).acknowledged;
        }) == 1);
    }
    SECTION("an HQ that goes away is noticed, and found again") {
        const int port = shop.server->port();
        shop.server.reset();
        REQUIRE(board.waitFor(
            [](const auto& status) { return status.state == sync::SyncState::Offline; }));
        shop.createMember("韩梅梅", "13700137000");
        client->linesAdded();
        REQUIRE(board.waitFor([](const auto& status) { return status.waitingLines == 1; }));

        sync::HqServerOptions options;
        options.databaseFile = shop.hq.directory.file("hq.db");
        options.http.port = static_cast<std::uint16_t>(port);
        shop.server = must(sync::HqServer::start(std::move(options), shop.clock, shop.random));
        client->networkChanged();
        REQUIRE(board.waitFor([](const auto& status) {
            return status.state == sync::SyncState::Idle && status.waitingLines == 0;
        }));
        CHECK(shop.number(shop.server->writer(), "SELECT COUNT(*) FROM members") == 2);
    }
}

TEST_CASE("A single run without HQ ends with the reason when its time is over", "[sync][client]")
{
    Shop shop;
    must(shop.enrol(must(shop.server->createEnrolmentCode("S01"))));
    const auto options = shop.clientOptions();
    shop.server.reset();
    const auto status = sync::syncUntilDone(*shop.database, options, 50ms);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::NetworkFailed);
}

}  // namespace bl::test
