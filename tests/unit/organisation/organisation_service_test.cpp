#include "core/access/password.h"
#include "core/journal/line.h"
#include "core/services/organisation/organisation_file.h"
#include "core/services/product_service.h"
#include "core/staff/user.h"
#include "core/storage/journal_store.h"
#include "core/storage/member_store.h"
#include "core/storage/product_store.h"
#include "core/storage/template_store.h"
#include "resources/demo/demo.h"
#include "tests/support/catch.h"
#include "tests/unit/organisation/organisation_bench.h"

namespace bl::test {

using journal::EntityKind;

namespace {

std::string demo()
{
    return std::string(resources::demoFiles().at(0).text);
}

/// The types of the lines from `first` on.
std::vector<std::string> typesFrom(OrganisationBench& bench, std::int64_t first)
{
    std::vector<std::string> types;
    REQUIRE(storage::JournalStore(bench.database())
                .visit(1, first, 100000, [&](const storage::StoredLine& line) -> Result<bool> {
                    BL_TRY(const auto decoded, journal::decodeLine(line.line));
                    types.push_back(journal::typeOf(decoded.operation.data).name);
                    return true;
                }));
    return types;
}

std::string product(int price)
{
    return R"({"products":[{"code":"6901234567892","name":"氨基酸洁面乳","price":)"
        + std::to_string(price) + "}]}";
}

std::int64_t priceOf(OrganisationBench& bench, const char* code)
{
    const auto found = storage::ProductStore(bench.database()).findByCode(code);
    REQUIRE(found);
    REQUIRE(*found);
    return (*found)->price.minor();
}

}  // namespace

TEST_CASE("The demo organisation is applied whole: one line for each thing")
{
    OrganisationBench bench;
    const auto before = bench.lines();
    const auto summary = bench.apply(demo());
    REQUIRE(summary);
    CHECK(summary->counts.at(EntityKind::Product).created == 200);
    CHECK(summary->counts.at(EntityKind::Price).created == 200);
    CHECK(summary->counts.at(EntityKind::Member).created == 500);
    CHECK(summary->counts.at(EntityKind::Tier).created == 3);
    CHECK(summary->counts.at(EntityKind::User).created == 3);
    CHECK(summary->counts.at(EntityKind::Store).created == 1);
    CHECK(summary->counts.at(EntityKind::Store).changed == 1);
    CHECK(summary->counts.at(EntityKind::Release).created == 1);
    std::int64_t sum = 0;
    for (const auto& [kind, count] : summary->counts)
        sum += count.created + count.changed;
    CHECK(bench.lines() == before + sum);
    CHECK(summary->toJson()["product"]["created"] == 200);

    CHECK(bench.entity(EntityKind::Setting, "key", "organisation.name").text("value")
        == "青禾生活馆");
    const auto face = bench.entity(EntityKind::Product, "code", "6901234567892");
    CHECK(face.text("initials").starts_with("ajsjmr"));
    CHECK(face.uuid("category") == bench.entity(EntityKind::Category, "code", "skin").id);
    CHECK(priceOf(bench, "6901234567892") == 5900);
}

TEST_CASE("The same file again adds no line and changes no row")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(demo()));
    const auto before = bench.everything();
    const auto again = bench.apply(demo());
    REQUIRE(again);
    CHECK(again->isEmpty());
    CHECK(again->toJson().dump() == "{}");
    CHECK(bench.everything() == before);
}

TEST_CASE("Only fields that differ are written, and what the file does not name stays")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(
        R"({"stores":[{"code":"S02","name":"大学城店","address":"学府街 66 号","phone":"0571-5550 0202"}]})"));
    const auto before = bench.lines();
    const auto summary =
        bench.apply(R"({"stores":[{"code":"S02","name":"大学城店","address":"学府街 68 号"}]})");
    REQUIRE(summary);
    CHECK(summary->counts.at(EntityKind::Store).changed == 1);
    CHECK(typesFrom(bench, before + 1) == std::vector<std::string>{"store.changed"});
    const auto store = bench.entity(EntityKind::Store, "code", "S02");
    CHECK(store.text("address") == "学府街 68 号");
    CHECK(store.text("phone") == "0571-5550 0202");

    const auto line = storage::JournalStore(bench.database()).findLine(1, before + 1);
    REQUIRE(line);
    REQUIRE(*line);
    const auto decoded = journal::decodeLine((*line)->line);
    REQUIRE(decoded);
    CHECK(std::get<journal::EntityChanged>(decoded->operation.data).fields.size() == 1);
}

TEST_CASE("An empty text takes a value away")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(R"({"members":[{"number":"1","name":"王小明","note":"花生过敏"}]})"));
    REQUIRE(bench.apply(R"({"members":[{"number":"1","note":""}]})"));
    CHECK(bench.entity(EntityKind::Member, "number", "1").get("note") == journal::FieldValue{});
}

TEST_CASE("A file of which one thing is wrong changes nothing at all")
{
    OrganisationBench bench;
    const auto before = bench.everything();
    const auto applied = bench.apply(
        R"({"stores":[{"code":"S02","name":"大学城店"}],"products":[{"code":"1","name":"水","price":100}],)"
        R"("members":[{"number":"1","name":"王小明","tier":"platinum"}]})");
    REQUIRE_FALSE(applied);
    CHECK(applied.error()
        == Error{ErrorCode::InvalidOrganisation, {"/members/0/tier", "nothing-named", "platinum"}});
    CHECK(bench.everything() == before);
}

TEST_CASE("New prices hold from the next release on, which comes last")
{
    OrganisationBench bench;
    const auto before = bench.lines();
    REQUIRE(bench.apply(product(5900)));
    CHECK(typesFrom(bench, before + 1)
        == std::vector<std::string>{"product.created", "price.created", "release.created"});
    CHECK(storage::ProductStore(bench.database()).currentRelease().value() == 1);

    REQUIRE(bench.apply(product(4900)));
    CHECK(typesFrom(bench, before + 4)
        == std::vector<std::string>{"price.changed", "release.created"});
    CHECK(storage::ProductStore(bench.database()).currentRelease().value() == 2);
    const auto face = bench.entity(EntityKind::Product, "code", "6901234567892");
    const auto price = storage::EntityStore(bench.database()).find(EntityKind::Price, face.id);
    REQUIRE(price);
    REQUIRE(*price);
    CHECK((*price)->integer("release") == 2);
    CHECK(priceOf(bench, "6901234567892") == 4900);

    const auto lines = bench.lines();
    REQUIRE(bench.apply(product(4900)));
    CHECK(bench.lines() == lines);
    REQUIRE(bench.apply(R"({"products":[{"code":"6901234567892","unit":"支"}]})"));
    CHECK(storage::ProductStore(bench.database()).currentRelease().value() == 2);
}

TEST_CASE("A PIN of the file is kept as a hash, and the same PIN again is no change")
{
    OrganisationBench bench;
    const std::string role =
        R"({"roles":[{"code":"cashier","name":"收银员"}],"users":[{"login":"lina",)";
    REQUIRE(bench.apply(
        role + R"("name":"李娜","role":"cashier","pin":"2580","password":"eight characters"}]})"));
    const auto first = bench.entity(EntityKind::User, "login", "lina");
    CHECK(access::verifySecret(first.text("pinHash"), "2580"));
    CHECK(access::verifySecret(first.text("passwordHash"), "eight characters"));
    CHECK(first.integer("pinTemporary") == 0);
    {
        auto rows = bench.database().select("SELECT line FROM journal");
        REQUIRE(rows);
        while (rows->next())
            CHECK(rows->bytes(0).find("eight characters") == std::string::npos);
    }

    const auto lines = bench.lines();
    REQUIRE(bench.apply(role + R"("pin":"2580","password":"eight characters"}]})"));
    CHECK(bench.lines() == lines);

    const auto changed = bench.apply(role + R"("pin":"4059"}]})");
    REQUIRE(changed);
    CHECK(changed->counts.at(EntityKind::User).changed == 1);
    const auto second = bench.entity(EntityKind::User, "login", "lina");
    CHECK(access::verifySecret(second.text("pinHash"), "4059"));
    CHECK(second.text("passwordHash") == first.text("passwordHash"));

    SECTION("a hash in place of the PIN is compared as it is") {
        const auto byHash = role + R"("pinHash":")" + first.text("pinHash") + R"("}]})";
        REQUIRE(bench.apply(byHash));
        CHECK(bench.entity(EntityKind::User, "login", "lina").text("pinHash")
            == first.text("pinHash"));
        const auto again = bench.apply(byHash);
        REQUIRE(again);
        CHECK(again->isEmpty());
    }
}

TEST_CASE("Secrets that were hashed beforehand are applied as if they had been hashed at once")
{
    OrganisationBench bench;
    const std::string text =
        R"({"users":[{"login":"owner","pin":"7316"},{"login":"lina","name":"李娜","role":"cashier","pin":"2580"}]})";
    auto plan = services::parseOrganisation(text);
    REQUIRE(plan);
    REQUIRE(services::OrganisationService::settleSecrets(*plan, bench.database()));
    CHECK_FALSE(plan->sections[2].entities[0].pin->hash.empty());
    REQUIRE(bench.apply(text));
    REQUIRE(services::OrganisationService::settleSecrets(*plan, bench.database()));
    const auto owner = bench.entity(EntityKind::User, "login", "owner");
    CHECK(plan->sections[2].entities[0].pin->matches == owner.text("pinHash"));
    CHECK(owner.integer("pinTemporary") == 0);
}

TEST_CASE("A member's phone number is stored without blanks and dashes and belongs to one member")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(
        R"({"members":[{"number":"1","name":"王小明","phone":"138 0000-0001"},{"number":"2","name":"李娜","phone":"13800000002"}]})"));
    CHECK(bench.entity(EntityKind::Member, "number", "1").text("phone") == "13800000001");

    SECTION("another member cannot get it") {
        const auto taken =
            bench.apply(R"({"members":[{"number":"3","name":"赵一鸣","phone":"13800000001"}]})");
        REQUIRE_FALSE(taken);
        CHECK(taken.error().detail[0] == "/members/0/phone");
    }
    SECTION("two members can exchange theirs") {
        REQUIRE(bench.apply(
            R"({"members":[{"number":"1","phone":"13800000002"},{"number":"2","phone":"13800000001"}]})"));
        CHECK(bench.entity(EntityKind::Member, "number", "1").text("phone") == "13800000002");
        CHECK(bench.entity(EntityKind::Member, "number", "2").text("phone") == "13800000001");
    }
    SECTION("the number of a member who is retired is free") {
        REQUIRE(bench.apply(R"({"members":[{"number":"1","active":false}]})"));
        CHECK(bench.apply(R"({"members":[{"number":"3","name":"赵一鸣","phone":"13800000001"}]})"));
    }
}

TEST_CASE("The day on which a member joined is the organisation's day")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(R"({"members":[{"number":"1","name":"王小明"}]})"));
    const auto member = bench.entity(EntityKind::Member, "number", "1");
    CHECK(member.text("since") == "2026-01-02");
    CHECK(member.text("initials") == "wxm");
    REQUIRE(bench.apply(R"({"members":[{"number":"1","name":"李娜"}]})"));
    CHECK(bench.entity(EntityKind::Member, "number", "1").text("initials") == "ln");
}

TEST_CASE("What is retired is no longer offered and comes back when the file says so")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(product(5900)));
    REQUIRE(bench.apply(R"({"products":[{"code":"6901234567892","active":false}]})"));
    CHECK_FALSE(storage::ProductStore(bench.database()).findByCode("6901234567892")->has_value());
    REQUIRE(bench.apply(R"({"products":[{"code":"6901234567892","active":true}]})"));
    CHECK(storage::ProductStore(bench.database()).findByCode("6901234567892")->has_value());
}

TEST_CASE("The chain's templates are in the file, and each change is a line of the journal")
{
    OrganisationBench bench;
    const auto file = [](const std::string& lines) {
        return R"({"templates":[{"name":"小票","receipt":{"blocks":[{"type":"marks"},{"type":"space","lines":)"
            + lines + R"(}]}},{"name":"价签","label":{"layout":"shelf","width":50,"height":30}}]})";
    };
    const auto first = bench.apply(file("1"));
    REQUIRE(first);
    CHECK(first->counts.at(EntityKind::Template).created == 2);
    storage::TemplateStore templates(bench.database());
    const auto inUse = [&] {
        return templates.receiptInUse(std::nullopt);
    };
    const receipts::ReceiptTemplate one{
        receipts::Languages::Program, {receipts::MarksBlock{}, receipts::SpaceBlock{1}}};
    REQUIRE(inUse());
    CHECK(*inUse() == one);

    const auto before = bench.lines();
    REQUIRE(bench.apply(file("1")));
    CHECK(bench.lines() == before);
    const auto second = bench.apply(file("2"));
    REQUIRE(second);
    CHECK(second->counts.at(EntityKind::Template).changed == 1);
    CHECK(bench.lines() == before + 1);
    CHECK(*inUse() != one);
    REQUIRE(bench.apply(R"({"templates":[{"name":"小票","active":false}]})"));
    CHECK_FALSE(*inUse());

    const auto label = templates.list(storage::TemplatePurpose::Label, std::nullopt);
    REQUIRE(label);
    REQUIRE(label->size() == 1);
    CHECK(label->front().name == "价签");
}

TEST_CASE("A template keeps its purpose, and its own mistakes are told at their places")
{
    OrganisationBench bench;
    REQUIRE(bench.apply(
        R"({"templates":[{"name":"a","label":{"layout":"shelf","width":50,"height":30}}]})"));
    const auto detailOf = [&](const std::string& entity) {
        const auto applied = bench.apply(R"({"templates":[)" + entity + "]}");
        REQUIRE_FALSE(applied);
        REQUIRE(applied.error().code == ErrorCode::InvalidOrganisation);
        return applied.error().detail;
    };
    CHECK(detailOf(R"({"name":"a","receipt":{"blocks":[{"type":"marks"}]}})")
        == std::vector<std::string>{"/templates/0", "one-of", "label"});
    CHECK(detailOf(R"({"name":"b"})")
        == std::vector<std::string>{"/templates/0", "field-missing", "receipt"});
    CHECK(detailOf(R"({"name":"b","label":{"layout":"shelf","width":5,"height":30}})").front()
        == "/templates/0/label/width");
    CHECK(detailOf(R"({"name":"b","receipt":{"blocks":[]}})")
              .front()
              .starts_with("/templates/0/receipt"));
    CHECK(
        detailOf(
            R"({"name":"b","label":{"layout":"shelf","width":50,"height":30},"receipt":{"blocks":[{"type":"marks"}]}})")
            [1]
        == "one-of");
}

}  // namespace bl::test
