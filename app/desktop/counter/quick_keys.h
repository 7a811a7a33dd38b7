#pragma once

#include "app/desktop/theme/theme.h"
#include "app/desktop/widgets/labels.h"
#include "core/catalog/product.h"

#include <QButtonGroup>

#include <vector>

class QGridLayout;
class QScrollArea;

namespace bl::desktop {

class ChipLayout;
class EmptyState;
class QuickKeysPresenter;
class Tile;

/// Categories as chips and their products as tiles; the next page comes when the end is in sight.
class QuickKeys final : public QFrame {
    Q_OBJECT
public:
    QuickKeys(QuickKeysPresenter& presenter, const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const bl::catalog::Product& product);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showCategories(const std::vector<catalog::Category>& categories);
    void showProducts(int offset, const std::vector<catalog::Product>& products);
    /// As many columns as have room.
    void arrange();
    void askForMore();
    void retranslate();

    QuickKeysPresenter& m_presenter;
    const Theme& m_theme;
    QWidget* m_chips;
    ChipLayout* m_chipLayout;
    QButtonGroup m_group;
    QScrollArea* m_area;
    QWidget* m_tiles;
    QGridLayout* m_grid;
    EmptyState* m_empty;
    int m_across = 1;
    std::vector<catalog::Product> m_products;
};

}  // namespace bl::desktop
