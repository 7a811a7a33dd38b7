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

    /// Reads the categories and the first page of the first one. Also after HQ's changes arrived.
    void load();
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

    Till& m_till;
    std::optional<CategoryId> m_category;
    int m_shown = 0;
    int m_request = 0;
    bool m_reading = false;
    bool m_complete = false;
};

}  // namespace bl::desktop
