#include "app/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

QString textLookName(TextLook look)
{
    switch (look) {
    case TextLook::Plain: return {};
    case TextLook::Muted: return QStringLiteral("muted");
    case TextLook::Small: return QStringLiteral("small");
    case TextLook::Status: return QStringLiteral("status");
    case TextLook::Heading: return QStringLiteral("heading");
    case TextLook::Title: return QStringLiteral("title");
    case TextLook::Lead: return QStringLiteral("lead");
    case TextLook::Amount: return QStringLiteral("amount");
    case TextLook::Due: return QStringLiteral("due");
    case TextLook::Total: return QStringLiteral("total");
    }
    return {};
}

}  // namespace

QLabel* newLabel(TextLook look, QWidget* parent, const QString& text)
{
    auto* label = new QLabel(text, parent);
    // Names and notes come from people; a name must never be read as markup.
    label->setTextFormat(Qt::PlainText);
    setTextLook(*label, look);
    return label;
}

void setTextLook(QLabel& label, TextLook look)
{
    setStyleProperty(label, "text-look", textLookName(look));
}

Panel::Panel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setStyleProperty(*this, "look", QStringLiteral("panel"));
    const int padding = theme.size(Size::Space4);
    m_column->setContentsMargins(padding, padding, padding, padding);
    m_column->setSpacing(theme.size(Size::Space3));
}

void Panel::setFlush()
{
    // One pixel, so that contents do not paint over the border.
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
}

Badge::Badge(Tone tone, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("look", QStringLiteral("badge"));
    // The style sheet's padding is all; QLabel would add half a letter.
    setIndent(0);
    setMargin(0);
    setTone(tone);
}

void Badge::setTone(Tone tone)
{
    setStyleProperty(*this, "tone", toneName(tone));
}

MoneyLabel::MoneyLabel(TextLook look, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextLook(*this, look);
}

void MoneyLabel::setAmount(Money amount, const text::MoneyFormat& format)
{
    m_amount = amount;
    setText(text::formatMoney(amount, format));
    applyTone();
}

void MoneyLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void MoneyLabel::applyTone()
{
    setStyleProperty(*this, "tone", toneName(m_amount.isNegative() ? Tone::Danger : m_tone));
}

Note::Note(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_label(newLabel(TextLook::Plain, this))
{
    setStyleProperty(*this, "look", QStringLiteral("note"));
    m_label->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.size(Size::Space3), theme.size(Size::Space2),
        theme.size(Size::Space3), theme.size(Size::Space2));
    row->addWidget(m_label);
}

void Note::setText(const QString& text)
{
    m_label->setText(text);
    setVisible(!text.isEmpty());
}

Avatar::Avatar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setPerson(const QString& name)
{
    // A character beyond the basic plane takes two code units.
    m_letter = name.left(!name.isEmpty() && name.front().isHighSurrogate() ? 2 : 1).toUpper();
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = 2 * m_theme.size(Size::Space6);
    return QSize(side, side);
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::AccentSoft));
    painter.drawEllipse(rect());
    painter.setPen(m_theme.colour(Colour::Accent));
    painter.setFont(m_theme.font(Size::TextTitle));
    painter.drawText(rect(), Qt::AlignCenter, m_letter);
}

}  // namespace bl::desktop
