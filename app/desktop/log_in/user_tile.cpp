#include "app/desktop/log_in/user_tile.h"

#include "app/desktop/widgets/paint.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kLongestNameEm = 14;

QString firstLetterOf(const QString& name)
{
    return name.left(!name.isEmpty() && name.front().isHighSurrogate() ? 2 : 1).toUpper();
}

}  // namespace

UserTile::UserTile(const Theme& theme, staff::User user, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_user(std::move(user))
{
    setText(QString::fromStdString(m_user.name));
    setAccessibleName(text());
    setToolTip(text());
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int UserTile::circle() const
{
    return m_theme.size(Size::Control) - m_theme.size(Size::Space1);
}

QSize UserTile::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Size::TextMedium));
    const int name = std::min(
        metrics.horizontalAdvance(text()), kLongestNameEm * m_theme.size(Size::TextMedium));
    return QSize(circle() + name + 4 * m_theme.size(Size::Space3), m_theme.size(Size::Pay));
}

void UserTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() || isChecked();
    const Ground ground{
        m_theme.colour(isChecked() || underMouse() ? Colour::AccentSoft : Colour::Surface),
        m_theme.colour(marked ? Colour::Accent : Colour::Border),
        m_theme.size(marked ? Size::Focus : Size::Hairline), m_theme.size(Size::Radius)};
    paintGround(painter, rect(), ground);

    const int gap = m_theme.size(Size::Space3);
    const QRect disc(gap, (height() - circle()) / 2, circle(), circle());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(isChecked() ? Colour::Accent : Colour::AccentSoft));
    painter.drawEllipse(disc);
    painter.setPen(m_theme.colour(isChecked() ? Colour::OnAccent : Colour::Accent));
    painter.setFont(m_theme.font(Size::TextMedium));
    painter.drawText(disc, Qt::AlignCenter, firstLetterOf(text()));

    const QRect room = rect().adjusted(disc.right() + gap + 1, 0, -gap, 0);
    painter.setPen(m_theme.colour(Colour::Text));
    const QFontMetrics metrics(painter.font());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(text(), Qt::ElideRight, room.width()));
}

void UserTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}  // namespace bl::desktop
