#pragma once

#include "app/desktop/counter/counter_values.h"
#include "app/desktop/theme/theme.h"
#include "app/text/number_text.h"
#include "devices/scale/scale.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStandardItemModel;
class QVBoxLayout;

namespace bl::desktop {

class ActionButton;
class ActionCollection;
class Banner;
class CartModel;
class CounterPresenter;
class CounterSheets;
class EmptyState;
class MemberPanel;
class MemberPresenter;
class MoneyLabel;
class QuickKeys;
class OpenPayments;
class PayPresenter;
class QuickKeysPresenter;
class ReceiptsPresenter;
class SearchField;
class TableView;
class Toast;

/// The presenters behind the counter's screen.
struct CounterPresenters {
    CounterPresenter& counter;
    PayPresenter& pay;
    OpenPayments& openPayments;
    MemberPresenter& members;
    QuickKeysPresenter& quickKeys;
    ReceiptsPresenter& receipts;
};

/// The cashier's screen. Whatever it asks, it asks in a sheet, and the scan field has the focus
/// again afterwards.
class CounterView final : public QWidget {
    Q_OBJECT
public:
    CounterView(CounterPresenters presenters, const Theme& theme, ActionCollection& actions,
        QWidget* parent = nullptr);
    ~CounterView() override;

    SearchField* scanField() const { return m_scan; }

    /// What a scanner or a reader heard while this screen is shown; whether it is the screen's to
    /// take. A multiplier in the scan field (`3*`) counts for it.
    bool take(const DeviceEvent& event);

    /// Shows the payments that stand in the way of closing the shift.
    void showOpenPayments();

Q_SIGNALS:
    /// Whether the scale is to tell its weight.
    void weightWanted(bl::Scale::Watch watch);
    /// What the composition does: F11, F12, and the entries of F10.
    void lockRequested();
    void shiftRequested();
    /// The open payments were looked at.
    void shiftCloseRequested();
    void preferencesRequested();
    void settingsRequested();
    void officeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* newCart();
    QWidget* newTotals();
    QHBoxLayout* newActions();
    void connectPresenter();
    void connectActions();
    void retranslate();
    void showCart(const Cart& cart, int touched);
    void showTotals();
    void showResults(const QString& query, const SearchResults& results);
    void choose(const QModelIndex& index);
    void takeCode(const CodeScanned& scan);
    void fail(const Error& error);
    bool editRow(int key);
    void moveRow(int step);
    int selectedRow() const;
    void sayNotPrinted();
    void sayUnsettled();
    text::MoneyFormat money() const;

    CounterPresenters m_presenters;
    const Theme& m_theme;
    ActionCollection& m_actions;
    SearchField* m_scan;
    QStandardItemModel* m_resultModel;
    SearchResults m_results;
    Banner* m_payments;  ///< payments of which nobody knows what became of them
    Banner* m_prints;    ///< what did not come out; in sight until somebody decides
    Banner* m_banner;
    CartModel* m_cart;
    TableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_items = nullptr;
    QLabel* m_totalCaption = nullptr;
    MoneyLabel* m_total = nullptr;
    MemberPanel* m_memberPanel = nullptr;
    QuickKeys* m_quickKeys = nullptr;
    CounterSheets* m_sheets;
    std::optional<Error> m_error;          ///< of the last edit
    std::optional<Error> m_printingError;  ///< none where the last start left something over
    std::optional<SaleSummary> m_lastSale;
    QStringList m_notPrinted;
    int m_parked = 0;
};

}  // namespace bl::desktop
