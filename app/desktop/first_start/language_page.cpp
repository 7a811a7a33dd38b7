#include "app/desktop/first_start/language_page.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace bl::desktop {

LanguagePage::LanguagePage(const Theme& theme, text::Language current, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_current(current)
    , m_title(newLabel(TextLook::Title, this))
    , m_explanation(newLabel(TextLook::Muted, this))
    , m_light(new ActionButton(theme, this))
    , m_dark(new ActionButton(theme, this))
{
    m_explanation->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.size(Size::Space3));
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addSpacing(theme.size(Size::Space3));
    for (std::size_t i = 0; i < m_languages.size(); ++i) {
        const text::Language language = text::kLanguages[i];
        auto* button = new ActionButton(theme, this);
        button->setText(text::languageName(language));
        button->setAccessibleName(text::languageName(language));
        button->setCheckable(true);
        button->setMinimumHeight(theme.size(Size::Action));
        connect(button, &QPushButton::clicked, this, [this, language] {
            m_current = language;
            showChoice();
            Q_EMIT languageChosen(language);
        });
        m_languages[i] = button;
        column->addWidget(button);
    }
    column->addSpacing(theme.size(Size::Space3));
    auto* modes = new QHBoxLayout;
    modes->setSpacing(theme.size(Size::Space2));
    for (ActionButton* button : {m_light, m_dark}) {
        button->setCheckable(true);
        modes->addWidget(button, 1);
    }
    m_light->setDrawing(Icon::Sun);
    m_dark->setDrawing(Icon::Moon);
    column->addLayout(modes);
    column->addStretch(1);
    setFocusProxy(m_languages.front());
    connect(m_light, &QPushButton::clicked, this, [this] { Q_EMIT modeChosen(Mode::Light); });
    connect(m_dark, &QPushButton::clicked, this, [this] { Q_EMIT modeChosen(Mode::Dark); });
    retranslate();
    showChoice();
}

void LanguagePage::moveChoice(int step)
{
    const auto now = std::find(text::kLanguages.begin(), text::kLanguages.end(), m_current);
    const auto place = std::distance(text::kLanguages.begin(), now) + step;
    if (place < 0 || place >= std::ssize(text::kLanguages))
        return;
    m_current = text::kLanguages[static_cast<std::size_t>(place)];
    showChoice();
    Q_EMIT languageChosen(m_current);
}

void LanguagePage::showChoice()
{
    for (std::size_t i = 0; i < m_languages.size(); ++i)
        m_languages[i]->setChecked(text::kLanguages[i] == m_current);
    m_light->setChecked(m_theme.mode() == Mode::Light);
    m_dark->setChecked(m_theme.mode() == Mode::Dark);
}

void LanguagePage::retranslate()
{
    m_title->setText(tr("Welcome to Branchline"));
    m_explanation->setText(tr("Choose a language. It can be changed at any time."));
    m_light->setText(tr("Light"));
    m_dark->setText(tr("Dark"));
}

void LanguagePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showChoice();
}

}  // namespace bl::desktop
