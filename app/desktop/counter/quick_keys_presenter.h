#pragma once

#include "core/base/error.h"
#include "core/catalog/product.h"

#include <QObject>

#include <optional>
#include <vector>

namespace bl::desktop {

class Till;

/// Products by category, a page at a time.
class QuickKeysPresenter final : public QObject {
    Q_OBJECT
public:
    explicit QuickKeysPresenter(Till& till, QObject* parent = nullptr);

    static constexpr int kPage = 24;

    /// Reads the categories and the first page of the first one.
    void load();
    /// HQ's changes may have arrived: what is shown is read again, and said only where it differs.
    void refresh();
    /// All products where there is no category.
    void show(const std::optional<CategoryId>& category);
    /// The next page of what is shown; nothing happens while one is on its way or none is left.
    void showMore();

Q_SIGNALS:
    void categoriesListed(const std::vector<bl::catalog::Category>& categories);
    /// `offset` 0 begins anew.
    void productsListed(int offset, const std::vector<bl::catalog::Product>& products);
    void failed(const bl::Error& error);

private:
    void read(int offset);
    void listCategories(const std::vector<catalog::Category>& categories);

    Till& m_till;
    std::vector<catalog::Category> m_categories;
    std::optional<CategoryId> m_category;
    std::vector<catalog::Product> m_products;
    int m_request = 0;
    bool m_reading = false;
    bool m_complete = false;
};

}  // namespace bl::desktop
