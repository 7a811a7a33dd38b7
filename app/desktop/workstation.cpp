#include "app/desktop/workstation.h"

#include "app/desktop/first_start/first_start_screen.h"
#include "app/desktop/session/failure_screen.h"
#include "app/desktop/session/start_measure.h"
#include "app/desktop/settings/settings_sheet.h"
#include "app/desktop/status/hq_notice.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/text/command_line.h"
#include "app/text/sentence.h"

#include <QApplication>
#include <QDir>

#include <utility>

namespace bl::desktop {

Workstation::Workstation(QApplication& application, StartOptions options)
    : m_options(std::move(options))
    , m_shell(application, m_options.preferencesFile(), m_options.preferences)
    , m_board(std::make_unique<StatusBoard>(*m_shell.window().statusStrip(), m_wall))
{
    m_shell.window().statusStrip()->hide();
    m_notice = new HqNotice(m_shell.theme());
    m_shell.window().addNotice(m_notice);
    connect(m_notice, &HqNotice::retryRequested, this, &Workstation::connectToHq);
}

Workstation::~Workstation()
{
    closeAll();
}

void Workstation::closeAll()
{
    // Screens first: they hold on to presenters, and those to the register.
    delete m_settings;
    delete m_devicesSheet;
    delete m_syncSheet;
    delete m_office;
    delete m_approvalSheet;
    delete m_shiftReport;
    delete m_closeShift;
    delete m_openShift;
    delete m_firstStartScreen;
    delete m_logInScreen;
    if (m_counter)
        delete m_counter->view;
    m_measure.reset();
    m_customerDisplays.reset();
    m_counterDevices.reset();
    m_counter.reset();
    m_firstStart.reset();
    m_deviceSetup.reset();
    m_console.reset();
    m_inStoreCodes.reset();
    m_labelPrinting.reset();
    m_receiptTemplates.reset();
    m_approval.reset();
    m_desk.reset();
    m_logIn.reset();
    // The devices' threads go first: what they do last is still stored.
    m_devices.reset();
    m_payments.reset();
    m_printer.reset();
    m_register.reset();
}

void Workstation::start()
{
    auto opened = OpenRegister::open(
        {QDir::cleanPath(m_options.dataDirectory).toStdString(), m_options.caFile.toStdString()},
        m_wall, m_monotonic, m_writerRandom);
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_register = std::move(opened).value();
    m_register->readFacts(this, [this](Result<RegisterFacts> facts) {
        if (facts)
            begin(*facts);
        else
            fail(facts.error());
    });
}

void Workstation::fail(const Error& error)
{
    text::printError(text::sentence(error));
    Q_EMIT startFailed(error);
    m_register.reset();
    // Nobody would ever close a window that is not seen.
    if (!MainWindow::isSeen()) {
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
        return;
    }
    auto& window = m_shell.window();
    if (!m_failure) {
        m_failure = new FailureScreen(m_shell.theme(), m_options.dataDirectory);
        window.addScreen(m_failure);
        connect(m_failure, &FailureScreen::retryRequested, this, &Workstation::start);
        connect(m_failure, &FailureScreen::quitRequested, this, [] { QCoreApplication::exit(1); });
        // Also where the window is closed.
        QApplication::setQuitOnLastWindowClosed(false);
        connect(
            qApp, &QGuiApplication::lastWindowClosed, m_failure, [] { QCoreApplication::exit(1); });
    }
    m_failure->showError(error);
    window.showScreen(m_failure);
    window.open();
}

void Workstation::begin(const RegisterFacts& facts)
{
    if (m_failure) {
        delete m_failure;
        QApplication::setQuitOnLastWindowClosed(true);
    }
    m_complete = facts.sync && facts.sync->complete;
    const bool unattended = m_options.measureStart || !m_options.scriptedHour.isEmpty();
    if (unattended && !(facts.site && m_complete)) {
        // Nobody would ever lead the first start to its end.
        fail(Error{ErrorCode::NotEnrolled, {}});
        return;
    }
    m_toldAboutSecrets = facts.toldAboutSecrets;
    useDevices(facts.devices);
    connect(&m_register->link(), &HqLink::statusChanged, this, &Workstation::syncChanged);
    connect(m_register.get(), &OpenRegister::protectionKnown, this, &Workstation::tellProtection);
    m_board->setRelease(facts.release);
    m_release = facts.release;
    build();

    if (facts.site) {
        useSite(*facts.site);
        m_hq = facts.sync.value_or(storage::SyncRecord{});
        connectToHq();
    }
    if (facts.site && m_complete)
        showLogIn();
    else
        showFirstStart(facts);
    m_shell.window().open();
}

void Workstation::build()
{
    auto& window = m_shell.window();
    m_logIn = std::make_unique<LogIn>(m_register->till());
    m_desk = std::make_unique<ShiftDesk>(m_register->till());
    m_approval = std::make_unique<Approval>(m_register->till());
    m_counter = std::make_unique<Counter>(m_register->till(), m_screenRandom, *m_printer,
        *m_payments, m_shell.theme(), m_shell.actions());
    m_counter->receipts.setHqSales([link = &m_register->link()](const std::string& receipt,
                                       auto answered) { link->findSale(receipt, answered); });
    window.addScreen(m_counter->view);
    m_counterDevices = std::make_unique<CounterDevices>(*m_devices, *m_counter->view);
    m_customerDisplays = std::make_unique<CustomerDisplays>(
        *m_devices, m_counter->presenter, m_register->till(), m_shell.theme());
    m_logInScreen = new LogInScreen(*m_logIn, m_shell.theme(), m_shell.actions());
    window.addScreen(m_logInScreen);
    buildSheets();
    connectCounter();
    connectShift();
    buildOffice();
    connect(m_logIn.get(), &LogIn::loggedIn, this, &Workstation::enter);
    connect(m_logInScreen, &LogInScreen::settingsRequested, this, &Workstation::openSettings);
    connect(m_board.get(), &StatusBoard::syncPressed, this, &Workstation::showSync);
    connect(m_board.get(), &StatusBoard::devicesPressed, m_devicesSheet, &DevicesSheet::open);
    connect(m_devicesSheet, &DevicesSheet::consoleRequested, this, &Workstation::openDevices);
}

void Workstation::buildSheets()
{
    auto& window = m_shell.window();
    const Theme& theme = m_shell.theme();
    m_openShift = new OpenShiftSheet(*m_desk, theme, &window);
    m_closeShift = new CloseShiftSheet(*m_desk, theme, &window);
    m_shiftReport = new ShiftReportSheet(theme, &window);
    m_approvalSheet = new ApprovalSheet(*m_approval, theme, &window);
    m_syncSheet = new SyncSheet(theme, &window);
    m_devicesSheet = new DevicesSheet(*m_devices, theme, &window);
    m_settings = new SettingsSheet(theme, &window);
    m_settings->setDataDirectory(m_options.dataDirectory);
    connectSettings(*m_settings);
    connect(m_syncSheet, &SyncSheet::pushRequested, &m_register->link(), &HqLink::pushNow);
}

void Workstation::connectSettings(SettingsSheet& sheet)
{
    connect(&sheet, &SettingsSheet::languageChosen, this,
        [this](text::Language language) { m_shell.setLanguage(language); });
    connect(&sheet, &SettingsSheet::modeChosen, this, [this](Mode mode) { m_shell.setMode(mode); });
    connect(&sheet, &SettingsSheet::scaleChosen, this,
        [this](std::optional<int> percent) { m_shell.setScale(percent); });
    connect(&sheet, &SettingsSheet::restartRequested, this,
        [] { QCoreApplication::exit(kStartAgain); });
    connect(&sheet, &SettingsSheet::syncRequested, this, &Workstation::showSync);
    connect(&sheet, &SettingsSheet::devicesRequested, this, &Workstation::openDevices);
}

void Workstation::connectCounter()
{
    auto* view = m_counter->view;
    connect(view, &CounterView::lockRequested, this, [this] {
        m_counter->presenter.stop();
        showLogIn();
    });
    connect(view, &CounterView::settingsRequested, this, &Workstation::openSettings);
    connect(view, &CounterView::preferencesRequested, this, &Workstation::openSettings);
    connect(view, &CounterView::shiftRequested, this, &Workstation::askForShift);
    connect(view, &CounterView::shiftCloseRequested, this, &Workstation::openOrCloseShift);
    connect(m_payments.get(), &PaymentDesk::permissionNeeded, this,
        [this](access::Permission permission) {
            if (m_user && m_user->may(permission))
                m_payments->permit(m_user->id);
            else
                askManager(permission,
                    [this](const staff::User& approver) { m_payments->permit(approver.id); });
        });
    connect(&m_counter->presenter, &CounterPresenter::shiftNeeded, this, [this] {
        m_payAfterShift = true;
        askForShift();
    });
}

void Workstation::useSite(const storage::Site& site)
{
    m_site = site;
    const QString code = QString::fromStdString(site.registerCode);
    m_board->setZone(site.timeZone);
    m_devices->setCurrency(site.currency.code);
    m_logInScreen->setRegister(code);
    m_settings->setRegister(code);
}

void Workstation::connectToHq()
{
    m_register->connectToHq(*m_site, m_hq);
}

void Workstation::showLogIn()
{
    m_board->setUser({});
    m_user.reset();
    auto& window = m_shell.window();
    window.statusStrip()->show();
    window.showScreen(m_logInScreen);
    m_logInScreen->open();
    m_desk->refresh();
    Q_EMIT logInShown();
    beginUnattended();
}

void Workstation::enter(const staff::User& user)
{
    const QString name = QString::fromStdString(user.name);
    m_user = user;
    m_desk->setUser(user);
    m_board->setUser(name);
    m_counter->start({user.id, name});
    m_shell.window().showScreen(m_counter->view);
    m_offerShift = true;
    m_desk->refresh();
    Q_EMIT counterShown();
}

void Workstation::askManager(
    access::Permission permission, std::function<void(const staff::User& approver)> then)
{
    m_afterApproval = std::move(then);
    m_approvalSheet->ask(permission);
}

void Workstation::showSync()
{
    m_register->readFacts(this, [this](Result<RegisterFacts> facts) {
        if (facts && facts->sync && m_site)
            m_syncSheet->setRecord(*facts->sync, m_site->timeZone);
        m_syncSheet->open();
    });
}

void Workstation::openSettings()
{
    m_settings->open(
        m_shell.language(), m_shell.preferences().scalePercent, m_options.preferences.scalePercent);
}

void Workstation::tellProtection(SecretStore::Protection protection)
{
    m_settings->setProtection(protection);
    if (protection != SecretStore::Protection::OwnerOnlyFile
        || std::exchange(m_toldAboutSecrets, true))
        return;
    m_shell.window().toast()->say(
        tr("This system has no keychain: the key to HQ is kept in a file."));
    m_register->till().write(
        this,
        [](TillServices& services) { return services.settings.set(kSecretsNoticeSetting, "1"); },
        [](const Result<void>&) {});
}

void Workstation::syncChanged(const sync::SyncStatus& status)
{
    const bool news = status.complete && (!m_complete || status.lastContact != m_board->contact());
    m_board->setSync(status);
    m_syncSheet->setStatus(status);
    m_notice->setStatus(status);
    if (!news)
        return;
    m_complete = true;
    if (m_logInScreen->isVisible() && m_logInScreen->isEmpty())
        m_logInScreen->open();
    if (m_counter->presenter.cashier())
        m_counter->quickKeys.refresh();
    m_counter->presenter.hearOthers();
    readRelease();
}

void Workstation::readRelease()
{
    m_register->till().read(
        this, [](TillQueries& queries) { return queries.products.currentRelease(); },
        [this](Result<std::int64_t> release) {
            if (!release || std::exchange(m_release, *release) == *release)
                return;
            m_board->setRelease(*release);
        });
}

}  // namespace bl::desktop
