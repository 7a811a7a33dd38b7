#include "app/desktop/devices/device_wizard.h"

#include "app/desktop/devices/ca_field.h"
#include "app/desktop/devices/device_words.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/text/sentence.h"
#include "devices/printer/printer_profile.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kRoleColumns = 2;

QVBoxLayout* wizardColumn(QWidget* page, const Theme& theme)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.size(Size::Space2));
    return column;
}

/// How addresses of the role look.
QString addressExamples(DeviceRole role)
{
    switch (role) {
    case DeviceRole::ReceiptPrinter: return QStringLiteral("192.168.1.40 / cups:… / pdf:/…");
    case DeviceRole::Scanner: return QStringLiteral("scanner+serial:///dev/… / hid:");
    default: return QStringLiteral("…+tcp://192.168.1.50 / …+serial:///dev/…");
    }
}

}  // namespace

DeviceWizard::DeviceWizard(DeviceSetup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_back(new ActionButton(theme, Icon::ArrowLeft, this))
    , m_next(new ActionButton(theme, Icon::None, this))
{
    m_pages->addWidget(newRoles());
    m_pages->addWidget(newPlaces());
    m_pages->addWidget(newProfiles());
    m_pages->addWidget(newTrial());
    m_next->setEmphasis(ActionButton::Emphasis::Primary);
    auto* row = new QHBoxLayout;
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_next);
    auto* column = wizardColumn(this, theme);
    column->addWidget(m_pages, 1);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, &m_setup, &DeviceSetup::back);
    connect(m_next, &QPushButton::clicked, this, &DeviceWizard::next);
    connectSetup();
    retranslate();
}

QWidget* DeviceWizard::newRoles()
{
    auto* page = new QWidget(m_pages);
    auto* grid = new QGridLayout;
    grid->setSpacing(m_theme.size(Size::Space2));
    int index = 0;
    for (const auto role : DeviceSetup::roles()) {
        auto* button = new ActionButton(m_theme, roleIcon(role), page);
        connect(button, &QPushButton::clicked, this, [this, role] { m_setup.chooseRole(role); });
        grid->addWidget(button, index / kRoleColumns, index % kRoleColumns);
        ++index;
        m_roles.push_back(button);
    }
    auto* column = wizardColumn(page, m_theme);
    column->addLayout(grid);
    column->addStretch(1);
    page->setFocusProxy(m_roles.front());
    return page;
}

QWidget* DeviceWizard::newPlaces()
{
    auto* page = new QWidget(m_pages);
    m_offers = new QListWidget(page);
    m_offers->setItemDelegate(new ResultDelegate(m_theme, m_offers));
    m_nothing = newLabel(TextLook::Muted, page);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_searching = new QProgressBar(page);
    m_searching->setRange(0, 0);
    m_searching->setTextVisible(false);
    m_again = new ActionButton(m_theme, Icon::Sync, page);
    m_network = new ActionButton(m_theme, Icon::Search, page);
    m_addressLabel = newLabel(TextLook::Plain, page);
    m_address = new QLineEdit(page);
    m_address->setMaxLength(200);
    m_addressLabel->setBuddy(m_address);
    m_placeBanner = new Banner(m_theme, page);
    auto* row = new QHBoxLayout;
    row->addWidget(m_again);
    row->addWidget(m_network);
    row->addStretch(1);
    auto* column = wizardColumn(page, m_theme);
    column->addWidget(m_offers, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_searching);
    column->addLayout(row);
    column->addWidget(m_addressLabel);
    column->addWidget(m_address);
    column->addWidget(m_placeBanner);
    page->setFocusProxy(m_offers);
    connect(m_again, &QPushButton::clicked, &m_setup, &DeviceSetup::search);
    connect(m_network, &QPushButton::clicked, &m_setup, &DeviceSetup::searchNetwork);
    connect(m_offers, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            m_address->setText(item->data(Qt::UserRole).toString());
    });
    connect(m_address, &QLineEdit::textEdited, m_placeBanner, &Banner::clear);
    return page;
}

QWidget* DeviceWizard::newProfiles()
{
    auto* page = new QWidget(m_pages);
    m_profileText = newLabel(TextLook::Muted, page);
    m_profileText->setWordWrap(true);
    m_profiles = new QListWidget(page);
    for (const auto& profile : printerProfiles()) {
        auto* item = new QListWidgetItem(QString::fromStdString(profile.title), m_profiles);
        item->setData(Qt::UserRole, QString::fromStdString(profile.name));
        item->setSizeHint({0, m_theme.size(Size::RowOffice)});
    }
    auto* column = wizardColumn(page, m_theme);
    column->addWidget(m_profileText);
    column->addWidget(m_profiles, 1);
    page->setFocusProxy(m_profiles);
    return page;
}

QWidget* DeviceWizard::newTrial()
{
    auto* page = new QWidget(m_pages);
    m_trialText = newLabel(TextLook::Muted, page);
    m_trialText->setWordWrap(true);
    m_try = new ActionButton(m_theme, Icon::Check, page);
    m_trialBanner = new Banner(m_theme, page);
    auto* column = wizardColumn(page, m_theme);
    m_password = new QLineEdit(page);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(128);
    m_ca = new CaField(m_theme, page);
    column->addWidget(m_trialText);
    column->addWidget(m_ca);
    column->addWidget(m_password);
    column->addWidget(m_try, 0, Qt::AlignLeft);
    column->addWidget(m_trialBanner);
    column->addStretch(1);
    page->setFocusProxy(m_try);
    connect(m_password, &QLineEdit::textEdited, this,
        [this](const QString& typed) { m_setup.setPassword(typed.toStdString()); });
    connect(m_ca, &CaField::fileChanged, this,
        [this](const QString& file) { m_setup.setCaFile(file.trimmed().toStdString()); });
    connect(m_try, &QPushButton::clicked, &m_setup, &DeviceSetup::startTrial);
    return page;
}

void DeviceWizard::connectSetup()
{
    connect(&m_setup, &DeviceSetup::stepChanged, this, &DeviceWizard::showStep);
    connect(&m_setup, &DeviceSetup::offersChanged, this, &DeviceWizard::showOffers);
    connect(&m_setup, &DeviceSetup::trialChanged, this, &DeviceWizard::showTrial);
}

void DeviceWizard::next()
{
    switch (m_setup.step()) {
    case DeviceSetup::Step::Role: break;
    case DeviceSetup::Step::Place: takePlace(m_address->text().trimmed().toStdString()); break;
    case DeviceSetup::Step::Profile:
        if (const auto* item = m_profiles->currentItem())
            m_setup.chooseProfile(item->data(Qt::UserRole).toString().toStdString());
        break;
    case DeviceSetup::Step::Trial: m_setup.save(); break;
    }
}

void DeviceWizard::takePlace(const std::string& address)
{
    if (const auto taken = m_setup.choosePlace(address); !taken)
        m_placeBanner->say({Tone::Danger, text::sentence(taken.error()), {}});
}

QString DeviceWizard::stepTitle() const
{
    switch (m_setup.step()) {
    case DeviceSetup::Step::Role: return tr("What is to be added?");
    case DeviceSetup::Step::Place: return tr("%1: where is it?").arg(roleWord(m_setup.role()));
    case DeviceSetup::Step::Profile: return tr("Which printer is it?");
    case DeviceSetup::Step::Trial: return tr("%1: does it work?").arg(roleWord(m_setup.role()));
    }
    return {};
}

void DeviceWizard::showStep()
{
    m_pages->setCurrentIndex(static_cast<int>(m_setup.step()));
    m_back->setVisible(m_setup.step() != DeviceSetup::Step::Role);
    m_next->setVisible(m_setup.step() != DeviceSetup::Step::Role);
    if (m_setup.step() == DeviceSetup::Step::Place) {
        m_placeBanner->clear();
        m_address->setText(QString::fromStdString(m_setup.address()));
    }
    if (m_setup.step() == DeviceSetup::Step::Profile) {
        const auto wanted = QString::fromStdString(m_setup.profile());
        m_profiles->setCurrentRow(0);
        for (int i = 0; i < m_profiles->count(); ++i) {
            if (m_profiles->item(i)->data(Qt::UserRole).toString() == wanted)
                m_profiles->setCurrentRow(i);
        }
    }
    m_password->setVisible(hasSecret(m_setup.role()));
    m_ca->setVisible(wantsCertificate(QString::fromStdString(m_setup.address())));
    if (m_setup.step() == DeviceSetup::Step::Role) {
        m_password->clear();
        m_ca->setFile({});
    }
    setFocusProxy(m_pages->currentWidget());
    if (isVisible())
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    retranslate();
    Q_EMIT titleChanged();
}

void DeviceWizard::showOffers()
{
    const auto offers = m_setup.offers();
    const auto* before = m_offers->currentItem();
    const QString kept = before ? before->data(Qt::UserRole).toString() : QString();
    m_offers->clear();
    for (const auto& offer : offers) {
        auto* item = new QListWidgetItem(m_offers);
        const QString address = QString::fromStdString(offer.address);
        item->setText(offerTitle(offer.device));
        item->setData(Qt::UserRole, address);
        item->setData(IconRole, static_cast<int>(roleIcon(m_setup.role())));
        item->setData(DetailRole, address);
        item->setData(
            TrailingRole, offer.inUse ? tr("in use already") : foundWord(offer.device.place));
        if (address == kept)
            m_offers->setCurrentItem(item);
    }
    m_offers->setVisible(!offers.empty());
    m_nothing->setVisible(offers.empty());
    m_nothing->setText(m_setup.isSearching()
            ? tr("Looking for devices …")
            : tr("Nothing was found. Switch the device on and plug it in, then look again; or "
                 "type its address below."));
    m_searching->setVisible(m_setup.isSearching());
    m_network->setEnabled(!m_setup.isSearching());
    m_again->setEnabled(!m_setup.isSearching());
}

void DeviceWizard::showTrial()
{
    const bool hadFocus = m_try->hasFocus();  // before it is disabled and loses it
    const auto answer = QString::fromStdString(m_setup.trialAnswer());
    m_try->setEnabled(m_setup.trial() != DeviceSetup::Trial::Runs);
    if (hadFocus && !m_try->isEnabled())
        m_next->setFocus(Qt::OtherFocusReason);
    switch (m_setup.trial()) {
    case DeviceSetup::Trial::None: m_trialBanner->clear(); break;
    case DeviceSetup::Trial::Runs: m_trialBanner->say({Tone::Neutral, tr("Trying …"), {}}); break;
    case DeviceSetup::Trial::Passed:
        m_trialBanner->say({Tone::Success,
            answer.isEmpty() ? tr("It works.") : tr("It works. It says: %1").arg(answer), {}});
        break;
    case DeviceSetup::Trial::Failed:
        m_trialBanner->say({Tone::Danger, text::sentence(*m_setup.trialError()), {}});
        break;
    }
}

void DeviceWizard::retranslate()
{
    const auto roles = DeviceSetup::roles();
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        m_roles[i]->setText(roleWord(roles[i]));
    m_offers->setAccessibleName(tr("Devices that were found"));
    m_searching->setAccessibleName(tr("Looking for devices …"));
    m_again->setText(tr("Look again"));
    m_network->setText(tr("Search the network"));
    m_addressLabel->setText(tr("Address"));
    m_address->setAccessibleName(m_addressLabel->text());
    m_address->setPlaceholderText(addressExamples(m_setup.role()));
    m_profileText->setText(tr("The profile says how wide the paper is, how Chinese is printed and "
                              "what else the printer can do. Where yours is not named, take the "
                              "one of its paper's width."));
    m_profiles->setAccessibleName(tr("Printers"));
    const auto trialText = [this] {
        switch (m_setup.role()) {
        case DeviceRole::ReceiptPrinter:
            return tr("A test page is printed on %1. Check that the Chinese is readable and the "
                      "ruler fills one line.");
        case DeviceRole::Scanner: return tr("Press the button, then scan any code with %1.");
        case DeviceRole::CardReader: return tr("Press the button, then use a card at %1.");
        case DeviceRole::Scale: return tr("Put something on the scale at %1.");
        case DeviceRole::CustomerDisplay: return tr("A text is shown on %1.");
        default: break;
        }
        return tr("%1 is asked how it is. Nothing is charged.");
    };
    m_trialText->setText(trialText().arg(QString::fromStdString(m_setup.address())));
    m_password->setPlaceholderText(m_setup.role() == DeviceRole::PaymentTerminal
            ? tr("Password of the terminal; empty for the usual one")
            : secretWord(m_setup.role()));
    m_password->setAccessibleName(secretWord(m_setup.role()));
    m_try->setText(tr("Try it"));
    m_back->setText(tr("Back"));
    m_next->setText(
        m_setup.step() == DeviceSetup::Step::Trial ? tr("Add this device") : tr("Next"));
    showOffers();
    showTrial();
}

void DeviceWizard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        next();
    else
        QWidget::keyPressEvent(event);
}

void DeviceWizard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
