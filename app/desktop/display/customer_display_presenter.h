#pragma once

#include "app/desktop/counter/counter_values.h"
#include "devices/display/customer_display.h"

#include <QObject>
#include <QTimer>

namespace bl::desktop {

class CounterPresenter;

/// All that a customer may see of what happens at the counter.
struct CustomerView {
    DisplayContent content;  ///< for displays of two lines
    std::vector<CartLine> lines;
    Money total;
    std::optional<Money> received;  ///< once it is paid
    std::optional<Money> change;
    QString member;  ///< masked: the first character and stars
    Currency currency;
};

/// What the customer is shown: the line that was just added, the total, the change, and a greeting
/// when nobody is served.
class CustomerDisplayPresenter final : public QObject {
    Q_OBJECT
public:
    /// `counter` outlives it.
    explicit CustomerDisplayPresenter(CounterPresenter& counter, QObject* parent = nullptr);

    const CustomerView& view() const { return m_view; }
    /// What the greeting says above: the shop's name.
    void setShop(const QString& name);
    /// Texts in the program's present language.
    void retranslate();

Q_SIGNALS:
    void changed(const bl::desktop::CustomerView& view);

private:
    void showCart(const Cart& cart, int touched);
    void showDue(Money due);
    void showSale(const SaleSummary& sale);
    void showChange();
    void showGreeting();
    void publish();
    std::string plain(Money amount) const;

    CounterPresenter& m_counter;
    QString m_shop;
    CustomerView m_view;
    QTimer m_receivedStays;
    QTimer m_changeStays;
};

}  // namespace bl::desktop
