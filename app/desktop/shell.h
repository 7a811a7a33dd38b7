#pragma once

#include "app/desktop/actions.h"
#include "app/desktop/main_window.h"
#include "app/desktop/theme/theme.h"
#include "app/text/language.h"

#include <QString>

#include <memory>
#include <optional>

class QApplication;

namespace bl::desktop {

/// How this workstation looks and speaks; kept in `desktop.ini` in the data directory, read before
/// any database is open.
struct Preferences {
    std::optional<text::Language> language;  ///< none: the system's
    Mode mode = Mode::Light;
    std::optional<int> scalePercent;  ///< none: the desktop's font size

    static Preferences load(const QString& file);
    /// Writes the file; a workstation that cannot keep its preferences still sells, so a failure is
    /// only logged.
    void save(const QString& file) const;

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// What every screen stands on: theme, language, actions and the window.
class Shell {
public:
    /// `preferencesFile` may not exist yet.
    Shell(QApplication& application, QString preferencesFile, Preferences preferences);
    ~Shell();

    const Theme& theme() const { return m_theme; }
    ActionCollection& actions() { return m_actions; }
    MainWindow& window() { return *m_window; }
    const Preferences& preferences() const { return m_preferences; }
    text::Language language() const { return m_translation.language(); }
    QLocale locale() const { return m_translation.locale(); }

    /// Both take effect in all open windows at once and are kept for the next start.
    void setLanguage(text::Language language);
    void setMode(Mode mode);
    /// Takes effect at the next start.
    void setScale(std::optional<int> percent);

private:
    void keep();

    QString m_preferencesFile;
    Preferences m_preferences;
    text::Translation m_translation;
    Theme m_theme;
    ActionCollection m_actions;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace bl::desktop
