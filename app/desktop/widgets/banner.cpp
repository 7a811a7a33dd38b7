#include "app/desktop/widgets/banner.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/paint.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kToastMs = 3000;

void announce(QWidget& widget)
{
    QAccessibleEvent event(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

}  // namespace

Icon toneIcon(Tone tone)
{
    return tone == Tone::Success || tone == Tone::Accent ? Icon::Check : Icon::Warning;
}

Banner::Banner(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(newLabel(TextLook::Plain, this))
    , m_action(new ActionButton(theme, this))
    , m_close(new ActionButton(theme, this))
{
    m_text->setWordWrap(true);
    m_action->setArrangement(ActionButton::Arrangement::Beside);
    m_close->setDrawing(Icon::Close);
    m_close->setEmphasis(ActionButton::Emphasis::Quiet);
    auto* row = new QHBoxLayout(this);
    const int gap = theme.size(Size::Space2);
    row->setContentsMargins(
        theme.size(Size::Space4) + theme.size(Size::Icon) + theme.size(Size::Space3), gap, gap,
        gap);
    row->setSpacing(gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    retranslate();
    hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
}

void Banner::say(const Message& message)
{
    m_tone = message.tone;
    m_text->setText(message.text);
    m_action->setText(message.action);
    m_action->setAccessibleName(message.action);
    m_action->setVisible(!message.action.isEmpty());
    setAccessibleName(message.text);
    show();
    update();
    announce(*this);
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

void Banner::retranslate()
{
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor tone = m_theme.colour(toneColour(m_tone));
    const QColor fill = mixed(m_theme.colour(Colour::Surface), tone, 6);
    paintGround(painter, rect(),
        Ground{fill, tone, m_theme.size(Size::Hairline), m_theme.size(Size::Radius)});
    const int side = m_theme.size(Size::Icon);
    painter.drawPixmap(m_theme.size(Size::Space4), (height() - side) / 2,
        m_theme.pixmap(toneIcon(m_tone), toneColour(m_tone), side, *this));
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

Toast::Toast(const Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    hide();
}

void Toast::say(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    place();
    show();
    raise();
    update();
    announce(*this);
    if (m_timer != 0)
        killTimer(m_timer);
    m_timer = startTimer(kToastMs);
}

void Toast::place()
{
    const QFontMetrics metrics(m_theme.font(Size::Text));
    const int padding = m_theme.size(Size::Space4);
    const int widest = parentWidget()->width() - 2 * padding;
    const int chrome = 2 * padding + m_theme.size(Size::Icon) + m_theme.size(Size::Space2);
    const int width = std::min(widest, metrics.horizontalAdvance(m_text) + chrome + 1);
    const QRect text =
        metrics.boundingRect(QRect(0, 0, width - chrome, 10'000), Qt::TextWordWrap, m_text);
    const int height =
        std::max(m_theme.size(Size::RowOffice), text.height() + m_theme.size(Size::Space2));
    // In the middle of the status strip, where nothing stands: neither the total nor a button is
    // hidden.
    setGeometry(
        (parentWidget()->width() - width) / 2, parentWidget()->height() - height, width, height);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    // Inverted, so that it stands out from whatever it floats over.
    paintGround(painter, rect(),
        Ground{m_theme.colour(Colour::Text), m_theme.colour(Colour::Text), 0,
            m_theme.size(Size::Radius)});
    const int padding = m_theme.size(Size::Space4);
    const int side = m_theme.size(Size::Icon);
    painter.drawPixmap(
        padding, (height() - side) / 2, m_theme.pixmap(Icon::Check, Colour::Surface, side, *this));
    painter.setFont(m_theme.font(Size::Text));
    painter.setPen(m_theme.colour(Colour::Surface));
    painter.drawText(rect().adjusted(padding + side + m_theme.size(Size::Space2), 0, -padding, 0),
        Qt::AlignVCenter | Qt::TextWordWrap, m_text);
}

void Toast::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer)
        return;
    killTimer(m_timer);
    m_timer = 0;
    hide();
}

void Toast::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    // It would go on speaking the language before.
    if (event->type() == QEvent::LanguageChange)
        hide();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace bl::desktop
