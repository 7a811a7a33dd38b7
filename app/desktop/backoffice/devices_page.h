#pragma once

#include "app/desktop/backoffice/office_widget.h"
#include "app/desktop/theme/theme.h"
#include "devices/transport/driver_catalogue.h"

#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStandardItemModel;

namespace bl::desktop {

class ActionButton;
class AddDeviceSheet;
class Banner;
class Panel;
class DeviceConsole;
class DeviceSetup;
class SlotForm;
class TableView;
class TerminalPayments;

/// The page of devices: all of them above; below, the selected one's place and tests, what it left
/// open, and what goes over its line.
class DevicesPage final : public OfficeWidget {
    Q_OBJECT
public:
    /// The presenters outlive it.
    DevicesPage(
        DeviceConsole& console, DeviceSetup& setup, const Theme& theme, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void load() override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Test {
        ActionButton* button = nullptr;
        DeviceRole role{};  ///< whose it is
    };

    QWidget* newTable();
    QWidget* newDetail();
    QWidget* newTrace();
    void addTests(Panel* panel);
    void addCards(Panel* panel);
    void refresh();
    void showRows();
    void showDetail();
    void openWizard();

    DeviceConsole& m_console;
    DeviceSetup& m_setup;
    const Theme& m_theme;
    AddDeviceSheet* m_wizard = nullptr;
    TableView* m_table = nullptr;
    QStandardItemModel* m_rows = nullptr;
    ActionButton* m_add = nullptr;
    ActionButton* m_look = nullptr;
    ActionButton* m_switch = nullptr;
    ActionButton* m_remove = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_error = nullptr;
    SlotForm* m_form = nullptr;
    QLineEdit* m_cardNumber = nullptr;
    ActionButton* m_writeCard = nullptr;
    std::vector<Test> m_tests;
    QLabel* m_heard = nullptr;
    TerminalPayments* m_payments = nullptr;
    Banner* m_banner = nullptr;
    QLabel* m_traceTitle = nullptr;
    QPlainTextEdit* m_trace = nullptr;
    bool m_filling = false;
};

}  // namespace bl::desktop
