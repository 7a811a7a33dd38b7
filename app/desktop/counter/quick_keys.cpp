#include "app/desktop/counter/quick_keys.h"

#include "app/desktop/counter/chip_layout.h"
#include "app/desktop/counter/quick_keys_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/tile.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace bl::desktop {

QuickKeys::QuickKeys(QuickKeysPresenter& presenter, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_chips(new QWidget(this))
    , m_chipLayout(new ChipLayout(theme.size(Size::Space2)))
    , m_area(new QScrollArea(this))
    , m_tiles(new QWidget)
    , m_grid(new QGridLayout(m_tiles))
    , m_empty(new EmptyState(theme, Icon::Product, this))
{
    setStyleProperty(*this, "look", QStringLiteral("panel"));
    m_chips->setLayout(m_chipLayout);
    const int padding = theme.size(Size::Space3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(padding);
    column->addWidget(m_chips);
    column->addWidget(m_area, 1);
    column->addWidget(m_empty, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme.size(Size::Space2));
    m_grid->setAlignment(Qt::AlignTop);
    m_grid->setColumnStretch(0, 1);
    m_area->setWidget(m_tiles);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_tiles->setAutoFillBackground(false);
    m_area->viewport()->installEventFilter(this);
    m_empty->hide();
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { askForMore(); });
    connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { askForMore(); });
    connect(&presenter, &QuickKeysPresenter::categoriesListed, this, &QuickKeys::showCategories);
    connect(&presenter, &QuickKeysPresenter::productsListed, this, &QuickKeys::showProducts);
    retranslate();
}

void QuickKeys::showCategories(const std::vector<catalog::Category>& categories)
{
    for (QAbstractButton* old : m_group.buttons())
        delete old;
    for (const auto& category : categories) {
        auto* chip = new ActionButton(m_theme, m_chips);
        chip->setText(QString::fromStdString(category.name));
        chip->setCheckable(true);
        m_group.addButton(chip);
        m_chipLayout->addWidget(chip);
        chip->setVisible(true);
        connect(chip, &QPushButton::clicked, this, [this, id = category.id] {
            m_area->verticalScrollBar()->setValue(0);
            m_presenter.show(id);
        });
    }
    if (!m_group.buttons().isEmpty())
        m_group.buttons().front()->setChecked(true);
    m_chips->setVisible(!categories.empty());
}

void QuickKeys::showProducts(int offset, const std::vector<catalog::Product>& products)
{
    if (offset == 0) {
        while (QLayoutItem* item = m_grid->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        m_products.clear();
    }
    for (const auto& product : products) {
        const auto position = static_cast<int>(m_products.size());
        m_products.push_back(product);
        auto* tile = new Tile(m_theme, m_tiles);
        tile->setText(QString::fromStdString(product.name));
        tile->setToolTip(tile->text());
        m_grid->addWidget(tile, position / m_across, position % m_across);
        connect(tile, &QAbstractButton::clicked, this,
            [this, position] { Q_EMIT chosen(m_products[static_cast<std::size_t>(position)]); });
    }
    m_empty->setVisible(m_products.empty());
    m_area->setVisible(!m_products.empty());
}

void QuickKeys::arrange()
{
    const int gap = m_grid->spacing();
    // Without the bar's width the bar would come and go with the last column.
    const int room = m_area->width() - m_area->verticalScrollBar()->sizeHint().width();
    const int across = std::max(1, (room + gap) / (Tile::naturalSize(m_theme).width() + gap));
    if (across == m_across)
        return;
    for (int i = 0; i < std::max(across, m_across); ++i)
        m_grid->setColumnStretch(i, i < across ? 1 : 0);
    m_across = across;
    std::vector<QWidget*> tiles;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        tiles.push_back(item->widget());
        delete item;
    }
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const int position = static_cast<int>(i);
        m_grid->addWidget(tiles[i], position / m_across, position % m_across);
    }
}

void QuickKeys::askForMore()
{
    const QScrollBar* bar = m_area->verticalScrollBar();
    if (!m_products.empty() && bar->value() + m_area->viewport()->height() >= bar->maximum())
        m_presenter.showMore();
}

void QuickKeys::retranslate()
{
    m_empty->setTexts(tr("No products here yet"),
        tr("HQ's products appear here after the next exchange with HQ."));
}

void QuickKeys::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool QuickKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == m_area->viewport()) {
        arrange();
        askForMore();
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace bl::desktop
