#include "app/desktop/counter/counter_sheets.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/counter/member_sheet.h"
#include "app/desktop/counter/new_member_sheet.h"
#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/counter/quantity_sheet.h"
#include "app/desktop/counter/question_sheets.h"
#include "app/desktop/counter/recall_sheet.h"
#include "app/desktop/counter/receipts_sheet.h"

#include <algorithm>
#include <utility>

namespace bl::desktop {

CounterSheets::CounterSheets(
    CounterPresenters presenters, const Theme& theme, ActionCollection& actions, QWidget& view)
    : m_presenters(presenters)
    , m_theme(theme)
    , m_actions(actions)
    , m_view(view)
{
}

CounterSheets::~CounterSheets()
{
    // They belong to the window, which may stay.
    for (const auto& sheet : std::as_const(m_all))
        delete sheet;
}

template <typename T, typename... Args>
T* CounterSheets::made(QPointer<T>& slot, Args&... args)
{
    if (slot)
        return slot;
    slot = new T(args..., m_theme, m_actions, m_view.window());
    m_all << QPointer<CounterSheet>(slot);
    connect(slot, &Sheet::closed, this, &CounterSheets::closed);
    return slot;
}

void CounterSheets::pay(Money due, const QString& code)
{
    made(m_pay, m_presenters.counter, m_presenters.pay)->open(due, code);
}

void CounterSheets::openPayments(OpenPaymentsSheet::Next next)
{
    if (!m_openPayments) {
        made(m_openPayments, m_presenters.counter, m_presenters.openPayments);
        connect(m_openPayments, &OpenPaymentsSheet::shiftCloseRequested, this,
            &CounterSheets::shiftCloseRequested);
    }
    m_openPayments->open(next);
}

QuantitySheet* CounterSheets::quantitySheet()
{
    if (!m_quantity) {
        made(m_quantity, m_presenters.counter);
        connect(m_quantity, &QuantitySheet::weightWanted, this, &CounterSheets::weightWanted);
    }
    return m_quantity;
}

void CounterSheets::quantity(std::size_t line, const sales::TicketLine& item)
{
    quantitySheet()->openLine(line, item);
}

void CounterSheets::measure(const catalog::Product& product)
{
    quantitySheet()->openProduct(product);
}

void CounterSheets::member()
{
    if (!m_member) {
        made(m_member, m_presenters.members);
        connect(m_member, &MemberSheet::chosen, this,
            [this](const MemberCard& card) { m_presenters.counter.setMember(card); });
        connect(m_member, &MemberSheet::registerRequested, this, [this](const QString& typed) {
            m_member->dismiss();
            newMember(typed);
        });
    }
    m_member->open();
}

void CounterSheets::newMember(const QString& typed)
{
    if (!m_newMember) {
        made(m_newMember, m_presenters.members);
        connect(m_newMember, &NewMemberSheet::registered, this,
            [this](const MemberCard& card) { m_presenters.counter.setMember(card); });
    }
    m_newMember->open(typed);
}

void CounterSheets::park()
{
    if (!m_park) {
        made(m_park);
        connect(m_park, &ParkSheet::confirmed, this,
            [this](const QString& label) { m_presenters.counter.park(label); });
    }
    m_park->open();
}

void CounterSheets::recall()
{
    made(m_recall, m_presenters.counter)->open();
}

void CounterSheets::receipts()
{
    made(m_receipts, m_presenters.receipts)->open();
}

void CounterSheets::clear()
{
    if (!m_clear) {
        made(m_clear);
        connect(m_clear, &ClearSheet::confirmed, this, [this] { m_presenters.counter.clear(); });
    }
    m_clear->open();
}

void CounterSheets::more()
{
    if (!m_more) {
        made(m_more);
        connect(m_more, &MoreSheet::receiptsRequested, this, &CounterSheets::receipts);
        connect(m_more, &MoreSheet::clearRequested, this, &CounterSheets::clear);
        connect(m_more, &MoreSheet::openPaymentsRequested, this,
            [this] { openPayments(OpenPaymentsSheet::Next::Nothing); });
        connect(m_more, &MoreSheet::shiftRequested, this, &CounterSheets::shiftRequested);
        connect(
            m_more, &MoreSheet::preferencesRequested, this, &CounterSheets::preferencesRequested);
        connect(m_more, &MoreSheet::settingsRequested, this, &CounterSheets::settingsRequested);
        connect(m_more, &MoreSheet::officeRequested, this, &CounterSheets::officeRequested);
    }
    m_more->open();
}

bool CounterSheets::isAnyOpen() const
{
    return std::ranges::any_of(m_all, [](const auto& sheet) { return sheet && sheet->isOpen(); });
}

bool CounterSheets::take(const DeviceEvent& event)
{
    for (const auto& sheet : std::as_const(m_all)) {
        if (sheet && sheet->isOpen() && sheet->take(event))
            return true;
    }
    return false;
}

bool CounterSheets::fail(const Error& error, const text::MoneyFormat& money)
{
    for (const auto& sheet : std::as_const(m_all)) {
        if (sheet && sheet->isOpen()) {
            sheet->fail(error, money);
            return true;
        }
    }
    return false;
}

}  // namespace bl::desktop
