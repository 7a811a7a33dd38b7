#include "app/desktop/widgets/empty_state.h"

#include "app/desktop/widgets/labels.h"

#include <QEvent>
#include <QVBoxLayout>

namespace bl::desktop {

EmptyState::EmptyState(const Theme& theme, Icon icon, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_picture(new QLabel(this))
    , m_title(newLabel(TextLook::Heading, this))
    , m_explanation(newLabel(TextLook::Muted, this))
{
    m_picture->setAlignment(Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignHCenter);
    m_explanation->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.size(Size::Space3));
    column->addStretch(1);
    column->addWidget(m_picture);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addStretch(1);
    redraw();
}

void EmptyState::setTexts(const QString& title, const QString& explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
}

void EmptyState::redraw()
{
    m_picture->setPixmap(
        m_theme.pixmap(m_icon, Colour::Muted, 2 * m_theme.size(Size::Space6), *this));
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    // Not on StyleChange: setting a pixmap there would be styled again.
    if (event->type() == QEvent::PaletteChange)
        redraw();
}

}  // namespace bl::desktop
