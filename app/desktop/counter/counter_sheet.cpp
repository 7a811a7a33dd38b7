#include "app/desktop/counter/counter_sheet.h"

#include "app/desktop/actions.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/text/sentence.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bl::desktop {

CounterSheet::CounterSheet(const Theme& theme, ActionCollection& actions, QWidget* window)
    : Sheet(theme, window)
    , m_theme(theme)
    , m_actions(actions)
    , m_banner(new Banner(theme, this))
{
    body()->addWidget(m_banner);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
}

void CounterSheet::fail(const Error& error, const std::optional<text::MoneyFormat>& money)
{
    m_error = error;
    m_money = money;
    m_banner->say({Tone::Danger, text::sentence(error, money), {}});
}

void CounterSheet::clearError()
{
    m_error.reset();
    m_banner->clear();
}

ActionButton* CounterSheet::addBack()
{
    // The action's label and key; pressing it must not go to the other sheets that have one too.
    const QAction* action = m_actions.action(ActionId::Back);
    auto* back = new ActionButton(m_theme, this);
    back->setArrangement(ActionButton::Arrangement::Beside);
    const auto follow = [back, action] {
        back->setText(action->text());
        back->setAccessibleName(action->text());
        back->setHint(action->shortcut().toString(QKeySequence::PortableText));
    };
    follow();
    connect(action, &QAction::changed, back, follow);
    connect(back, &QPushButton::clicked, this, &Sheet::dismiss);
    footer()->addWidget(back, 0, Qt::AlignVCenter);
    return back;
}

PrimaryButton* CounterSheet::addPrimary()
{
    auto* primary = new PrimaryButton(m_theme, this);
    primary->setArrangement(ActionButton::Arrangement::Beside);
    primary->setHint(
        m_actions.action(ActionId::Finish)->shortcut().toString(QKeySequence::PortableText));
    footer()->addWidget(primary);
    return primary;
}

void CounterSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        const auto error = m_error;
        retranslate();
        if (error)
            fail(*error,
                m_money ? std::optional<text::MoneyFormat>{{m_money->currency, QLocale()}}
                        : std::nullopt);
    }
}

void CounterSheet::hideEvent(QHideEvent* event)
{
    Sheet::hideEvent(event);
    clearError();
}

}  // namespace bl::desktop
