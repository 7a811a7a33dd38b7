#include "core/catalog/barcode.h"
#include "core/catalog/in_store_code.h"
#include "resources/catalog/catalog.h"
#include "tests/support/catch.h"

namespace bl::catalog {

namespace {

InStorePatterns usual()
{
    return parseInStorePatterns(resources::catalogFiles().front().text).value();
}

std::string coded(const std::string& digits)
{
    return digits + gs1CheckDigit(digits);
}

Product goods(SaleUnit saleUnit, std::int64_t price, const char* unit = "kg")
{
    Product product;
    product.code = "2100017";
    product.saleUnit = saleUnit;
    product.price = Money::minor(price);
    product.unit = unit;
    return product;
}

const Currency& yuan()
{
    static const Currency currency = Currency::create("CNY").value();
    return currency;
}

}  // namespace

TEST_CASE("A shop's own code says article and weight", "[catalog]")
{
    const auto read = readMeasuredCode(coded("210001701255"), usual());
    REQUIRE(read);
    CHECK(read->articles == std::vector<std::string>{"2100017", "00017", "17"});
    CHECK(read->grams == 1255);
    CHECK_FALSE(read->price);
    const auto sale = measuredSale(*read, goods(SaleUnit::Measure, 1980), yuan());
    REQUIRE(sale);
    CHECK(sale->quantity == Quantity::thousandths(1255));
    CHECK(measuredSale(*read, goods(SaleUnit::Measure, 1980, "斤"), yuan())->quantity
        == Quantity::thousandths(2510));
    CHECK_FALSE(measuredSale(*read, goods(SaleUnit::Measure, 1980, "m"), yuan()));
    CHECK_FALSE(measuredSale(*read, goods(SaleUnit::Piece, 1980), yuan()));
}

TEST_CASE("A shop's own code says article and price", "[catalog]")
{
    const auto read = readMeasuredCode(coded("220001702485"), usual());
    REQUIRE(read);
    CHECK(read->price == 2485);
    const auto weighed = measuredSale(*read, goods(SaleUnit::Measure, 1980), yuan());
    REQUIRE(weighed);
    CHECK(weighed->quantity == Quantity::thousandths(1255));
    CHECK(extend(weighed->product.price, weighed->quantity).value() == Money::minor(2485));
    const auto piece = measuredSale(*read, goods(SaleUnit::Piece, 100), yuan());
    REQUIRE(piece);
    CHECK(piece->product.price == Money::minor(2485));
    CHECK(piece->quantity == Quantity::thousandths(1000));
    CHECK_FALSE(measuredSale(*read, goods(SaleUnit::Measure, 0), yuan()));
}

TEST_CASE("What fits no pattern or has a wrong check digit says nothing", "[catalog]")
{
    const std::string right = coded("210001701255");
    std::string wrong = right;
    wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);
    CHECK_FALSE(readMeasuredCode(wrong, usual()));
    CHECK_FALSE(readMeasuredCode("6901234567892", usual()));
    CHECK_FALSE(readMeasuredCode(right.substr(1), usual()));
    CHECK_FALSE(readMeasuredCode("21000170125X2", usual()));
    // A weight of nothing is a code, and nothing that can be sold.
    const auto empty = readMeasuredCode(coded("210001700000"), usual());
    REQUIRE(empty);
    CHECK_FALSE(measuredSale(*empty, goods(SaleUnit::Measure, 1980), yuan()));
}

TEST_CASE("Weights and prices of GS1 codes count too", "[catalog]")
{
    const auto weight = readMeasuredCode("01069012345678923102001234", {});
    REQUIRE(weight);
    CHECK(weight->grams == 12340);
    CHECK(weight->articles == std::vector<std::string>{"06901234567892", "6901234567892"});
    const auto price = readMeasuredCode("010690123456789239321561280", {});
    REQUIRE(price);
    CHECK(price->price == 1280);
    CHECK(price->priceDecimals == 2);
    CHECK_FALSE(readMeasuredCode("010690123456789210A", {}));
}

TEST_CASE("Patterns are refused that cannot be meant", "[catalog]")
{
    CHECK(InStorePattern::parse("2......{NNDDD}{$NNNDD}"));
    for (const char* wrong : {"", "21", "21.....", "{NNDDD}", "21.....{NNDDD", "21.....{DDN}",
             "21.....{}", "21.....{$}", "21..{NND}{NND}", "21x....{NNDDD}", "1.{N}",
             "21....................{NNDDD}", "21..{NNNNNNNNNN}"}) {
        INFO(wrong);
        CHECK_FALSE(InStorePattern::parse(wrong));
    }
    CHECK_FALSE(parseInStorePatterns("# one\n21.....{NNDDD}\nnonsense"));
    CHECK(parseInStorePatterns("# none\n\n")->empty());
}

}  // namespace bl::catalog
