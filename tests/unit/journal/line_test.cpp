#include "core/base/json.h"
#include "core/journal/chain.h"
#include "core/journal/data_codec.h"
#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "core/money/limits.h"
#include "tests/support/catch.h"

using namespace bl;
using journal::Operation;

namespace {

Uuid id(int last)
{
    Uuid uuid;
    uuid.bytes[6] = 0x70;
    uuid.bytes[8] = 0x80;
    uuid.bytes[15] = static_cast<std::uint8_t>(last);
    return uuid;
}

sales::Sale sampleSale()
{
    sales::Sale sale;
    sale.store = {id(3)};
    sale.shift = {id(4)};
    sale.receipt = "S01-1-000001";
    sale.day = "2026-11-22";
    sale.time = fromMillis(1'795'329'000'123);
    sale.currency = "CNY";
    sale.member = MemberId{id(5)};
    sale.lines = {{{id(6)}, "690123", "洁面乳 \"100ml\"", Quantity::thousandths(2000),
                      Money::minor(5900), Money::minor(11800)},
        {{id(7)}, "2000001", "新疆红提", Quantity::thousandths(1255), Money::minor(1980),
            Money::minor(2485)}};
    sale.total = Money::minor(14285);
    sale.rounding = Money::minor(5);
    sale.tenders = {{"cash", Money::minor(14280), Money::minor(20000)}};
    return sale;
}

Operation operationOf(journal::OperationData data)
{
    Operation operation;
    operation.registerId = {id(1)};
    operation.seq = 101;
    operation.hlc = *HybridTime::parse("0193514c2b400000");
    operation.at = "2026-11-22T14:30:00.123+08:00";
    operation.by = {id(2)};
    operation.rules = "r42";
    operation.data = std::move(data);
    return operation;
}

std::string encoded(const Operation& operation)
{
    const auto effects = journal::effects(operation);
    REQUIRE(effects);
    const auto line = journal::encodeLine(operation, effects->postings);
    REQUIRE(line);
    return *line;
}

journal::Entity sampleMember()
{
    journal::Entity member(journal::EntityKind::Member, id(9));
    member.set("number", std::string("80000001"))
        .set("name", std::string("王小明"))
        .set("initials", std::string("wxm"))
        .set("tier", id(8))
        .set("active", std::int64_t{1});
    return member;
}

}  // namespace

TEST_CASE("Tickets that are parked, recalled and discarded come back from their lines as they were",
    "[journal][ticket]")
{
    catalog::Product product;
    product.id = {id(6)};
    product.code = "690123";
    product.name = "洁面乳";
    product.price = Money::minor(5900);
    sales::Ticket ticket({id(8)});
    REQUIRE(ticket.add(product, Quantity::thousandths(2000)));
    ticket.setMember(MemberId{id(5)});
    const auto time = fromMillis(1'795'329'000'123);
    const auto data = GENERATE_COPY(as<journal::OperationData>{},
        sales::TicketParked{{id(3)}, ticket, "red coat", time},
        sales::TicketEnded{{id(3)}, {id(8)}, sales::TicketEnd::Recalled, time},
        sales::TicketEnded{{id(3)}, {id(8)}, sales::TicketEnd::Discarded, time});
    const auto operation = operationOf(data);
    const auto decoded = journal::decodeLine(encoded(operation));
    REQUIRE(decoded);
    CHECK(decoded->operation.data == data);
    const auto effects = journal::effects(decoded->operation);
    REQUIRE(effects);
    CHECK(effects->postings.postings().empty());
    CHECK(effects->changes.size() == 1);
    CHECK(journal::checkPostings(*decoded, effects->postings));
}

TEST_CASE("A parked ticket is made by no other operation than its own", "[journal][ticket]")
{
    for (const char* type : {"parked-ticket.created", "parked-ticket.changed", "ticket.created"})
        CHECK(journal::decodeData(type, 1, Json{{"id", id(1).toString()}, {"fields", {}}})
                  .error()
                  .code
            == ErrorCode::UnknownOperation);
}

TEST_CASE("Every kind of operation comes back from its line as it went in", "[journal]")
{
    const journal::EntityChanged change{journal::EntityKind::Member, id(9),
        {{1, std::string("王大明")}, {3, journal::FieldValue{}}}};
    auto refund = sampleSale();
    refund.kind = sales::SaleKind::Refund;
    refund.member.reset();
    refund.external = "C536379";
    const std::vector<journal::OperationData> all{sampleSale(), refund,
        stock::StockCorrection{{id(3)}, {id(6)}, "690123", Quantity::thousandths(-3000), "damaged",
            "2026-11-22", fromMillis(5), "536400"},
        shifts::ShiftOpening{
            {id(3)}, {id(4)}, 2, "2026-11-22", fromMillis(7), "CNY", Money::minor(50000)},
        shifts::ShiftClosing{
            {id(3)}, {id(4)}, fromMillis(9), "CNY", Money::minor(50100), Money::minor(50000)},
        shifts::ShiftOpening{
            {id(3)}, {id(4)}, 2, "2026-11-22", fromMillis(7), "CNY", Money{}, UserId{id(11)}},
        shifts::ShiftClosing{
            {id(3)}, {id(4)}, fromMillis(9), "CNY", Money{}, Money{}, UserId{id(11)}},
        journal::EntityCreated{sampleMember()}, change};
    for (const auto& data : all) {
        const auto operation = operationOf(data);
        const auto line = encoded(operation);
        CAPTURE(line);
        const auto decoded = journal::decodeLine(line);
        REQUIRE(decoded);
        CHECK(decoded->operation.data == data);
        CHECK(decoded->operation.seq == 101);
        CHECK(decoded->operation.hlc == operation.hlc);
        CHECK(decoded->operation.by == operation.by);
        CHECK(journal::checkPostings(*decoded, journal::effects(decoded->operation)->postings));
        CHECK(encoded(decoded->operation) == line);
    }
}

TEST_CASE("A line has its keys in the order of the protocol and is one line", "[journal]")
{
    const auto line = encoded(operationOf(sampleSale()));

    CHECK(line.find('\n') == std::string::npos);
    const auto json = parseJson(line);
    REQUIRE(json);
    std::vector<std::string> keys;
    for (const auto& item : json->items())
        keys.push_back(item.key());
    CHECK(keys
        == std::vector<std::string>{
            "register", "seq", "hlc", "at", "by", "type", "v", "rules", "post", "ph", "data"});
}

TEST_CASE("Goods stay out of the printed postings and count in their fingerprint", "[journal]")
{
    auto sale = sampleSale();
    const auto line = journal::decodeLine(encoded(operationOf(sale)));
    REQUIRE(line);
    for (const auto& posting : line->post)
        CHECK(posting.unit.code == "CNY");

    sale.lines[0].quantity = Quantity::thousandths(3000);
    const auto other = journal::decodeLine(encoded(operationOf(sale)));
    REQUIRE(other);
    CHECK(other->post == line->post);
    CHECK(other->fingerprint != line->fingerprint);
}

TEST_CASE("A line whose postings were tampered with is found out", "[journal]")
{
    auto line = encoded(operationOf(sampleSale()));
    const auto at = line.find("14280");
    REQUIRE(at != std::string::npos);
    line.replace(at, 5, "14279");
    const auto decoded = journal::decodeLine(line);
    REQUIRE(decoded);

    const auto checked =
        journal::checkPostings(*decoded, journal::effects(decoded->operation)->postings);

    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::UnbalancedOperation);
}

TEST_CASE("Lines of a newer version are told from broken ones", "[journal]")
{
    auto line = encoded(operationOf(sampleSale()));
    const auto version = line.find("\"v\":1");
    auto newer = line;
    newer.replace(version, 5, "\"v\":2");

    CHECK(journal::decodeLine(newer).error().code == ErrorCode::UnknownOperation);
    CHECK(journal::decodeLine("{\"seq\":1}").error().code == ErrorCode::InvalidJson);
    CHECK(journal::decodeLine(line.substr(0, line.size() - 1)).error().code
        == ErrorCode::InvalidJson);
    CHECK(journal::decodeLine(std::string(journal::kMaxLineBytes + 1, ' ')).error().code
        == ErrorCode::LineTooLong);
}

TEST_CASE("No line moves more than HQ takes", "[journal]")
{
    auto sale = sampleSale();
    sale.lines[0].quantity = Quantity::thousandths(kMaxLineAmount);
    CHECK(journal::effects(operationOf(sale)).error().code == ErrorCode::AmountOverflow);
    sale.lines[0].quantity = Quantity::thousandths(kMaxLineAmount + 1);
    CHECK(journal::effects(operationOf(sale)).error().code == ErrorCode::AmountOverflow);
    CHECK(journal::effects(operationOf(sampleSale())));
}

TEST_CASE("What no JSON reader keeps exactly is refused when the line is made", "[journal]")
{
    auto sale = sampleSale();
    sale.lines[0].unitPrice = Money::minor(kMaxJsonInteger + 1);
    const auto tooLarge = operationOf(sale);
    const auto postings = journal::effects(operationOf(sampleSale()))->postings;
    CHECK(journal::encodeLine(tooLarge, postings).error().code == ErrorCode::AmountOverflow);

    sale = sampleSale();
    sale.lines[0].name = "\xff\xfe";
    const auto notText = operationOf(sale);
    CHECK(journal::encodeLine(notText, journal::effects(notText)->postings).error().code
        == ErrorCode::InvalidEncoding);
}
