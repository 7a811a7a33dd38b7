#include "app/desktop/widgets/table_view.h"
#include "tests/desktop/desktop_test.h"

#include <QImage>
#include <QPixmap>
#include <QStandardItemModel>

namespace bl::desktop::test {

namespace {

struct Cart {
    QStandardItemModel model{3, 2};
    TableView table{shell().theme(), TableView::Density::Counter};

    Cart()
    {
        table.setModel(&model);
        table.resize(400, 300);
        table.show();
        QCoreApplication::processEvents();
    }

    QColor pixel(int row, int x)
    {
        const QImage image = table.viewport()->grab().toImage();
        return image.pixelColor(x, table.rowViewportPosition(row) + table.rowHeight(row) / 2);
    }
};

}  // namespace

TEST_CASE("Rows are as high as a finger needs at the counter", "[desktop][table]")
{
    Cart cart;
    CHECK(cart.table.rowHeight(0) == shell().theme().size(Size::RowCounter));
}

TEST_CASE("The selected row carries the accent's edge", "[desktop][table]")
{
    Cart cart;
    cart.table.selectRow(1);
    CHECK(cart.pixel(1, 1) == shell().theme().colour(Colour::Accent));
    CHECK(cart.pixel(1, 60) == shell().theme().colour(Colour::AccentSoft));
    CHECK(cart.pixel(0, 1) == shell().theme().colour(Colour::Surface));
}

TEST_CASE("A row that was just added is selected and fades from the accent", "[desktop][table]")
{
    Cart cart;
    cart.table.showAdded(2);
    CHECK(cart.table.currentIndex().row() == 2);
    CHECK(cart.pixel(2, 60) != shell().theme().colour(Colour::AccentSoft));
    REQUIRE(waitUntil([&] { return !cart.table.isGlowing(); }));
    CHECK(cart.pixel(2, 60) == shell().theme().colour(Colour::AccentSoft));
}

}  // namespace bl::desktop::test
