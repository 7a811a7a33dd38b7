#include "app/desktop/backoffice/back_office.h"

#include "app/desktop/actions.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kNavigationWidth = 208;

}  // namespace

BackOffice::BackOffice(const Theme& theme, ActionCollection& actions, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_names(new QListWidget(this))
    , m_heading(newLabel(TextLook::Lead, this))
    , m_title(newLabel(TextLook::Title, this))
    , m_stack(new QStackedWidget(this))
    , m_back(new ActionButton(theme, actions.action(ActionId::Back), this))
{
    m_names->setProperty("look", QStringLiteral("navigation"));
    m_names->setIconSize({theme.size(Size::Icon), theme.size(Size::Icon)});
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    m_back->setDrawing(Icon::ArrowLeft);

    auto* navigation = new Panel(theme, this);
    navigation->setFixedWidth(kNavigationWidth * theme.scale() / 100);
    const int gap = theme.size(Size::Space2);
    navigation->column()->setContentsMargins(gap, gap, gap, gap);
    navigation->column()->addWidget(m_heading);
    navigation->column()->addWidget(m_names, 1);
    navigation->column()->addWidget(m_back);

    auto* right = new QVBoxLayout;
    right->setSpacing(theme.size(Size::Space3));
    right->addWidget(m_title);
    right->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout(this);
    const int margin = theme.size(Size::Space3);
    row->setContentsMargins(margin, margin, margin, margin);
    row->setSpacing(theme.size(Size::Space4));
    row->addWidget(navigation);
    row->addLayout(right, 1);

    setFocusProxy(m_names);
    connect(m_names, &QListWidget::currentRowChanged, this, &BackOffice::present);
    // Enter goes from a page's name into the page.
    connect(m_names, &QListWidget::activated, this, [this] {
        if (QWidget* shown = page())
            shown->setFocus(Qt::OtherFocusReason);
    });
    for (const ActionId id : {ActionId::Back, ActionId::BackOffice})
        connect(actions.offer(id, *this), &QAction::triggered, this, [this] {
            if (isVisible())
                Q_EMIT leaveRequested();
        });
    retranslate();
}

void BackOffice::addPage(OfficePage page)
{
    auto* name = new QListWidgetItem(m_theme.icon(page.icon), page.title());
    name->setSizeHint({0, m_theme.size(Size::Control)});
    m_pages.push_back(std::move(page));
    m_made.push_back(nullptr);
    m_names->addItem(name);
}

void BackOffice::open(const staff::Actor& actor)
{
    m_actor = actor;
    if (currentPage() < 0)
        showPage(0);
}

void BackOffice::showPage(int index)
{
    m_names->setCurrentRow(index);
}

int BackOffice::currentPage() const
{
    return m_names->currentRow();
}

QWidget* BackOffice::page() const
{
    return m_stack->currentWidget();
}

void BackOffice::present(int index)
{
    if (index < 0 || index >= static_cast<int>(m_pages.size()))
        return;
    const auto at = static_cast<std::size_t>(index);
    if (!m_made[at]) {
        m_made[at] = m_pages[at].create(m_stack);
        m_stack->addWidget(m_made[at]);
    }
    m_stack->setCurrentWidget(m_made[at]);
    m_title->setText(m_pages[at].title());
}

void BackOffice::retranslate()
{
    m_heading->setText(tr("Back office"));
    m_names->setAccessibleName(tr("Pages"));
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_names->item(static_cast<int>(i))->setText(m_pages[i].title());
    if (currentPage() >= 0)
        m_title->setText(m_pages[static_cast<std::size_t>(currentPage())].title());
}

void BackOffice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
