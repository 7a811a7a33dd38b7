#include "app/desktop/settings/settings_sheet.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr std::array kScales{0, 100, 125, 150, 200};

}  // namespace

SettingsSheet::SettingsSheet(const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_theme(theme)
    , m_languageTitle(newLabel(TextLook::Plain, this))
    , m_themeTitle(newLabel(TextLook::Plain, this))
    , m_light(new ActionButton(theme, this))
    , m_dark(new ActionButton(theme, this))
    , m_scaleTitle(newLabel(TextLook::Plain, this))
    , m_restart(new Banner(theme, this))
    , m_about(newLabel(TextLook::Muted, this))
    , m_secrets(newLabel(TextLook::Muted, this))
    , m_devices(new ActionButton(theme, this))
    , m_sync(new ActionButton(theme, this))
    , m_done(new PrimaryButton(theme, this))
{
    setCardWidth(640);
    auto* languages = new QHBoxLayout;
    languages->setSpacing(theme.size(Size::Space2));
    for (std::size_t i = 0; i < m_languages.size(); ++i) {
        const text::Language choice = text::kLanguages[i];
        auto* button = new ActionButton(theme, this);
        button->setText(text::languageName(choice));
        button->setCheckable(true);
        button->setArrangement(ActionButton::Arrangement::Beside);
        connect(button, &QPushButton::clicked, this, [this, choice] {
            m_chosen = choice;
            showChoice();
            Q_EMIT languageChosen(choice);
        });
        m_languages[i] = button;
        languages->addWidget(button, 1);
    }
    auto* modes = new QHBoxLayout;
    modes->setSpacing(theme.size(Size::Space2));
    m_light->setDrawing(Icon::Sun);
    m_dark->setDrawing(Icon::Moon);
    for (ActionButton* button : {m_light, m_dark}) {
        button->setCheckable(true);
        button->setArrangement(ActionButton::Arrangement::Beside);
        modes->addWidget(button, 1);
    }
    connect(m_light, &QPushButton::clicked, this, [this] { Q_EMIT modeChosen(Mode::Light); });
    connect(m_dark, &QPushButton::clicked, this, [this] { Q_EMIT modeChosen(Mode::Dark); });
    m_about->setWordWrap(true);
    m_secrets->setWordWrap(true);
    m_devices->setArrangement(ActionButton::Arrangement::Beside);
    m_devices->setDrawing(Icon::Printer);
    m_sync->setArrangement(ActionButton::Arrangement::Beside);
    m_sync->setDrawing(Icon::Sync);
    m_done->setArrangement(ActionButton::Arrangement::Beside);
    m_done->setHint(QStringLiteral("Esc"));

    body()->addWidget(m_languageTitle);
    body()->addLayout(languages);
    body()->addWidget(m_themeTitle);
    body()->addLayout(modes);
    body()->addWidget(m_scaleTitle);
    body()->addLayout(newScales());
    body()->addWidget(m_restart);
    body()->addWidget(m_about);
    body()->addWidget(m_secrets);
    body()->addStretch(1);
    footer()->addWidget(m_devices, 0, Qt::AlignVCenter);
    footer()->addWidget(m_sync, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    footer()->addWidget(m_done);

    connect(m_devices, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT devicesRequested();
    });
    connect(m_sync, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT syncRequested();
    });
    connect(m_done, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    retranslate();
}

QHBoxLayout* SettingsSheet::newScales()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.size(Size::Space2));
    for (const int percent : kScales) {
        auto* button = new ActionButton(m_theme, this);
        button->setCheckable(true);
        button->setArrangement(ActionButton::Arrangement::Beside);
        m_scales.addButton(button, percent);
        row->addWidget(button, 1);
    }
    connect(&m_scales, &QButtonGroup::idClicked, this, [this](int percent) {
        m_scale = percent > 0 ? std::optional(percent) : std::nullopt;
        showChoice();
        Q_EMIT scaleChosen(m_scale);
    });
    connect(m_restart, &Banner::actionTriggered, this, &SettingsSheet::restartRequested);
    return row;
}

void SettingsSheet::setRegister(const QString& code)
{
    m_register = code;
    retranslate();
}

void SettingsSheet::setDataDirectory(const QString& directory)
{
    m_directory = directory;
    retranslate();
}

void SettingsSheet::setProtection(SecretStore::Protection protection)
{
    m_protection = protection;
    retranslate();
}

void SettingsSheet::open(
    text::Language language, std::optional<int> scale, std::optional<int> running)
{
    m_chosen = language;
    m_scale = scale;
    m_runningScale = running;
    showChoice();
    openAt(m_done);
}

void SettingsSheet::showChoice()
{
    for (std::size_t i = 0; i < m_languages.size(); ++i)
        m_languages[i]->setChecked(text::kLanguages[i] == m_chosen);
    m_light->setChecked(m_theme.mode() == Mode::Light);
    m_dark->setChecked(m_theme.mode() == Mode::Dark);
    if (auto* button = m_scales.button(m_scale.value_or(0)))
        button->setChecked(true);
    if (m_scale == m_runningScale)
        m_restart->clear();
    else
        m_restart->say({Tone::Warning,
            tr("The size changes when Branchline starts again. The open ticket is kept."),
            tr("Start again")});
}

void SettingsSheet::retranslate()
{
    setTitle(tr("Settings"));
    m_languageTitle->setText(tr("Language"));
    m_themeTitle->setText(tr("Appearance"));
    m_light->setText(tr("Light"));
    m_dark->setText(tr("Dark"));
    m_scaleTitle->setText(tr("Size"));
    for (QAbstractButton* button : m_scales.buttons()) {
        const int percent = m_scales.id(button);
        button->setText(
            percent > 0 ? QLocale().toString(percent) + QLocale().percent() : tr("As the desktop"));
    }
    showChoice();
    QStringList about;
    about << tr("Branchline %1").arg(QStringLiteral(BRANCHLINE_VERSION));
    if (!m_register.isEmpty())
        about << tr("Register %1").arg(m_register);
    if (!m_directory.isEmpty())
        about << tr("Data in %1").arg(m_directory);
    m_about->setText(about.join(QLatin1Char('\n')));
    if (!m_protection)
        m_secrets->clear();
    else if (*m_protection == SecretStore::Protection::Keychain)
        m_secrets->setText(tr("The key to HQ is in this system's keychain."));
    else
        m_secrets->setText(tr("This system has no keychain, so the key to HQ is kept in a file "
                              "that only this user can read."));
    m_secrets->setVisible(m_protection.has_value());
    m_devices->setText(tr("Devices"));
    m_sync->setText(tr("Connection to HQ"));
    m_done->setText(tr("Done"));
}

void SettingsSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showChoice();
}

}  // namespace bl::desktop
