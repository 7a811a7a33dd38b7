#pragma once

#include "app/desktop/counter/counter_view.h"
#include "app/desktop/counter/open_payments_sheet.h"

namespace bl::desktop {

class ClearSheet;
class CounterSheet;
class MemberSheet;
class MoreSheet;
class NewMemberSheet;
class ParkSheet;
class PaySheet;
class QuantitySheet;
class RecallSheet;
class ReceiptsSheet;

/// The counter's sheets: each is made when it is first asked for and covers the view's window.
class CounterSheets final : public QObject {
    Q_OBJECT
public:
    CounterSheets(
        CounterPresenters presenters, const Theme& theme, ActionCollection& actions, QWidget& view);
    ~CounterSheets() override;

    void pay(Money due, const QString& code);
    void openPayments(OpenPaymentsSheet::Next next);
    void quantity(std::size_t line, const sales::TicketLine& item);
    void measure(const catalog::Product& product);
    void member();
    void newMember(const QString& typed);
    void park();
    void recall();
    void receipts();
    void clear();
    void more();

    bool isAnyOpen() const;
    /// The open sheet hears a scanner, a reader or a scale. False where it has no use for that.
    bool take(const DeviceEvent& event);

    /// The open sheet says the error. False where none is open.
    bool fail(const Error& error, const text::MoneyFormat& money);

Q_SIGNALS:
    /// A sheet went: the scan field is to have the focus.
    void closed();
    void weightWanted(bl::Scale::Watch watch);
    void shiftRequested();
    void shiftCloseRequested();
    void preferencesRequested();
    void settingsRequested();
    void officeRequested();

private:
    QuantitySheet* quantitySheet();
    template <typename T, typename... Args>
    T* made(QPointer<T>& slot, Args&... args);

    CounterPresenters m_presenters;
    const Theme& m_theme;
    ActionCollection& m_actions;
    QWidget& m_view;
    QList<QPointer<CounterSheet>> m_all;
    QPointer<PaySheet> m_pay;
    QPointer<OpenPaymentsSheet> m_openPayments;
    QPointer<QuantitySheet> m_quantity;
    QPointer<MemberSheet> m_member;
    QPointer<NewMemberSheet> m_newMember;
    QPointer<ParkSheet> m_park;
    QPointer<RecallSheet> m_recall;
    QPointer<ReceiptsSheet> m_receipts;
    QPointer<ClearSheet> m_clear;
    QPointer<MoreSheet> m_more;
};

}  // namespace bl::desktop
