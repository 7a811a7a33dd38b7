#include "app/desktop/widgets/action_button.h"

#include "app/desktop/widgets/paint.h"

#include <QAction>
#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace bl::desktop {

ActionButton::ActionButton(const Theme& theme, QWidget* parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setAttribute(Qt::WA_Hover);
}

ActionButton::ActionButton(const Theme& theme, QAction* action, QWidget* parent)
    : ActionButton(theme, parent)
{
    setAction(action);
}

ActionButton::ActionButton(const Theme& theme, Icon drawing, QWidget* parent)
    : ActionButton(theme, parent)
{
    setArrangement(Arrangement::Beside);
    setDrawing(drawing);
}

void ActionButton::setAction(QAction* action)
{
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    connect(action, &QAction::changed, this, &ActionButton::followAction);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    followAction();
}

void ActionButton::setArrangement(Arrangement arrangement)
{
    m_arrangement = arrangement;
    updateGeometry();
    update();
}

void ActionButton::setEmphasis(Emphasis emphasis)
{
    m_emphasis = emphasis;
    updateGeometry();
    update();
}

void ActionButton::setDrawing(Icon icon)
{
    m_drawing = icon;
    updateGeometry();
    update();
}

void ActionButton::setLabelSize(Size size)
{
    m_labelSize = size;
    updateGeometry();
    update();
}

void ActionButton::setHint(const QString& hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

QString ActionButton::hint() const
{
    // As it stands on the keyboard, in every language: "Enter", not its translation.
    return m_action ? m_action->shortcut().toString(QKeySequence::PortableText) : m_hint;
}

void ActionButton::followAction()
{
    if (!m_action)
        return;
    setText(m_action->text());
    setToolTip(m_action->toolTip() == m_action->text() ? QString() : m_action->toolTip());
    setEnabled(m_action->isEnabled());
    if (m_action->isCheckable()) {
        setCheckable(true);
        setChecked(m_action->isChecked());
    }
    setAccessibleName(m_action->text());
    setAccessibleDescription(hint());
    updateGeometry();
    update();
}

QFont ActionButton::labelFont() const
{
    return m_emphasis == Emphasis::Primary ? m_theme.font(Size::TextTitle, Weight::Bold)
                                           : m_theme.font(m_labelSize);
}

QFont ActionButton::hintFont() const
{
    return m_theme.font(Size::TextSmall);
}

QSize ActionButton::sizeHint() const
{
    const QFontMetrics label(labelFont());
    const QFontMetrics small(hintFont());
    const QString key = hint();
    const int gap = m_theme.size(Size::Space2);
    int labelWidth = label.horizontalAdvance(text());
    if (m_drawing != Icon::None)
        labelWidth += m_theme.size(Size::Icon) + (text().isEmpty() ? 0 : gap);
    const int keyWidth = small.horizontalAdvance(key);
    const int padding =
        2 * m_theme.size(m_emphasis == Emphasis::Primary ? Size::Space6 : Size::Space3);

    const bool stacked = m_arrangement == Arrangement::Stacked && !key.isEmpty();
    const int contents = stacked ? std::max(labelWidth, keyWidth)
                                 : labelWidth + (key.isEmpty() ? 0 : gap + keyWidth);
    const int contentsHeight =
        stacked ? label.height() + small.height() : std::max(label.height(), small.height());
    Size height = stacked ? Size::Action : Size::Control;
    if (m_emphasis == Emphasis::Primary)
        height = Size::Pay;
    return QSize(std::max(m_theme.size(Size::Control), contents + padding),
        std::max(m_theme.size(height), contentsHeight + m_theme.size(Size::Space2)));
}

QColor ActionButton::labelColour() const
{
    if (!isEnabled())
        return m_theme.colour(Colour::Muted);
    if (m_emphasis == Emphasis::Primary)
        return m_theme.colour(Colour::OnAccent);
    if (m_emphasis == Emphasis::Danger)
        return m_theme.colour(Colour::Danger);
    if (m_emphasis == Emphasis::Quiet)
        return m_theme.colour(Colour::Muted);
    return m_theme.colour(isChecked() ? Colour::Accent : Colour::Text);
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool primary = m_emphasis == Emphasis::Primary && isEnabled();
    Ground ground{m_theme.colour(Colour::Surface), m_theme.colour(Colour::Border),
        m_theme.size(Size::Hairline), m_theme.size(Size::Radius)};
    if (m_emphasis == Emphasis::Quiet && !underMouse() && !isDown()) {
        ground.fill = ground.border = Qt::transparent;
    } else if (primary) {
        const bool strong = underMouse() || isDown();
        ground.fill = ground.border =
            m_theme.colour(strong ? Colour::AccentStrong : Colour::Accent);
    } else if (!isEnabled()) {
        ground.fill = m_theme.colour(Colour::Background);
    } else if (isDown()) {
        ground.fill = m_theme.colour(Colour::AccentSoft);
    } else if (isChecked()) {
        ground.fill = m_theme.colour(Colour::AccentSoft);
        ground.border = m_theme.colour(Colour::Accent);
    } else if (underMouse()) {
        ground.fill = mixed(ground.fill, m_theme.colour(Colour::Accent), 5);
        ground.border = m_theme.colour(Colour::Muted);
    }
    if (hasFocus()) {
        // On the accent itself a ring of the accent would not be seen.
        ground.border = primary ? m_theme.colour(Colour::Text) : m_theme.colour(Colour::Accent);
        ground.borderWidth = m_theme.size(Size::Focus);
    }
    paintGround(painter, rect(), ground);

    if (m_arrangement == Arrangement::Stacked && !hint().isEmpty())
        paintStacked(painter);
    else
        paintBeside(painter);
}

void ActionButton::paintStacked(QPainter& painter) const
{
    const QFontMetrics label(labelFont());
    const QFontMetrics small(hintFont());
    const int top = (height() - label.height() - small.height()) / 2;
    painter.setFont(labelFont());
    painter.setPen(labelColour());
    painter.drawText(QRect(0, top, width(), label.height()), Qt::AlignCenter, text());
    painter.setFont(hintFont());
    painter.setPen(m_emphasis == Emphasis::Primary ? labelColour() : m_theme.colour(Colour::Muted));
    painter.drawText(
        QRect(0, top + label.height(), width(), small.height()), Qt::AlignCenter, hint());
}

void ActionButton::paintBeside(QPainter& painter) const
{
    const int gap = m_theme.size(Size::Space2);
    const int side = m_theme.size(Size::Icon);
    const QString key = hint();
    const int labelWidth = QFontMetrics(labelFont()).horizontalAdvance(text());
    const int keyWidth = QFontMetrics(hintFont()).horizontalAdvance(key);
    const int iconWidth = m_drawing == Icon::None ? 0 : side + (text().isEmpty() ? 0 : gap);
    int x = (width() - iconWidth - labelWidth - (key.isEmpty() ? 0 : gap + keyWidth)) / 2;
    if (m_drawing != Icon::None) {
        painter.drawPixmap(x, (height() - side) / 2,
            iconPixmap(m_drawing, labelColour(), side, devicePixelRatioF()));
        x += iconWidth;
    }
    painter.setFont(labelFont());
    painter.setPen(labelColour());
    painter.drawText(
        QRect(x, 0, labelWidth + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(hintFont());
    painter.setPen(m_emphasis == Emphasis::Primary ? labelColour() : m_theme.colour(Colour::Muted));
    painter.drawText(QRect(x + labelWidth + gap, 0, keyWidth + 1, height()),
        Qt::AlignLeft | Qt::AlignVCenter, key);
}

void ActionButton::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        click();
    else
        QPushButton::keyPressEvent(event);
}

void ActionButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange) {
        followAction();
        updateGeometry();
    }
}

PrimaryButton::PrimaryButton(const Theme& theme, QWidget* parent)
    : ActionButton(theme, parent)
{
    setEmphasis(Emphasis::Primary);
}

PrimaryButton::PrimaryButton(const Theme& theme, QAction* action, QWidget* parent)
    : ActionButton(theme, action, parent)
{
    setEmphasis(Emphasis::Primary);
}

}  // namespace bl::desktop
