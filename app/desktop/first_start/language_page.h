#pragma once

#include "app/desktop/theme/theme.h"
#include "app/text/language.h"

#include <QWidget>

#include <array>

class QLabel;

namespace bl::desktop {

class ActionButton;

/// The first thing a new register asks: which language, and light or dark. Both take effect at
/// once.
class LanguagePage final : public QWidget {
    Q_OBJECT
public:
    LanguagePage(const Theme& theme, text::Language current, QWidget* parent = nullptr);

    /// Chooses the next language (1) or the one before (-1), for the arrow keys.
    void moveChoice(int step);

Q_SIGNALS:
    void languageChosen(bl::text::Language language);
    void modeChosen(bl::desktop::Mode mode);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showChoice();

    const Theme& m_theme;
    text::Language m_current;
    QLabel* m_title;
    QLabel* m_explanation;
    std::array<ActionButton*, text::kLanguages.size()> m_languages{};
    ActionButton* m_light;
    ActionButton* m_dark;
};

}  // namespace bl::desktop
