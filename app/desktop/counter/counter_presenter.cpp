#include "app/desktop/counter/counter_presenter.h"

#include "app/desktop/counter/look_up.h"
#include "app/desktop/counter/member_card.h"
#include "app/desktop/counter/typed_code.h"
#include "app/desktop/printing/print_queue.h"
#include "app/desktop/printing/receipt_composer.h"
#include "app/desktop/till/till.h"
#include "core/payments/payment_code.h"

#include <algorithm>

namespace bl::desktop {

namespace {

// A scanner types a code within this time, so that only its Enter asks the database.
constexpr int kSearchDelayMs = 80;

}  // namespace

CounterPresenter::CounterPresenter(
    Till& till, RandomSource& random, PrintQueue& printer, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_printer(printer)
    , m_ids(till.clock(), random)
    , m_ticket(TicketId{m_ids.next()})
    , m_searchDelay(this)
{
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(kSearchDelayMs);
    connect(&m_searchDelay, &QTimer::timeout, this, &CounterPresenter::runSearch);
    connect(&m_printer, &PrintQueue::failed, this, &CounterPresenter::failed);
    connect(&m_printer, &PrintQueue::leftOver, this,
        [this](const std::vector<storage::PrintJob>& jobs) {
            m_notPrinted.insert(m_notPrinted.begin(), jobs.begin(), jobs.end());
            tellNotPrinted();
        });
    connect(&m_printer, &PrintQueue::cameOut, this,
        [this](const std::vector<storage::PrintJobId>& jobs) {
            const auto gone = std::erase_if(m_notPrinted, [&](const storage::PrintJob& job) {
                return std::ranges::find(jobs, job.id) != jobs.end();
            });
            if (gone > 0)
                tellNotPrinted();
        });
}

void CounterPresenter::start(const Cashier& cashier)
{
    m_cashier = cashier;
    m_till.write(
        this,
        [user = cashier.id](TillServices& services) -> Result<std::optional<sales::Ticket>> {
            BL_TRY(const auto open, services.tickets.openTickets());
            std::optional<sales::Ticket> own;
            for (const auto& stored : open) {
                if (stored.user == user && !own)
                    own = stored.ticket;
                else
                    BL_CHECK(services.tickets.putAside(stored.ticket, {}, stored.user));
            }
            return own;
        },
        [this](Result<std::optional<sales::Ticket>> own) {
            if (!own) {
                Q_EMIT failed(own.error());
                return;
            }
            m_till.read(
                this, [](TillQueries& queries) { return queries.site.load(); },
                [this, ticket = std::move(*own)](Result<storage::Site> site) {
                    if (!site) {
                        Q_EMIT failed(site.error());
                        return;
                    }
                    m_site = *site;
                    if (ticket)
                        take(*ticket);
                    else
                        beginTicket();
                    countParked();
                    Q_EMIT restored(m_cart);
                });
        });
}

void CounterPresenter::stop()
{
    m_cashier.reset();
    m_searchDelay.stop();
    // The ticket is on disk; what is in memory must not pass to the next cashier.
    beginTicket();
}

void CounterPresenter::scan(const QString& text)
{
    m_searchDelay.stop();
    m_query.clear();
    Q_EMIT scanned();
    const TypedCode typed = TypedCode::read(text);
    if (typed.fault) {
        Q_EMIT failed(*typed.fault);
        return;
    }
    if (typed.text.isEmpty())
        return;
    ++m_openScans;
    m_till.read(
        this,
        [code = typed.text.toStdString(), now = m_till.clock().now()](
            TillQueries& queries) { return lookUp(queries, code, now); },
        [this, text, typed](Result<SearchResults> found) {
            --m_openScans;
            if (!found)
                Q_EMIT failed(found.error());
            else
                scanAnswered(text, typed, *found);
            payAfterScans();
        });
}

void CounterPresenter::payAfterScans()
{
    if (m_openScans > 0)
        return;
    if (const auto code = std::exchange(m_payAfterScans, std::nullopt))
        requestPay(*code);
}

void CounterPresenter::scanAnswered(
    const QString& text, const TypedCode& typed, const SearchResults& found)
{
    if (found.measured && typed.times) {
        // How many of them lie there nobody can say: each has its own weight.
        Q_EMIT failed(Error{ErrorCode::InvalidQuantity, {plainQuantity(*typed.times)}});
    } else if (found.measured) {
        add(found.products.front(), *found.measured);
    } else if (found.products.size() == 1 && found.members.empty()) {
        choose(found.products.front(), text);
    } else if (found.members.size() == 1 && found.products.empty()) {
        setMember(found.members.front());
    } else if (found.isEmpty() && payments::walletOf(typed.text.toStdString())) {
        Q_EMIT paymentCodeScanned(typed.text);
    } else if (found.isEmpty()) {
        Q_EMIT failed(Error{ErrorCode::UnknownProduct, {typed.text.toStdString()}});
    } else {
        m_query = text;
        Q_EMIT searchAnswered(text, found);
    }
}

void CounterPresenter::useCard(const std::string& number)
{
    Q_EMIT scanned();
    ++m_openScans;
    m_till.read(
        this,
        [number, now = m_till.clock().now()](
            TillQueries& queries) -> Result<std::optional<MemberCard>> {
            BL_TRY(auto member, queries.members.findByNumber(number));
            if (!member)
                return std::optional<MemberCard>{};
            BL_TRY(const auto site, queries.site.load());
            BL_TRY(auto card, memberCard(queries, *std::move(member), site.timeZone.dayAt(now)));
            return std::optional{std::move(card)};
        },
        [this, number](Result<std::optional<MemberCard>> found) {
            --m_openScans;
            if (!found)
                Q_EMIT failed(found.error());
            else if (*found)
                setMember(**found);
            else
                Q_EMIT failed(Error{ErrorCode::UnknownMember, {number}});
            payAfterScans();
        });
}

void CounterPresenter::search(const QString& text)
{
    m_query = text;
    if (text.isEmpty())
        m_searchDelay.stop();
    else
        m_searchDelay.start();
}

void CounterPresenter::runSearch()
{
    const TypedCode typed = TypedCode::read(m_query);
    if (typed.text.isEmpty() || typed.fault)
        return;
    m_till.read(
        this,
        [text = typed.text.toStdString(), now = m_till.clock().now()](
            TillQueries& queries) { return searchBoth(queries, text, now); },
        [this, query = m_query](Result<SearchResults> found) {
            // Something else is looked for by now, or the code was taken already.
            if (query != m_query)
                return;
            if (found)
                Q_EMIT searchAnswered(query, *found);
            else
                Q_EMIT failed(found.error());
        });
}

void CounterPresenter::choose(const catalog::Product& product, const QString& typedText)
{
    m_query.clear();
    const TypedCode typed = TypedCode::read(typedText);
    if (typed.fault)
        Q_EMIT failed(*typed.fault);
    else if (typed.times)
        add(product, *typed.times);
    else if (product.saleUnit == catalog::SaleUnit::Measure)
        Q_EMIT measureNeeded(product);
    else
        add(product, Quantity::thousandths(1000));
}

void CounterPresenter::add(const catalog::Product& product, Quantity quantity)
{
    if (!canEdit())
        return;
    const auto line = m_ticket.add(product, quantity);
    if (line)
        edited(static_cast<int>(*line));
    else
        Q_EMIT failed(line.error());
}

void CounterPresenter::addMeasured(const catalog::Product& product, const QString& text)
{
    const auto quantity = TypedCode::readQuantity(text);
    if (quantity)
        add(product, *quantity);
    else
        Q_EMIT failed(quantity.error());
}

void CounterPresenter::setQuantity(std::size_t line, const QString& text)
{
    if (!canEdit() || line >= m_ticket.lines().size())
        return;
    const auto quantity = TypedCode::readQuantity(text);
    const auto set =
        quantity ? m_ticket.setQuantity(line, *quantity) : Result<void>(quantity.error());
    if (set)
        edited(static_cast<int>(line));
    else
        Q_EMIT failed(set.error());
}

void CounterPresenter::changeQuantity(std::size_t line, int step)
{
    if (!canEdit() || line >= m_ticket.lines().size())
        return;
    const Quantity next =
        m_ticket.lines()[line].quantity + Quantity::thousandths(std::int64_t{step} * 1000);
    // A line leaves by Delete, never because somebody pressed minus once too often.
    if (next <= Quantity{})
        return;
    if (const auto set = m_ticket.setQuantity(line, next))
        edited(static_cast<int>(line));
    else
        Q_EMIT failed(set.error());
}

void CounterPresenter::remove(std::size_t line)
{
    if (!canEdit() || line >= m_ticket.lines().size())
        return;
    m_ticket.remove(line);
    edited(-1);
}

void CounterPresenter::clear()
{
    if (!canEdit())
        return;
    m_till.write(
        this, [id = m_ticket.id()](TillServices& services) { return services.tickets.discard(id); },
        [this](const Result<void>& discarded) {
            if (!discarded)
                Q_EMIT failed(discarded.error());
        });
    beginTicket();
}

void CounterPresenter::setMember(const MemberCard& member)
{
    if (!canEdit())
        return;
    m_member = member;
    m_ticket.setMember(member.member.id);
    Q_EMIT memberChanged(m_member);
    edited(-1);
}

void CounterPresenter::removeMember()
{
    if (!canEdit())
        return;
    m_member.reset();
    m_ticket.setMember(std::nullopt);
    Q_EMIT memberChanged(m_member);
    edited(-1);
}

void CounterPresenter::edited(int touched)
{
    publish(touched);
    save();
}

void CounterPresenter::publish(int touched)
{
    m_cart.lines.clear();
    for (std::size_t i = 0; i < m_ticket.lines().size(); ++i)
        m_cart.lines.push_back({m_ticket.lines()[i], Money{}, m_ticket.net(i)});
    m_cart.reductions = Money{};
    m_cart.total = m_ticket.total();
    Q_EMIT cartChanged(m_cart, touched);
}

void CounterPresenter::save()
{
    if (!m_cashier)
        return;
    m_till.write(
        this,
        [ticket = m_ticket, user = m_cashier->id](
            TillServices& services) { return services.tickets.save(ticket, user); },
        [this](const Result<void>& saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
        });
}

void CounterPresenter::beginTicket()
{
    m_ticket = sales::Ticket(TicketId{m_ids.next()});
    m_member.reset();
    Q_EMIT memberChanged(m_member);
    publish(-1);
}

void CounterPresenter::take(sales::Ticket ticket)
{
    m_ticket = std::move(ticket);
    m_member.reset();
    findMember();
    Q_EMIT memberChanged(m_member);
    publish(-1);
}

void CounterPresenter::findMember()
{
    if (!m_ticket.member())
        return;
    m_till.read(
        this,
        [id = *m_ticket.member(), now = m_till.clock().now()](
            TillQueries& queries) -> Result<std::optional<MemberCard>> {
            BL_TRY(const auto site, queries.site.load());
            BL_TRY(auto member, queries.members.find(id));
            if (!member)
                return std::optional<MemberCard>{};
            BL_TRY(auto card, memberCard(queries, *std::move(member), site.timeZone.dayAt(now)));
            return std::optional{std::move(card)};
        },
        [this, ticket = m_ticket.id()](Result<std::optional<MemberCard>> found) {
            if (m_ticket.id() != ticket || !m_ticket.member())
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_member = *found;
            Q_EMIT memberChanged(m_member);
        });
}

}  // namespace bl::desktop
