#include "app/desktop/widgets/table_view.h"

#include "app/desktop/widgets/row_delegate.h"

#include <QEvent>
#include <QHeaderView>

namespace bl::desktop {

namespace {

constexpr int kFadeMs = 300;

}  // namespace

TableView::TableView(const Theme& theme, Density density, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_density(density)
    , m_delegate(new RowDelegate(theme, this))
{
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(density == Density::BackOffice);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    applySizes();

    m_fade.setDuration(kFadeMs);
    m_fade.setStartValue(100);
    m_fade.setEndValue(0);
    connect(&m_fade, &QVariantAnimation::valueChanged, this,
        [this](const QVariant& percent) { paintGlow(m_addedRow, percent.toInt()); });
}

void TableView::showAdded(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return;
    paintGlow(m_addedRow, 0);
    m_addedRow = row;
    selectRow(row);
    scrollTo(model()->index(row, 0));
    m_fade.stop();
    // The animation reports changes only, so not its first value.
    paintGlow(row, 100);
    m_fade.start();
}

void TableView::paintGlow(int row, int percent)
{
    m_delegate->setGlow(row, percent);
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void TableView::applySizes()
{
    const Size row = m_density == Density::Counter ? Size::RowCounter : Size::RowOffice;
    verticalHeader()->setMinimumSectionSize(m_theme.size(row));
    verticalHeader()->setDefaultSectionSize(m_theme.size(row));
}

void TableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applySizes();
}

}  // namespace bl::desktop
