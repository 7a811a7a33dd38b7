#include "tests/support/register_fixture.h"

#include "core/storage/new_database.h"

namespace bl::test {

namespace {

std::unique_ptr<sql::Database> openOrCreate(const std::string& file, const WallClock& clock)
{
    if (!std::filesystem::exists(file))
        must(storage::createDatabase(file, storage::Side::Register, clock));
    return must(sql::Database::open(file, sql::Access::Writer));
}

}  // namespace

RegisterFixture::RegisterFixture(
    const std::string& file, const std::string& code, std::int64_t number, std::uint64_t seed)
    : random(seed)
    , ids(clock, random)
    , database(openOrCreate(file, clock))
{
    storage::SiteStore sites(*database);
    if (!must(sites.find())) {
        const storage::Site site{*OrganisationId::parse("01935140-0000-7000-8000-000000000001"),
            must(Currency::create("CNY")), must(TimeZone::create("Asia/Shanghai")),
            RegisterId{ids.next()}, number, code, StoreId{ids.next()}};
        auto transaction = must(sql::Transaction::begin(*database));
        must(sites.save(site));
        must(storage::JournalStore(*database).create(
            number, site.registerId, site.organisation, {}));
        must(transaction.commit());
    }
    writer = std::make_unique<services::OperationWriter>(*database, clock, listener);
    context = std::make_unique<services::ServiceContext>(
        services::ServiceContext{*database, clock, random, ids, *writer});
}

catalog::Product RegisterFixture::product(
    const std::string& code, std::int64_t price, const std::string& name)
{
    catalog::Product draft;
    draft.code = code;
    draft.name = name;
    draft.unit = "件";
    draft.price = Money::minor(price);
    auto batch = must(writer->begin());
    auto made = must(services::ProductService(*context).create(batch, draft, kCashier));
    must(batch.commit());
    return made;
}

members::Member RegisterFixture::member(const std::string& name, const std::string& phone)
{
    members::Member draft;
    draft.name = name;
    draft.phone = phone;
    return must(services::MemberService(*context).create(draft, kCashier));
}

sales::Ticket RegisterFixture::ticket(const std::vector<catalog::Product>& products)
{
    sales::Ticket ticket(context->newId<TicketId>());
    for (const auto& product : products)
        (void)must(ticket.add(product, Quantity::thousandths(1000)));
    return ticket;
}

Result<services::CompletedSale> RegisterFixture::sell(const sales::Ticket& ticket)
{
    BL_CHECK(services::TicketService(*context).save(ticket, kCashier));
    return services::SellService(*context).pay(
        ticket.id(), {{sales::kCash, ticket.total(), ticket.total()}}, kCashier);
}

}  // namespace bl::test
