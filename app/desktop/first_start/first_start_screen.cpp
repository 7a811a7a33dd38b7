#include "app/desktop/first_start/first_start_screen.h"

#include "app/desktop/devices/device_desk.h"
#include "app/desktop/devices/device_setup.h"
#include "app/desktop/devices/device_wizard.h"
#include "app/desktop/devices/device_words.h"
#include "app/desktop/first_start/language_page.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kCardWidth = 560;  // at 100 %
constexpr int kCardHeight = 600;
constexpr int kSteps = 4;

QVBoxLayout* newColumn(QWidget* page, const Theme& theme)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.size(Size::Space3));
    return column;
}

QProgressBar* newRunningBar(QWidget* parent)
{
    auto* bar = new QProgressBar(parent);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    return bar;
}

}  // namespace

FirstStartScreen::FirstStartScreen(FirstStart& firstStart, DeviceDesk& devices, DeviceSetup& setup,
    const Theme& theme, text::Language language, QWidget* parent)
    : QWidget(parent)
    , m_firstStart(firstStart)
    , m_devices(devices)
    , m_setup(setup)
    , m_theme(theme)
    , m_step(newLabel(TextLook::Muted, this))
    , m_pages(new QStackedWidget(this))
    , m_language(new LanguagePage(theme, language, m_pages))
    , m_back(new ActionButton(theme, this))
    , m_next(new PrimaryButton(theme, this))
{
    m_language->layout()->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(m_language);
    m_pages->addWidget(newJoinPage());
    m_pages->addWidget(newDevicesPage());
    m_pages->addWidget(newFeedPage());

    auto* card = new Panel(theme, this);
    card->setFixedSize(kCardWidth * theme.scale() / 100, kCardHeight * theme.scale() / 100);
    const int padding = theme.size(Size::Space6);
    card->column()->setContentsMargins(padding, padding, padding, padding);
    card->column()->setSpacing(theme.size(Size::Space4));
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    m_back->setHint(QStringLiteral("Esc"));
    m_next->setArrangement(ActionButton::Arrangement::Beside);
    m_next->setHint(QStringLiteral("Enter"));
    auto* footer = new QHBoxLayout;
    footer->setSpacing(theme.size(Size::Space3));
    footer->addWidget(m_back, 0, Qt::AlignVCenter);
    footer->addStretch(1);
    footer->addWidget(m_step);
    footer->addWidget(m_next);
    card->column()->addWidget(m_pages, 1);
    card->column()->addLayout(footer);
    auto* row = new QHBoxLayout(this);
    row->addWidget(card, 0, Qt::AlignCenter);

    connect(m_language, &LanguagePage::languageChosen, this, &FirstStartScreen::languageChosen);
    connect(m_language, &LanguagePage::modeChosen, this, &FirstStartScreen::modeChosen);
    connect(m_back, &QPushButton::clicked, this, &FirstStartScreen::back);
    connect(m_next, &QPushButton::clicked, this, &FirstStartScreen::next);
    connectPresenter();
    openAt(Page::Language);
}

QWidget* FirstStartScreen::newJoinPage()
{
    auto* page = new QWidget(m_pages);
    auto* column = newColumn(page, m_theme);
    m_joinTitle = newLabel(TextLook::Title, page);
    m_joinText = newLabel(TextLook::Muted, page);
    m_joinText->setWordWrap(true);
    m_addressLabel = newLabel(TextLook::Plain, page);
    m_address = new QLineEdit(page);
    m_address->setMaxLength(200);
    m_address->setPlaceholderText(QStringLiteral("https://hq.example.com"));
    m_addressLabel->setBuddy(m_address);
    m_codeLabel = newLabel(TextLook::Plain, page);
    m_code = new QLineEdit(page);
    m_code->setMaxLength(40);
    m_codeLabel->setBuddy(m_code);
    m_joinBanner = new Banner(m_theme, page);
    m_joinBar = newRunningBar(page);
    m_joinBar->hide();
    m_demoText = newLabel(TextLook::Muted, page);
    m_demoText->setWordWrap(true);
    m_demo = new ActionButton(m_theme, page);
    m_demo->setArrangement(ActionButton::Arrangement::Beside);
    column->addWidget(m_joinTitle);
    column->addWidget(m_joinText);
    column->addWidget(m_joinBanner);
    column->addWidget(m_addressLabel);
    column->addWidget(m_address);
    column->addWidget(m_codeLabel);
    column->addWidget(m_code);
    column->addWidget(m_joinBar);
    column->addStretch(1);
    column->addWidget(m_demoText);
    column->addWidget(m_demo, 0, Qt::AlignLeft);
    connect(m_address, &QLineEdit::textEdited, m_joinBanner, &Banner::clear);
    connect(m_code, &QLineEdit::textEdited, m_joinBanner, &Banner::clear);
    connect(m_demo, &QPushButton::clicked, &m_firstStart, &FirstStart::joinDemo);
    return page;
}

QWidget* FirstStartScreen::newDevicesPage()
{
    auto* page = new QWidget(m_pages);
    auto* column = newColumn(page, m_theme);
    m_devicesTitle = newLabel(TextLook::Title, page);
    m_devicesText = newLabel(TextLook::Muted, page);
    m_devicesText->setWordWrap(true);
    m_devicesAdded = newLabel(TextLook::Plain, page);
    m_devicesAdded->setWordWrap(true);
    m_wizard = new DeviceWizard(m_setup, m_theme, page);
    column->addWidget(m_devicesTitle);
    column->addWidget(m_devicesText);
    column->addWidget(m_devicesAdded);
    column->addWidget(m_wizard, 1);
    connect(m_wizard, &DeviceWizard::titleChanged, this, &FirstStartScreen::retranslate);
    // There is perhaps another one.
    connect(&m_setup, &DeviceSetup::saved, this, [this] {
        m_setup.begin();
        setFocus(Qt::OtherFocusReason);
    });
    return page;
}

QWidget* FirstStartScreen::newFeedPage()
{
    auto* page = new QWidget(m_pages);
    auto* column = newColumn(page, m_theme);
    m_feedTitle = newLabel(TextLook::Title, page);
    m_feedText = newLabel(TextLook::Muted, page);
    m_feedText->setWordWrap(true);
    m_feedBar = newRunningBar(page);
    m_feedBanner = new Banner(m_theme, page);
    column->addWidget(m_feedTitle);
    column->addWidget(m_feedText);
    column->addWidget(m_feedBar);
    column->addWidget(m_feedBanner);
    column->addStretch(1);
    connect(m_feedBanner, &Banner::actionTriggered, this, &FirstStartScreen::retryRequested);
    return page;
}

void FirstStartScreen::connectPresenter()
{
    connect(&m_firstStart, &FirstStart::joiningStarted, this, [this] { setJoining(true); });
    connect(&m_firstStart, &FirstStart::joined, this, [this](const QString& code) {
        setJoining(false);
        m_registerCode = code;
        m_code->clear();
        Q_EMIT joined(code);
        openAt(Page::Devices);
    });
    connect(&m_firstStart, &FirstStart::joinFailed, this, [this](const Error& error) {
        setJoining(false);
        m_joinError = error;
        m_demoMissing = false;
        retranslate();
        m_code->setFocus(Qt::OtherFocusReason);
        m_code->selectAll();
    });
    connect(&m_firstStart, &FirstStart::demoMissing, this, [this] {
        setJoining(false);
        m_demoMissing = true;
        retranslate();
    });
    connect(&m_firstStart, &FirstStart::progressed, this, &FirstStartScreen::showProgress);
    connect(&m_firstStart, &FirstStart::ready, this, &FirstStartScreen::finished);
}

void FirstStartScreen::openAt(Page page)
{
    m_page = page;
    m_pages->setCurrentIndex(static_cast<int>(page));
    QWidget* first = nullptr;
    switch (page) {
    // Enter goes on there, so no language and no device has the focus.
    case Page::Language: first = this; break;
    case Page::Join: first = m_address->text().isEmpty() ? m_address : m_code; break;
    case Page::Devices:
        m_setup.begin();
        first = this;
        break;
    case Page::Feed: first = this; break;
    }
    if (first != this) {
        setFocusProxy(first);
        first->setFocus(Qt::OtherFocusReason);
    } else {
        setFocusProxy(nullptr);
        setFocusPolicy(Qt::StrongFocus);
        setFocus(Qt::OtherFocusReason);
    }
    if (page == Page::Feed)
        m_firstStart.waitForFeed();
    // There is no way back from a register that has joined.
    m_back->setVisible(page == Page::Join);
    retranslate();
}

void FirstStartScreen::next()
{
    switch (m_page) {
    case Page::Language: openAt(Page::Join); break;
    case Page::Join:
        m_joinError.reset();
        m_demoMissing = false;
        m_firstStart.join(m_address->text(), m_code->text());
        break;
    case Page::Devices: openAt(Page::Feed); break;
    case Page::Feed: break;
    }
}

void FirstStartScreen::back()
{
    if (m_page == Page::Join && !m_firstStart.isJoining())
        openAt(Page::Language);
}

void FirstStartScreen::setJoining(bool joining)
{
    m_joinBar->setVisible(joining);
    m_joinError.reset();
    m_demoMissing = false;
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_address, m_code, m_demo, m_next, m_back})
        widget->setEnabled(!joining);
    retranslate();
}

void FirstStartScreen::showProgress(int users, const sync::SyncStatus& status)
{
    m_users = users;
    m_status = status;
    retranslate();
}

void FirstStartScreen::retranslate()
{
    m_step->setText(tr("Step %1 of %2").arg(static_cast<int>(m_page) + 1).arg(kSteps));
    m_back->setText(tr("Back"));
    m_next->setText(m_page == Page::Join                              ? tr("Join HQ")
            : m_page == Page::Devices && m_devices.settings().empty() ? tr("Go on without devices")
                                                                      : tr("Next"));

    m_joinTitle->setText(tr("Join HQ"));
    m_joinText->setText(tr("HQ gives each register a code that works once. Ask whoever looks after "
                           "HQ for its address and a code."));
    m_addressLabel->setText(tr("HQ's address"));
    m_address->setAccessibleName(m_addressLabel->text());
    m_codeLabel->setText(tr("Enrolment code"));
    m_code->setAccessibleName(m_codeLabel->text());
    m_code->setPlaceholderText(tr("As it was given to you; capitals and dashes do not matter"));
    m_joinBar->setAccessibleName(tr("Joining HQ"));
    m_demoText->setText(tr("No HQ yet? The demo has a store with products and members on this "
                           "computer. Start it with installer/demo first."));
    m_demo->setText(tr("Try with demo data"));
    if (m_joinError)
        m_joinBanner->say({Tone::Danger, text::sentence(*m_joinError), {}});
    else if (m_demoMissing)
        m_joinBanner->say({Tone::Warning,
            tr("The demo does not run on this computer. Start installer/demo in a terminal and "
               "leave it open, then try again."),
            {}});
    else
        m_joinBanner->clear();

    const bool begun = m_setup.step() != DeviceSetup::Step::Role;
    m_devicesTitle->setText(begun ? m_wizard->stepTitle() : tr("Devices at this counter"));
    m_devicesText->setVisible(!begun);
    m_devicesText->setText(tr("Choose what stands at the counter, one after the other. It can be "
                              "done later too; selling works without any of them."));
    QStringList added;
    for (const auto& slot : m_devices.settings())
        added << roleWord(slot.role) + QStringLiteral(": ") + QString::fromStdString(slot.address);
    m_devicesAdded->setVisible(!begun && !added.isEmpty());
    m_devicesAdded->setText(added.join(QLatin1Char('\n')));
    // Within the wizard only its own way on is meant.
    m_next->setVisible(m_page != Page::Feed && !(m_page == Page::Devices && begun));

    m_feedTitle->setText(m_registerCode.isEmpty()
            ? tr("Fetching the store's data")
            : tr("This is register %1 now").arg(m_registerCode));
    m_feedText->setText(m_users == 0
            ? tr("Products, members and users are on their way from HQ. This happens once.")
            : tr("%n user(s) arrived; the rest is on its way from HQ.", nullptr, m_users));
    m_feedBar->setAccessibleName(m_feedTitle->text());
    const bool failed = m_status && m_status->error && m_status->state != sync::SyncState::Pushing
        && m_status->state != sync::SyncState::Idle;
    m_feedBar->setVisible(!failed);
    if (failed)
        m_feedBanner->say({Tone::Warning, text::sentence(*m_status->error), tr("Try now")});
    else if (m_status && m_status->complete && m_users == 0)
        m_feedBanner->say({Tone::Warning,
            tr("HQ has no users with a PIN for this store yet. As soon as it has, they appear "
               "here."),
            {}});
    else
        m_feedBanner->clear();
}

void FirstStartScreen::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstStartScreen::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_next->isEnabled()
        && m_page != Page::Feed)
        next();
    else if (event->key() == Qt::Key_Escape)
        back();
    else if (m_page == Page::Language && event->key() == Qt::Key_Down)
        m_language->moveChoice(1);
    else if (m_page == Page::Language && event->key() == Qt::Key_Up)
        m_language->moveChoice(-1);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace bl::desktop
