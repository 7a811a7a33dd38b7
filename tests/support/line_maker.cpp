#include "tests/support/line_maker.h"

#include "core/base/hex.h"
#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "core/services/entity_conversion.h"
#include "core/staff/user.h"

#include <algorithm>
#include <stdexcept>

namespace bl::test {

namespace {

constexpr int kLinesPerSale = 5;
constexpr std::uint64_t kProducts = 500;
constexpr const char* kProductName = "氨基酸洁面乳 100ml";
constexpr const char* kDay = "2026-11-22";

/// The same products for every register of a run.
ProductId productNumber(std::uint64_t number)
{
    ProductId id;
    id.uuid.bytes = {1, 0x93, 0x51, 0x40, 0, 0, 0x70, 0, 0x80};
    id.uuid.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    id.uuid.bytes[15] = static_cast<std::uint8_t>(number & 0xff);
    return id;
}

template <typename T>
T made(Result<T> result)
{
    if (!result)
        throw std::runtime_error(describe(result.error()));
    return std::move(result).value();
}

}  // namespace

LineMaker::LineMaker(const sync::EnrolmentAnswer& site, const WallClock& clock, std::uint64_t seed)
    : m_site(site)
    , m_clock(clock)
    , m_random(seed)
    , m_hybrid(clock)
{
    const auto bytes = fromHex(site.nonce);
    journal::Nonce nonce{};
    if (!bytes || bytes->size() != nonce.size())
        throw std::runtime_error("the nonce is no nonce");
    std::copy(bytes->begin(), bytes->end(), nonce.begin());
    m_head.hash = journal::chainStart(site.organisation, site.registerId, nonce);
    m_random.fill({m_shift.uuid.bytes.data(), m_shift.uuid.bytes.size()});
}

std::string LineMaker::next()
{
    sales::Sale sale;
    sale.store = m_site.store;
    sale.shift = m_shift;
    sale.receipt = m_site.registerCode + "-" + std::to_string(m_head.seq + 1);
    sale.day = kDay;
    sale.time = m_clock.now();
    sale.currency = m_site.currency;
    for (int line = 0; line < kLinesPerSale; ++line) {
        const auto at = m_random.below(kProducts);
        const Money price = Money::minor(100 + static_cast<std::int64_t>(at));
        sale.lines.push_back({productNumber(at), "69" + std::to_string(at), kProductName,
            Quantity::thousandths(1000), price, price});
        sale.total += price;
    }
    sale.tenders = {{sales::kCash, sale.total, sale.total}};
    return lineOf(std::move(sale));
}

std::string LineMaker::stockUp()
{
    std::string lines;
    for (std::uint64_t number = 0; number < kProducts; ++number) {
        catalog::Product product;
        product.id = productNumber(number);
        product.code = "69" + std::to_string(number);
        product.name = kProductName;
        product.store = m_site.store;
        stock::StockCorrection delivery;
        delivery.store = m_site.store;
        delivery.product = product.id;
        delivery.code = product.code;
        delivery.quantity = Quantity::thousandths(1'000'000'000);
        delivery.reason = "opening";
        delivery.day = kDay;
        delivery.time = m_clock.now();
        lines += lineOf(journal::EntityCreated{services::toEntity(product)}) + '\n';
        lines += lineOf(std::move(delivery)) + '\n';
    }
    return lines;
}

std::string LineMaker::lineOf(journal::OperationData data)
{
    journal::Operation operation;
    operation.registerId = m_site.registerId;
    operation.seq = m_head.seq + 1;
    operation.hlc = m_hybrid.next();
    operation.at = "2026-11-22T14:30:00.000+08:00";
    operation.by = staff::kImportUser;
    operation.rules = "r1";
    operation.data = std::move(data);
    auto line = made(journal::encodeLine(operation, made(journal::effects(operation)).postings));
    m_head = {operation.seq, journal::chainNext(m_head.hash, line)};
    return line;
}

std::string rawPost(const std::string& target, const std::string& type, const std::string& token,
    const std::string& body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: hq\r\nBranchline-Protocol: 1\r\nContent-Type: "
        + type + (token.empty() ? "" : "\r\nAuthorization: Bearer " + token)
        + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace bl::test
