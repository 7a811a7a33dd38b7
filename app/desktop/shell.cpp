#include "app/desktop/shell.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QSettings>

#include <utility>

namespace bl::desktop {

namespace {

Q_LOGGING_CATEGORY(shellLog, "branchline.desktop")

}  // namespace

Preferences Preferences::load(const QString& file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Preferences loaded;
    loaded.language = text::languageFromCode(settings.value(QStringLiteral("language")).toString());
    if (!settings.contains(QStringLiteral("language")))
        loaded.language.reset();
    loaded.mode = settings.value(QStringLiteral("mode")).toString() == QLatin1String("dark")
        ? Mode::Dark
        : Mode::Light;
    const int scale = settings.value(QStringLiteral("scale")).toInt();
    if (scale > 0)
        loaded.scalePercent = scale;
    return loaded;
}

void Preferences::save(const QString& file) const
{
    QSettings settings(file, QSettings::IniFormat);
    if (language)
        settings.setValue(QStringLiteral("language"), text::languageCode(*language));
    settings.setValue(QStringLiteral("mode"),
        mode == Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (scalePercent)
        settings.setValue(QStringLiteral("scale"), *scalePercent);
    else
        settings.remove(QStringLiteral("scale"));
    settings.sync();
    if (settings.status() != QSettings::NoError)
        qCWarning(shellLog, "the preferences could not be written to %s", qUtf8Printable(file));
}

Shell::Shell(QApplication& application, QString preferencesFile, Preferences preferences)
    : m_preferencesFile(std::move(preferencesFile))
    , m_preferences(preferences)
    , m_translation(application)
    , m_theme(application, ThemeTable::embedded())
{
    const text::Language language = preferences.language.value_or(text::systemLanguage());
    m_translation.setLanguage(language);
    m_theme.setMode(preferences.mode);
    if (preferences.scalePercent)
        m_theme.setScale(*preferences.scalePercent);
    m_theme.setFontFamilies(text::fontFamilies(language));
    m_theme.apply();
    m_actions.retranslate();
    m_window = std::make_unique<MainWindow>(m_theme, m_actions);
}

Shell::~Shell() = default;

void Shell::setLanguage(text::Language language)
{
    if (language != m_translation.language()) {
        m_theme.setFontFamilies(text::fontFamilies(language));
        m_theme.apply();
        m_translation.setLanguage(language);
    }
    m_preferences.language = language;
    keep();
}

void Shell::setMode(Mode mode)
{
    m_theme.setMode(mode);
    m_theme.apply();
    m_preferences.mode = mode;
    keep();
}

void Shell::setScale(std::optional<int> percent)
{
    m_preferences.scalePercent = percent;
    keep();
}

void Shell::keep()
{
    if (!m_preferencesFile.isEmpty())
        m_preferences.save(m_preferencesFile);
}

}  // namespace bl::desktop
