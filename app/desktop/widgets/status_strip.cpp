#include "app/desktop/widgets/status_strip.h"

#include "app/desktop/widgets/labels.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace bl::desktop {

StatusDot::StatusDot(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatusDot::setState(Tone tone, const QString& text)
{
    m_tone = tone;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QFont StatusDot::textFont() const
{
    QFont font = m_theme.font(Size::Text);
    font.setPixelSize((m_theme.size(Size::Text) + m_theme.size(Size::TextSmall)) / 2);
    return font;
}

QSize StatusDot::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    const int side = m_theme.size(Size::Space2);
    return QSize(side + m_theme.size(Size::Space2) + metrics.horizontalAdvance(m_text) + 1,
        std::max(metrics.height(), side));
}

void StatusDot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = m_theme.size(Size::Space2);
    const QColor colour = m_theme.colour(toneColour(m_tone));
    const QRectF shape(0, (height() - side) / 2.0, side, side);
    const bool hollow = m_tone == Tone::Warning || m_tone == Tone::Neutral;
    painter.setPen(hollow ? QPen(colour, m_theme.size(Size::Focus)) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(colour));
    const QRectF inside = hollow ? shape.adjusted(1, 1, -1, -1) : shape;
    if (m_tone == Tone::Danger)
        painter.drawRect(inside);
    else
        painter.drawEllipse(inside);
    painter.setFont(textFont());
    painter.setPen(m_theme.colour(m_tone == Tone::Danger ? Colour::Danger : Colour::Muted));
    painter.drawText(rect().adjusted(static_cast<int>(side) + m_theme.size(Size::Space2), 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    setStyleProperty(*this, "look", QStringLiteral("bar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.size(Size::Space4), theme.size(Size::Space1),
        theme.size(Size::Space4), theme.size(Size::Space1));
    m_left->setSpacing(theme.size(Size::Space4));
    m_right->setSpacing(theme.size(Size::Space4));
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
    setMinimumHeight(theme.size(Size::RowOffice));
}

StatusDot* StatusStrip::addDot()
{
    auto* dot = new StatusDot(m_theme, this);
    m_left->addWidget(dot);
    return dot;
}

QLabel* StatusStrip::addText()
{
    auto* label = newLabel(TextLook::Status, this);
    m_right->addWidget(label);
    return label;
}

}  // namespace bl::desktop
