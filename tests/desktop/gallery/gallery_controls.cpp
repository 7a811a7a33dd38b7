#include "tests/desktop/gallery/gallery_controls.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/number_pad.h"
#include "app/desktop/widgets/pin_pad.h"
#include "app/text/sentence.h"
#include "core/ports/device_fault.h"
#include "tests/desktop/gallery/sample_texts.h"

#include <QAction>
#include <QGridLayout>
#include <QLineEdit>

namespace bl::desktop::test {

namespace {

/// Everything is owned by the window.
class ControlsBuilder {
public:
    ControlsBuilder(Shell& shell, QWidget& window)
        : m_shell(shell)
        , m_theme(shell.theme())
        , m_texts(sampleTexts(shell.language()))
        , m_window(window)
    {
    }

    void build()
    {
        auto* grid = new QGridLayout(&m_window);
        const int space = m_theme.size(Size::Space4);
        grid->setContentsMargins(space, space, space, space);
        grid->setSpacing(space);
        auto* banners = new QVBoxLayout;
        banners->setSpacing(m_theme.size(Size::Space2));
        addBanner(*banners, Tone::Danger,
            deviceError(DeviceFault::NoPaper, "escpos+tcp://192.168.1.50:9100"), ActionId::Back);
        addBanner(*banners, Tone::Warning, Error{ErrorCode::NoOpenShift, {}}, ActionId::More);
        addBanner(*banners, Tone::Success, Error{ErrorCode::Cancelled, {}}, ActionId::Count_);
        grid->addLayout(banners, 0, 0, 1, 3);

        auto* pinPanel = new Panel(m_theme, &m_window);
        auto* pin = new PinPad(m_theme, pinPanel);
        pin->setPrompt(m_texts.prompt);
        pin->reject(text::sentence(Error{ErrorCode::PinLocked, {"30"}}));
        pinPanel->column()->addWidget(pin);
        grid->addWidget(pinPanel, 1, 0, 2, 1);

        auto* padPanel = new Panel(m_theme, &m_window);
        auto* quantity = new QLineEdit(QStringLiteral("1.255"), padPanel);
        quantity->setAccessibleName(m_texts.columns[3]);
        auto* pad = new NumberPad(m_theme, NumberPad::Kind::Decimal, padPanel);
        pad->setTarget(quantity);
        padPanel->column()->addWidget(quantity);
        padPanel->column()->addWidget(pad, 1);
        grid->addWidget(padPanel, 1, 1, 2, 1);

        auto* emptyPanel = new Panel(m_theme, &m_window);
        auto* empty = new EmptyState(m_theme, Icon::Product, emptyPanel);
        empty->setTexts(m_texts.emptyTitle, m_texts.emptyText);
        emptyPanel->column()->addWidget(empty);
        grid->addWidget(emptyPanel, 1, 2);

        auto* states = new Panel(m_theme, &m_window);
        auto* badges = new QHBoxLayout;
        for (const Tone tone :
            {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger}) {
            auto* badge = new Badge(tone, states);
            badge->setText(m_texts.tier);
            badges->addWidget(badge);
        }
        badges->addStretch(1);
        states->column()->addLayout(badges);
        auto* negative = new MoneyLabel(TextLook::Amount, states);
        negative->setAmount(Money::minor(-123450), {Currency{"CNY", 2}, m_shell.locale()});
        states->column()->addWidget(negative);
        auto* buttons = new QHBoxLayout;
        addState(*buttons, *states, ActionButton::Emphasis::Normal, Icon::Printer);
        addState(*buttons, *states, ActionButton::Emphasis::Danger, Icon::Trash);
        addState(*buttons, *states, ActionButton::Emphasis::Quiet, Icon::Close)->setText(QString());
        addState(*buttons, *states, ActionButton::Emphasis::Normal, Icon::None)->setEnabled(false);
        states->column()->addLayout(buttons);
        grid->addWidget(states, 2, 2);
        grid->setRowStretch(1, 1);
        for (int column = 0; column < 3; ++column)
            grid->setColumnStretch(column, 1);

        auto* toast = new Toast(m_theme, &m_window);
        toast->say(m_texts.toast);
    }

private:
    void addBanner(QVBoxLayout& column, Tone tone, const Error& error, ActionId next)
    {
        auto* banner = new Banner(m_theme, &m_window);
        banner->say({tone, text::sentence(error),
            next == ActionId::Count_ ? QString() : m_shell.actions().action(next)->text()});
        column.addWidget(banner);
    }

    ActionButton* addState(
        QHBoxLayout& row, QWidget& parent, ActionButton::Emphasis emphasis, Icon icon)
    {
        auto* button = new ActionButton(m_theme, &parent);
        button->setText(m_texts.emptyAction.left(6));
        button->setAccessibleName(m_texts.emptyAction);
        button->setEmphasis(emphasis);
        button->setDrawing(icon);
        row.addWidget(button);
        return button;
    }

    Shell& m_shell;
    const Theme& m_theme;
    const SampleTexts& m_texts;
    QWidget& m_window;
};

}  // namespace

void buildControls(Shell& shell, QWidget& window)
{
    ControlsBuilder(shell, window).build();
}

}  // namespace bl::desktop::test
