#include "app/desktop/status/hq_notice.h"

#include "app/desktop/widgets/banner.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

bool isLasting(sync::SyncState state)
{
    return state == sync::SyncState::Stopped || state == sync::SyncState::Refused
        || state == sync::SyncState::Diverged;
}

}  // namespace

HqNotice::HqNotice(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_banner(new Banner(theme, this))
{
    auto* column = new QVBoxLayout(this);
    const int wide = theme.size(Size::Space4);
    column->setContentsMargins(wide, theme.size(Size::Space3), wide, 0);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_error.reset();
        say();
        Q_EMIT retryRequested();
    });
    connect(m_banner, &Banner::dismissed, this, &QWidget::hide);
    hide();
}

void HqNotice::setStatus(const sync::SyncStatus& status)
{
    const auto error = isLasting(status.state) ? status.error : std::nullopt;
    const bool news = error != m_error || status.state != m_state;
    m_error = error;
    m_state = status.state;
    // What was closed stays closed until there is something else to say.
    if (news)
        say();
}

void HqNotice::say()
{
    setVisible(m_error.has_value());
    if (m_error)
        m_banner->say({Tone::Danger, text::sentence(*m_error),
            m_state == sync::SyncState::Stopped ? tr("Try again") : QString()});
}

void HqNotice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        say();
}

}  // namespace bl::desktop
