#include "core/storage/confirmed_rows.h"
#include "core/storage/ledger_store.h"
#include "core/storage/product_store.h"
#include "sync/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/sync/engine_fixture.h"

#include <algorithm>
#include <map>
#include <set>

/// HQ's rows in a register's tables, beside its own lines.
namespace bl::test {

using storage::ConfirmedRow;
using storage::FeedStamp;

namespace {

Uuid memberId(int number)
{
    Uuid id{};
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

Json memberData(const std::string& name)
{
    return Json{{"number", "M1"}, {"name", name}, {"initials", "x"}, {"active", 1}};
}

std::string nameOf(EngineFixture& fixture, int member)
{
    const auto found = must(storage::EntityStore(*fixture.shop->database)
                                .find(journal::EntityKind::Member, memberId(member)));
    return found ? found->text("name") : std::string();
}

void applyRows(EngineFixture& fixture, const FeedStamp& before, const FeedStamp& stamp,
    const std::vector<ConfirmedRow>& rows)
{
    auto& database = *fixture.shop->database;
    auto transaction = must(sql::Transaction::begin(database));
    storage::ConfirmedRows confirmed(database);
    must(confirmed.settle(before, stamp));
    must(confirmed.apply(stamp, rows));
    must(transaction.commit());
}

std::int64_t count(EngineFixture& fixture, const std::string& query)
{
    return must(fixture.shop->database->selectInteger(query)).value_or(-1);
}

/// An HQ that takes lines, holds some back, lets them in later, hears of others' changes, and once
/// in a while is restored from a backup; and a register that knows it by answers in pieces. What
/// the register must show follows from which own lines are in the row that it was given last.
class MergeModel {
public:
    explicit MergeModel(std::uint64_t seed)
        : m_random(seed)
    {
        for (int i = 0; i < kThings; ++i) {
            m_products.push_back(m_fixture.shop->product("P" + std::to_string(i), 100));
            m_hq.members[i] = {"HQ", 1, nextVersion()};
            m_hq.stock[i] = {0, nextVersion()};
        }
        m_hq.applied = m_fixture.head();
        m_saved = m_hq;
    }

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            switch (m_random.below(10)) {
            case 0:
            case 1: sellSomething(); break;
            case 2:
            case 3: renameMember(); break;
            case 4:
            case 5: ingest(); break;
            case 6: repair(); break;
            case 7: hearOthers(); break;
            default: deliver(); break;
            }
            if (m_random.below(100) == 0)
                m_saved = m_hq;
            if (m_random.below(100) == 0)
                restore();
            check();
        }
        while (m_hq.applied < m_fixture.head())
            ingest();
        while (!m_hq.quarantined.empty())
            repair();
        do
            deliver();
        while (!m_answer.empty() || m_cursor < m_version);
        check();
        for (int i = 0; i < kThings; ++i) {
            CHECK(visibleStock(i) == m_hq.stock[i].amount);
            CHECK(nameOf(m_fixture, i) == m_hq.members[i].name);
        }
        CHECK(count(m_fixture, "SELECT COUNT(*) FROM entity_lines") == 0);
    }

private:
    static constexpr int kThings = 3;

    struct OwnLine {
        int thing;
        std::int64_t delta;  ///< of stock; 0: a new name
        std::string name;
        std::int64_t stamp;
    };
    struct Member {
        std::string name;
        std::int64_t stamp;
        std::int64_t version;
    };
    struct Stock {
        std::int64_t amount;
        std::int64_t version;
    };
    struct Hq {
        std::map<int, Member> members;
        std::map<int, Stock> stock;
        std::int64_t applied = 0;
        std::set<std::int64_t> quarantined;
    };
    struct Given {  ///< what the register was told last
        std::int64_t amount = 0;
        std::string name;
        std::int64_t applied = 0;
        std::set<std::int64_t> quarantined;

        bool holds(std::int64_t seq) const { return seq <= applied && !quarantined.contains(seq); }
    };

    std::int64_t nextVersion() { return ++m_version; }

    void sellSomething()
    {
        const auto thing = static_cast<int>(m_random.below(kThings));
        const auto pieces = m_random.between(1, 9);
        m_fixture.product = m_products[static_cast<std::size_t>(thing)];
        m_fixture.addLine(pieces);
        m_own[m_fixture.head()] = {thing, pieces * 1000, {}, 0};
    }

    void renameMember()
    {
        const auto thing = static_cast<int>(m_random.below(kThings));
        if (!m_givenMembers.contains(thing))
            return;  // nobody renames a member that the counter does not show
        const std::string name = "own" + std::to_string(m_fixture.head() + 1);
        journal::EntityChanged changed;
        changed.kind = journal::EntityKind::Member;
        changed.id = memberId(thing);
        changed.fields.emplace_back(
            *journal::schemaOf(changed.kind).find("name"), journal::FieldValue{name});
        m_fixture.clock.advance(std::chrono::milliseconds(10));
        (void)must(m_fixture.shop->writer->write(RegisterFixture::kCashier, changed));
        m_own[m_fixture.head()] = {thing, 0, name, ++m_time};
    }

    void take(std::int64_t seq)
    {
        const auto own = m_own.find(seq);
        if (own == m_own.end())
            return;
        const auto& line = own->second;
        if (line.delta != 0) {
            auto& stock = m_hq.stock[line.thing];
            stock = {stock.amount + line.delta, nextVersion()};
            return;
        }
        auto& member = m_hq.members[line.thing];
        if (line.stamp > member.stamp)
            member = {line.name, line.stamp, 0};
        member.version = nextVersion();  // a losing writer must see the winner's value
    }

    void ingest()
    {
        for (auto lines = m_random.between(1, 4); lines > 0 && m_hq.applied < m_fixture.head();
             --lines) {
            const auto seq = ++m_hq.applied;
            if (m_random.below(5) == 0)
                m_hq.quarantined.insert(seq);
            else
                take(seq);
        }
    }

    void repair()
    {
        if (m_hq.quarantined.empty())
            return;
        const auto seq = *m_hq.quarantined.begin();
        m_hq.quarantined.erase(seq);
        take(seq);
    }

    void hearOthers()
    {
        const auto thing = static_cast<int>(m_random.below(kThings));
        if (m_random.below(2) == 0) {
            auto& stock = m_hq.stock[thing];
            stock = {stock.amount - 1000, nextVersion()};
        } else {
            m_hq.members[thing] = {"other" + std::to_string(m_version), ++m_time, nextVersion()};
        }
    }

    /// Everything is new in the new epoch; answers of the old one are thrown away.
    void restore()
    {
        m_hq = m_saved;
        m_cursor = m_version;
        for (auto& [thing, member] : m_hq.members)
            member.version = nextVersion();
        for (auto& [thing, stock] : m_hq.stock)
            stock.version = nextVersion();
        m_answer.clear();
    }

    /// The next piece of an answer; a new answer where none is under way.
    void deliver()
    {
        if (m_answer.empty()) {
            m_answerHq = m_hq;
            for (const auto& [thing, member] : m_hq.members) {
                if (member.version > m_cursor)
                    m_answer[member.version] = {"member", memberId(thing).toString(),
                        member.version, memberData(member.name)};
            }
            for (const auto& [thing, stock] : m_hq.stock) {
                if (stock.version > m_cursor)
                    m_answer[stock.version] = {"balance",
                        accountOf(thing).path + '\t' + unitOf(thing).code, stock.version,
                        Json{{"amount", stock.amount}}};
            }
        }
        std::vector<ConfirmedRow> rows;
        const auto wanted = static_cast<std::size_t>(m_random.between(1, 4));
        while (!m_answer.empty() && rows.size() < wanted) {
            rows.push_back(m_answer.begin()->second);
            m_cursor = m_answer.begin()->first;
            m_answer.erase(m_answer.begin());
        }
        const FeedStamp stamp{
            m_answerHq.applied, {m_answerHq.quarantined.begin(), m_answerHq.quarantined.end()}};
        applyRows(m_fixture, m_lastStamp, stamp, rows);
        m_lastStamp = stamp;
        for (const auto& row : rows) {
            Given given{0, {}, m_answerHq.applied, m_answerHq.quarantined};
            for (int thing = 0; thing < kThings; ++thing) {
                if (row.kind == "balance" && row.version == m_answerHq.stock[thing].version) {
                    given.amount = m_answerHq.stock[thing].amount;
                    m_givenStock[thing] = given;
                } else if (row.kind == "member"
                    && row.version == m_answerHq.members[thing].version) {
                    given.name = m_answerHq.members[thing].name;
                    m_givenMembers[thing] = given;
                }
            }
        }
    }

    ledger::AccountId accountOf(int thing) const
    {
        return ledger::accounts::stock(*StoreId::parse("01935140-0000-7000-8000-000000000003"),
            m_products[static_cast<std::size_t>(thing)].id);
    }
    ledger::Unit unitOf(int thing) const
    {
        return ledger::Unit::goods(m_products[static_cast<std::size_t>(thing)].id);
    }
    std::int64_t visibleStock(int thing)
    {
        return must(storage::LedgerStore(*m_fixture.shop->database)
                        .balance(accountOf(thing), unitOf(thing)));
    }

    void check()
    {
        for (int thing = 0; thing < kThings; ++thing) {
            std::int64_t amount = m_givenStock[thing].amount;
            std::string name;
            if (m_givenMembers.contains(thing))
                name = m_givenMembers[thing].name;
            for (const auto& [seq, line] : m_own) {
                if (line.thing != thing)
                    continue;
                if (line.delta != 0 && !m_givenStock[thing].holds(seq))
                    amount += line.delta;
                if (line.delta == 0 && !m_givenMembers[thing].holds(seq))
                    name = line.name;
            }
            REQUIRE(visibleStock(thing) == amount);
            REQUIRE(nameOf(m_fixture, thing) == name);
        }
    }

    EngineFixture m_fixture;
    SeededRandom m_random;
    std::vector<catalog::Product> m_products;
    std::int64_t m_version = 0;
    std::int64_t m_time = 1;
    std::int64_t m_cursor = 0;
    Hq m_hq;
    Hq m_saved;
    std::map<std::int64_t, OwnLine> m_own;
    std::map<std::int64_t, ConfirmedRow> m_answer;
    Hq m_answerHq;
    FeedStamp m_lastStamp;
    std::map<int, Given> m_givenStock;
    std::map<int, Given> m_givenMembers;
};

}  // namespace

TEST_CASE("Own lines are never lost nor counted twice, however HQ's rows interleave with them",
    "[sync][merge]")
{
    const auto seed = GENERATE(range(1, 61));
    INFO("seed " << seed);
    MergeModel(static_cast<std::uint64_t>(seed)).run(250);
}

TEST_CASE("A price of a release to come waits for it, and the one in force stays", "[sync][merge]")
{
    EngineFixture fixture;
    auto& database = *fixture.shop->database;
    const Uuid product = fixture.product.id.uuid;
    std::int64_t version = 0;
    const auto price = [&](std::int64_t release, std::int64_t amount) {
        applyRows(fixture, {2, {}}, {2, {}},
            {{"price", product.toString(), ++version,
                Json{{"product", product.toString()}, {"release", release}, {"amount", amount}}}});
    };
    const auto release = [&](std::int64_t number) {
        applyRows(fixture, {2, {}}, {2, {}},
            {{"release", memberId(static_cast<int>(number)).toString(), ++version,
                Json{{"number", number}}}});
    };
    const auto inForce = [&] {
        return must(storage::ProductStore(database).find(fixture.product.id)).value().price.minor();
    };
    CHECK(inForce() == 500);
    price(1, 600);
    CHECK(inForce() == 500);
    price(2, 700);  // a later one overtakes it before its time
    CHECK(inForce() == 500);
    release(2);
    CHECK(inForce() == 700);
    price(2, 750);  // of the release in force
    CHECK(inForce() == 750);
    price(3, 800);
    CHECK(inForce() == 750);
    release(3);
    CHECK(inForce() == 800);
    price(4, 900);
    CHECK(inForce() == 800);
    CHECK(count(fixture, "SELECT COUNT(*) FROM earlier_prices") == 1);
}

TEST_CASE("An older row of HQ changes nothing", "[sync][merge]")
{
    EngineFixture fixture;
    const auto row = [](std::int64_t version, const char* name) {
        return ConfirmedRow{"member", memberId(1).toString(), version, memberData(name)};
    };
    applyRows(fixture, {}, {2, {}}, {row(9, "new")});
    applyRows(fixture, {2, {}}, {2, {}}, {row(8, "old"), row(9, "same")});
    CHECK(nameOf(fixture, 1) == "new");
}

TEST_CASE("What this version does not understand is kept until one does", "[sync][merge]")
{
    EngineFixture fixture;
    const std::string id = memberId(1).toString();
    auto data = memberData("Li");
    data["favouriteColour"] = "red";
    applyRows(fixture, {}, {2, {}},
        {{"hologram", "h1", 3, Json{{"depth", 3}}}, {"member", id, 4, data},
            {"tier", memberId(2).toString(), 5, Json{{"name", "lacks all the rest"}}}});

    CHECK(nameOf(fixture, 1) == "Li");
    CHECK(count(fixture, "SELECT COUNT(*) FROM unknown_rows") == 3);

    SECTION("a newer row that is understood takes its place") {
        applyRows(fixture, {2, {}}, {2, {}}, {{"member", id, 6, memberData("Wang")}});
        CHECK(nameOf(fixture, 1) == "Wang");
        CHECK(count(fixture, "SELECT COUNT(*) FROM unknown_rows") == 2);
    }
    SECTION("the version that understands it reads it, once") {
        // As an upgrade finds it: a raw row whose kind and fields are known now.
        auto& database = *fixture.shop->database;
        must(database.script(
            "UPDATE unknown_rows SET row = replace(row, 'favouriteColour', 'note')"));
        const auto reread = [&] {
            auto transaction = must(sql::Transaction::begin(database));
            must(storage::ConfirmedRows(database).readKeptRows({2, {}}));
            must(transaction.commit());
        };
        reread();
        CHECK(
            count(fixture, "SELECT COUNT(*) FROM members WHERE note = 'red' AND version = 4") == 1);
        CHECK(count(fixture, "SELECT COUNT(*) FROM unknown_rows WHERE kind = 'hologram'") == 1);
        CHECK(count(fixture, "SELECT COUNT(*) FROM unknown_rows WHERE kind = 'member'") == 0);

        must(database.script("UPDATE members SET note = 'kept'"));
        reread();
        CHECK(count(fixture, "SELECT COUNT(*) FROM members WHERE note = 'kept'") == 1);
    }
}

}  // namespace bl::test
