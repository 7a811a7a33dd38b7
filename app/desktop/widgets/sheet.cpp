#include "app/desktop/widgets/sheet.h"

#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/paint.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

Sheet::Sheet(const Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
    , m_card(new QWidget(this))
    , m_title(newLabel(TextLook::Title, m_card))
    , m_header(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_footer(new QHBoxLayout)
{
    setFocusPolicy(Qt::StrongFocus);
    const int padding = theme.size(Size::Space6);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.size(Size::Space4));
    m_header->setSpacing(theme.size(Size::Space3));
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    m_body->setSpacing(theme.size(Size::Space3));
    m_footer->setSpacing(theme.size(Size::Space3));
    column->addLayout(m_header);
    column->addLayout(m_body, 1);
    column->addLayout(m_footer);
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
        [this](QWidget*, QWidget* focused) { keepFocus(focused); });
    hide();
}

/// What the screen below does in the meantime (an answer that came late, say) must not draw the
/// keys away from the card.
void Sheet::keepFocus(QWidget* focused)
{
    if (!isVisible() || !focused || focused->window() != window())
        return;
    if (focused == this || isAncestorOf(focused)) {
        m_inside = focused;
        return;
    }
    for (const QWidget* widget = focused; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const Sheet*>(widget))
            return;  // another card lies on this one
    }
    (m_inside ? m_inside.data() : this)->setFocus(Qt::OtherFocusReason);
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Sheet::setCardWidth(int pixels)
{
    m_cardWidth = pixels;
    place();
}

void Sheet::openAt(QWidget* first)
{
    m_before = QApplication::focusWidget();
    m_inside = first;
    place();
    show();
    raise();
    (first ? first : this)->setFocus(Qt::OtherFocusReason);
}

void Sheet::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

QRect Sheet::cardRect() const
{
    return m_card->geometry();
}

void Sheet::place()
{
    setGeometry(parentWidget()->rect());
    const int margin = m_theme.size(Size::Space4);
    const int wanted = m_cardWidth * m_theme.scale() / 100;
    const int width =
        std::min(std::max(wanted, m_card->minimumSizeHint().width()), this->width() - 2 * margin);
    int height = m_card->sizeHint().height();
    if (m_card->layout()->hasHeightForWidth())
        height = m_card->layout()->totalHeightForWidth(width);
    height = std::min(height, this->height() - 2 * margin);
    m_card->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
    update();
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Scrim));
    paintGround(painter, m_card->geometry(),
        Ground{m_theme.colour(Colour::Surface), m_theme.colour(Colour::Border),
            m_theme.size(Size::Hairline), m_theme.size(Size::Radius)});
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    // Nothing goes through to the screen below.
    event->accept();
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    // Contents grew or shrank: a row was added, the language changed.
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return handled;
}

void Sheet::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    place();
}

bool Sheet::focusNextPrevChild(bool next)
{
    // The chain runs through the whole window; steps outside the card are skipped.
    QWidget* start = QApplication::focusWidget();
    if (!start || !isAncestorOf(start))
        start = this;
    QWidget* candidate = start;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        const bool reachable = m_card->isAncestorOf(candidate) && candidate->isVisible()
            && candidate->isEnabled() && (candidate->focusPolicy() & Qt::TabFocus) != 0;
        if (reachable) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

}  // namespace bl::desktop
