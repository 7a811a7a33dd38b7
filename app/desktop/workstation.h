#pragma once

#include "app/desktop/backoffice/back_office.h"
#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/backoffice/in_store_codes.h"
#include "app/desktop/backoffice/label_printing.h"
#include "app/desktop/backoffice/receipt_templates.h"
#include "app/desktop/counter/counter.h"
#include "app/desktop/devices/counter_devices.h"
#include "app/desktop/devices/device_setup.h"
#include "app/desktop/display/customer_displays.h"
#include "app/desktop/log_in/approval_sheet.h"
#include "app/desktop/log_in/log_in_screen.h"
#include "app/desktop/session/open_register.h"
#include "app/desktop/session/start_options.h"
#include "app/desktop/shell.h"
#include "app/desktop/shift/close_shift_sheet.h"
#include "app/desktop/shift/open_shift_sheet.h"
#include "app/desktop/shift/report_sheet.h"
#include "app/desktop/status/devices_sheet.h"
#include "app/desktop/status/status_board.h"
#include "app/desktop/status/sync_sheet.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QApplication;

namespace bl::desktop {

class FailureScreen;
class FirstStart;
class FirstStartScreen;
class HqNotice;
class SettingsSheet;
class StartMeasure;

/// The composition of one workstation: opens the register's data, builds presenters and screens,
/// and leads from one to the next. It decides nothing about trade.
class Workstation final : public QObject {
    Q_OBJECT
public:
    /// The event loop's status when the program is to start anew, with what is kept by then.
    static constexpr int kStartAgain = 1000;

    Workstation(QApplication& application, StartOptions options);
    ~Workstation() override;

    /// Opens the data and shows the first screen. Where that fails, says why, on the screen if
    /// there is one; the exit status of the program is 1 then.
    void start();

    Shell& shell() { return m_shell; }
    /// Both exist once a register is open and somebody can log in.
    Counter* counter() { return m_counter.get(); }
    OpenRegister* openRegister() { return m_register.get(); }
    LogIn* logIn() { return m_logIn.get(); }
    ShiftDesk* shiftDesk() { return m_desk.get(); }
    DeviceDesk* devices() { return m_devices.get(); }
    PrintDesk* printer() { return m_printer.get(); }
    BackOffice* office() { return m_office; }

Q_SIGNALS:
    /// The log-in is shown.
    void logInShown();
    /// Somebody logged in: the counter is shown.
    void counterShown();
    void startFailed(const bl::Error& error);

private:
    void fail(const Error& error);
    void begin(const RegisterFacts& facts);
    void build();
    void buildSheets();
    void connectCounter();
    void connectShift();
    void connectSettings(SettingsSheet& sheet);
    void showFirstStart(const RegisterFacts& facts);
    void joined();
    void connectToHq();
    void useSite(const storage::Site& site);
    void showLogIn();
    void enter(const staff::User& user);
    void askForShift();
    void openOrCloseShift();
    /// A manager's PIN in place; `then` is not called where none is given.
    void askManager(
        access::Permission permission, std::function<void(const staff::User& approver)> then);
    void buildOffice();
    void openOffice();
    /// The back office at its devices.
    void openDevices();
    void enterOffice(std::function<void()> then);
    void showSync();
    void openSettings();
    void useDevices(const std::vector<SlotSettings>& devices);
    void keepDevices();
    void tellProtection(SecretStore::Protection protection);
    void syncChanged(const sync::SyncStatus& status);
    void readRelease();
    ShiftFormat shiftFormat() const;
    void closeAll();
    /// What the command line asked for instead of a person's work; ends the program.
    void beginUnattended();
    void playHour();

    StartOptions m_options;
    SystemWallClock m_wall;
    SystemMonotonicClock m_monotonic;
    SystemRandom m_writerRandom;
    SystemRandom m_screenRandom;
    Shell m_shell;
    std::unique_ptr<StatusBoard> m_board;
    std::unique_ptr<OpenRegister> m_register;
    std::unique_ptr<PaymentDesk> m_payments;
    std::unique_ptr<DeviceDesk> m_devices;
    std::unique_ptr<PrintDesk> m_printer;
    std::unique_ptr<LogIn> m_logIn;
    std::unique_ptr<ShiftDesk> m_desk;
    std::unique_ptr<Approval> m_approval;
    std::unique_ptr<ReceiptTemplates> m_receiptTemplates;
    std::unique_ptr<LabelPrinting> m_labelPrinting;
    std::unique_ptr<InStoreCodes> m_inStoreCodes;
    std::unique_ptr<DeviceConsole> m_console;
    std::unique_ptr<DeviceSetup> m_deviceSetup;
    int m_devicesPage = 0;  ///< its position in the back office
    std::unique_ptr<FirstStart> m_firstStart;
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<CounterDevices> m_counterDevices;
    std::unique_ptr<CustomerDisplays> m_customerDisplays;
    std::unique_ptr<StartMeasure> m_measure;

    // Widgets: the window owns them.
    QPointer<HqNotice> m_notice;
    QPointer<FailureScreen> m_failure;
    QPointer<FirstStartScreen> m_firstStartScreen;
    QPointer<LogInScreen> m_logInScreen;
    QPointer<OpenShiftSheet> m_openShift;
    QPointer<CloseShiftSheet> m_closeShift;
    QPointer<ShiftReportSheet> m_shiftReport;
    QPointer<ApprovalSheet> m_approvalSheet;
    QPointer<BackOffice> m_office;
    QPointer<SyncSheet> m_syncSheet;
    QPointer<DevicesSheet> m_devicesSheet;
    QPointer<SettingsSheet> m_settings;

    std::optional<storage::Site> m_site;
    std::optional<staff::User> m_user;  ///< who is logged in
    storage::SyncRecord m_hq;           ///< as the start or the joining found it
    std::int64_t m_release = -1;
    bool m_toldAboutSecrets = false;
    bool m_offerShift = false;     ///< after a log-in
    bool m_payAfterShift = false;  ///< the shift was missing when somebody paid
    bool m_complete = false;       ///< the feed was read to its end
    bool m_hourBegan = false;
    std::function<void(const staff::User& approver)> m_afterApproval;
};

}  // namespace bl::desktop
