#pragma once

#include "app/desktop/widgets/sheet.h"
#include "app/text/language.h"
#include "core/ports/secret_store.h"

#include <QButtonGroup>

#include <array>
#include <optional>

class QLabel;

namespace bl::desktop {

class ActionButton;
class Banner;

/// What this workstation can be told: language and theme, both at once, and the size; what it says
/// about itself; and the ways to HQ's state and to the devices.
class SettingsSheet final : public Sheet {
    Q_OBJECT
public:
    SettingsSheet(const Theme& theme, QWidget* window);

    void setRegister(const QString& code);
    void setDataDirectory(const QString& directory);
    /// Where the key to HQ lies.
    void setProtection(SecretStore::Protection protection);
    /// `running` is the scale that the program was started with.
    void open(text::Language language, std::optional<int> scale, std::optional<int> running);

Q_SIGNALS:
    void languageChosen(bl::text::Language language);
    void modeChosen(bl::desktop::Mode mode);
    void scaleChosen(std::optional<int> percent);
    void restartRequested();
    void syncRequested();
    void devicesRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QHBoxLayout* newScales();
    void showChoice();
    void retranslate();

    const Theme& m_theme;
    text::Language m_chosen = text::Language::SimplifiedChinese;
    QString m_register;
    QString m_directory;
    std::optional<SecretStore::Protection> m_protection;
    std::optional<int> m_scale;
    std::optional<int> m_runningScale;
    QLabel* m_languageTitle;
    std::array<ActionButton*, text::kLanguages.size()> m_languages{};
    QLabel* m_themeTitle;
    ActionButton* m_light;
    ActionButton* m_dark;
    QLabel* m_scaleTitle;
    QButtonGroup m_scales;  ///< by percent; 0 is the desktop's
    Banner* m_restart;
    QLabel* m_about;
    QLabel* m_secrets;
    ActionButton* m_devices;
    ActionButton* m_sync;
    ActionButton* m_done;
};

}  // namespace bl::desktop
