#include "tests/sim/sim_register.h"

#include "core/services/member_service.h"
#include "core/services/product_service.h"
#include "core/services/register_setup.h"
#include "core/services/sell_service.h"
#include "core/services/shift_service.h"
#include "core/services/stock_service.h"
#include "core/services/ticket_service.h"
#include "core/staff/user.h"
#include "core/storage/product_store.h"
#include "core/storage/sync_state_store.h"
#include "sync/client/enrolment_client.h"
#include "tests/support/register_fixture.h"

namespace bl::test {

using journal::Entity;
using journal::EntityKind;

namespace {
constexpr UserId kStaff = staff::kSystemUser;
}

SimRegister::SimRegister(VirtualTime& time, LossyNetwork& network, int number,
    const std::string& file, std::uint64_t seed)
    : SimProcess(time, file, storage::Side::Register, seed)
    , m_network(network)
    , m_number(number)
{
}

SimRegister::~SimRegister()
{
    unmade();
}

void SimRegister::made()
{
    m_writer = std::make_unique<services::OperationWriter>(database(), m_clock, m_listener);
    m_context = std::make_unique<services::ServiceContext>(
        services::ServiceContext{database(), m_clock, m_random, *m_ids, *m_writer});
    m_transport = m_network.connect(m_number, *m_executor, [this] { return isUp(); });
    if (isEnrolled()) {
        // Some were away so long that their token has grown old.
        if (m_random.below(2) == 0)
            (void)storage::SyncStateStore(database()).setTokenIssued({});
        startEngine();
    }
}

void SimRegister::unmade()
{
    m_engine.reset();
    m_transport.reset();
    m_context.reset();
    m_writer.reset();
}

void SimRegister::enrol(const std::string& code)
{
    sync::requestEnrolment(*m_transport, code, "till",
        [this](Result<sync::EnrolmentAnswer> answer) { setUp(must(std::move(answer))); });
}

void SimRegister::setUp(const sync::EnrolmentAnswer& answer)
{
    must(services::setUpRegister(database(), must(sync::identityOf(answer, "https://hq.example"))));
    m_token = answer.token;
    startEngine();
}

void SimRegister::startEngine()
{
    auto runner = [this](const std::function<void(sql::Database&)>& job) {
        if (isUp())
            job(database());
    };
    sync::PullOptions options;
    options.rowsPerJob = 7;  // many commits to be killed at
    m_engine = std::make_unique<sync::SyncEngine>(
        sync::SyncPorts{*m_transport, m_clock, *m_executor, m_random, runner,
            [this](const std::string& token, const auto& kept) {
                keepToken(token, kept);
            }},
        m_token, options, [this](const sync::SyncStatus& status) { m_status = status; });
    m_executor->post([this] { m_engine->start(); });
}

/// The keychain refuses now and then, and is not struck by the register's death.
void SimRegister::keepToken(const std::string& token, const std::function<void(Result<void>)>& kept)
{
    const bool refused = m_random.below(4) == 0;
    if (!refused)
        m_token = token;
    m_executor->post([kept, refused] {
        kept(refused ? Result<void>(Error{ErrorCode::SecretStoreFailed, {"locked"}})
                     : Result<void>());
    });
}

void SimRegister::changeNetwork()
{
    if (m_engine)
        m_engine->networkChanged();
}

void SimRegister::work()
{
    // Refusals are part of the day: no shift, a phone number that is known; so is a kill.
    (void)doSomething();
    if (isUp() && m_engine)
        m_engine->linesAdded();
}

Result<void> SimRegister::doSomething()
{
    switch (m_random.below(24)) {
    case 0:
    case 1: return createMember();
    case 2:
    case 3:
    case 4: return changeMember();
    case 5: return createProduct();
    case 6:
    case 7: return correctStock();
    case 8: return turnShift();
    case 9:
    case 10: return trade(sales::SaleKind::Refund);
    case 11:
    case 12: return park();
    case 13:
    case 14: return recall();
    default: return trade(sales::SaleKind::Sale);
    }
}

std::optional<catalog::Product> SimRegister::anyProduct()
{
    const auto products = storage::ProductStore(database()).list({}, 0, 200);
    if (!products || products->empty())
        return std::nullopt;
    return (*products)[m_random.below(products->size())];
}

std::optional<Uuid> SimRegister::anyMember()
{
    std::vector<Uuid> members;
    (void)storage::EntityStore(database()).visitAll(EntityKind::Member, [&](const Entity& entity) {
        members.push_back(entity.id);
        return Result<void>();
    });
    if (members.empty())
        return std::nullopt;
    return members[m_random.below(members.size())];
}

Result<void> SimRegister::turnShift()
{
    services::ShiftService shifts(*m_context);
    BL_TRY(const auto open, shifts.current());
    if (!open) {
        BL_CHECK(shifts.open(Money::minor(m_random.between(0, 50000)), kStaff));
        return {};
    }
    BL_CHECK(shifts.close(Money::minor(m_random.between(0, 90000)), kStaff));
    return {};
}

Result<sales::Ticket> SimRegister::fillTicket()
{
    sales::Ticket ticket(m_context->newId<TicketId>());
    for (auto lines = m_random.between(1, 4); lines > 0; --lines) {
        if (const auto product = anyProduct()) {
            BL_TRY(const Quantity pieces, Quantity::pieces(m_random.between(1, 3)));
            BL_CHECK(ticket.add(*product, pieces));
        }
    }
    if (const auto member = anyMember(); member && m_random.below(2) == 0)
        ticket.setMember(MemberId{*member});
    return ticket;
}

Result<void> SimRegister::park()
{
    services::TicketService tickets(*m_context);
    BL_TRY(const auto ticket, fillTicket());
    BL_CHECK(tickets.save(ticket, kStaff));
    BL_CHECK(tickets.park(ticket, "till " + std::to_string(m_number), kStaff));
    return {};
}

/// A parked ticket of the store: often both registers take the same one before they hear of it.
Result<void> SimRegister::recall()
{
    services::TicketService tickets(*m_context);
    BL_TRY(const auto parked, tickets.parked());
    if (parked.empty())
        return park();
    const auto id = parked[m_random.below(parked.size())].ticket.id();
    if (m_random.below(4) == 0)
        return tickets.discardParked(id, kStaff);
    BL_TRY(const auto ticket, tickets.recall(id, kStaff));
    if (m_random.below(2) == 0)
        return tickets.discard(ticket.id());
    BL_CHECK(tickets.park(ticket, "again", kStaff));
    return {};
}

Result<void> SimRegister::trade(sales::SaleKind kind)
{
    services::ShiftService shifts(*m_context);
    BL_TRY(const auto open, shifts.current());
    if (!open)
        BL_CHECK(shifts.open(Money::minor(10000), kStaff));
    BL_TRY(const auto ticket, fillTicket());
    const std::vector<sales::Tender> cash{{sales::kCash, ticket.total(), ticket.total()}};
    services::SellService seller(*m_context);
    if (kind == sales::SaleKind::Refund) {
        BL_TRY(auto batch, m_writer->begin());
        services::Settlement settlement;
        settlement.kind = kind;
        settlement.tenders = cash;
        BL_CHECK(seller.record(batch, ticket, std::move(settlement), kStaff));
        return batch.commit();
    }
    BL_CHECK(services::TicketService(*m_context).save(ticket, kStaff));
    BL_TRY(const auto sold, seller.pay(ticket.id(), cash, kStaff));
    if (isUp())
        m_printed.push_back(sold.sale.receipt);
    return {};
}

Result<void> SimRegister::correctStock()
{
    const auto product = anyProduct();
    if (!product)
        return {};
    BL_TRY(auto batch, m_writer->begin());
    BL_TRY(const Quantity pieces, Quantity::pieces(m_random.between(-5, 20)));
    BL_CHECK(services::StockService(*m_context)
                 .correct(batch, {*product, pieces, "count", {}, {}}, kStaff));
    return batch.commit();
}

Result<void> SimRegister::createMember()
{
    members::Member draft;
    draft.name = "Member " + std::to_string(m_number) + "-" + std::to_string(++m_made);
    draft.phone =
        "1390000" + std::to_string(1000 + m_random.below(60));  // some are known elsewhere
    BL_CHECK(services::MemberService(*m_context).create(draft, kStaff));
    return {};
}

Result<void> SimRegister::changeMember()
{
    const auto member = anyMember();
    if (!member)
        return {};
    const auto& schema = journal::schemaOf(EntityKind::Member);
    journal::EntityChanged changed;
    changed.kind = EntityKind::Member;
    changed.id = *member;
    const std::string text = std::to_string(m_number) + " wrote " + std::to_string(++m_made);
    if (m_random.below(2) == 0)
        changed.fields.emplace_back(*schema.find("name"), text);
    changed.fields.emplace_back(*schema.find("note"), text);
    BL_CHECK(m_writer->write(kStaff, changed));
    return {};
}

Result<void> SimRegister::createProduct()
{
    catalog::Product draft;
    draft.code = "R" + std::to_string(m_number) + "-" + std::to_string(++m_made);
    draft.name = "自有 " + draft.code;
    draft.initials = "zy";
    draft.unit = "件";
    draft.price = Money::minor(m_random.between(100, 5000));
    BL_TRY(auto batch, m_writer->begin());
    BL_CHECK(services::ProductService(*m_context).create(batch, draft, kStaff));
    return batch.commit();
}

}  // namespace bl::test
