#include "app/desktop/session/failure_screen.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kFailureWidth = 560;  // at 100 %

}  // namespace

FailureScreen::FailureScreen(const Theme& theme, QString dataDirectory, QWidget* parent)
    : QWidget(parent)
    , m_directory(std::move(dataDirectory))
    , m_title(newLabel(TextLook::Title, this))
    , m_reason(newLabel(TextLook::Plain, this))
    , m_where(newLabel(TextLook::Muted, this))
    , m_quit(new ActionButton(theme, this))
    , m_retry(new PrimaryButton(theme, this))
{
    auto* card = new Panel(theme, this);
    card->setFixedWidth(kFailureWidth * theme.scale() / 100);
    const int padding = theme.size(Size::Space6);
    card->column()->setContentsMargins(padding, padding, padding, padding);
    card->column()->setSpacing(theme.size(Size::Space4));
    m_reason->setWordWrap(true);
    m_where->setWordWrap(true);
    m_quit->setArrangement(ActionButton::Arrangement::Beside);
    m_quit->setHint(QStringLiteral("Esc"));
    m_retry->setArrangement(ActionButton::Arrangement::Beside);
    m_retry->setHint(QStringLiteral("Enter"));
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_quit, 0, Qt::AlignVCenter);
    footer->addStretch(1);
    footer->addWidget(m_retry);
    card->column()->addWidget(m_title);
    card->column()->addWidget(m_reason);
    card->column()->addWidget(m_where);
    card->column()->addLayout(footer);
    auto* row = new QHBoxLayout(this);
    row->addWidget(card, 0, Qt::AlignCenter);
    setFocusProxy(m_retry);
    connect(m_quit, &QPushButton::clicked, this, &FailureScreen::quitRequested);
    connect(m_retry, &QPushButton::clicked, this, &FailureScreen::retryRequested);
    retranslate();
}

void FailureScreen::showError(const Error& error)
{
    m_error = error;
    retranslate();
}

void FailureScreen::retranslate()
{
    m_title->setText(tr("Branchline cannot start"));
    m_reason->setText(text::sentence(m_error));
    m_where->setText(tr("The data of this register: %1").arg(m_directory));
    m_quit->setText(tr("Quit"));
    m_retry->setText(tr("Try again"));
}

void FailureScreen::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FailureScreen::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT quitRequested();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace bl::desktop
