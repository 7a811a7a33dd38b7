#include "app/desktop/counter/quick_keys_presenter.h"

#include "app/desktop/till/till.h"

#include <algorithm>
#include <iterator>

namespace bl::desktop {

QuickKeysPresenter::QuickKeysPresenter(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
}

void QuickKeysPresenter::load()
{
    m_till.read(
        this, [](TillQueries& queries) { return queries.products.categories(); },
        [this](Result<std::vector<catalog::Category>> categories) {
            if (!categories) {
                Q_EMIT failed(categories.error());
                return;
            }
            listCategories(*categories);
        });
}

void QuickKeysPresenter::listCategories(const std::vector<catalog::Category>& categories)
{
    m_categories = categories;
    Q_EMIT categoriesListed(categories);
    show(categories.empty() ? std::nullopt : std::optional{categories.front().id});
}

void QuickKeysPresenter::refresh()
{
    struct Shown {
        std::vector<catalog::Category> categories;
        std::vector<catalog::Product> products;
    };
    if (m_reading)
        return;
    const std::int64_t count = std::max<std::int64_t>(kPage, std::ssize(m_products));
    m_till.read(
        this,
        [category = m_category, count](TillQueries& queries) -> Result<Shown> {
            Shown shown;
            BL_TRY(shown.categories, queries.products.categories());
            BL_TRY(shown.products, queries.products.list(category, 0, count));
            return shown;
        },
        [this, count, request = m_request](Result<Shown> shown) {
            // Something else was asked for meanwhile.
            if (request != m_request)
                return;
            if (!shown) {
                Q_EMIT failed(shown.error());
            } else if (shown->categories != m_categories) {
                listCategories(shown->categories);
            } else if (shown->products != m_products) {
                m_products = std::move(shown->products);
                m_complete = std::ssize(m_products) < count;
                Q_EMIT productsListed(0, m_products);
            }
        });
}

void QuickKeysPresenter::show(const std::optional<CategoryId>& category)
{
    m_category = category;
    m_products.clear();
    m_complete = false;
    read(0);
}

void QuickKeysPresenter::showMore()
{
    if (!m_reading && !m_complete)
        read(static_cast<int>(m_products.size()));
}

void QuickKeysPresenter::read(int offset)
{
    m_reading = true;
    const int request = ++m_request;
    m_till.read(
        this,
        [category = m_category, offset](
            TillQueries& queries) { return queries.products.list(category, offset, kPage); },
        [this, offset, request](Result<std::vector<catalog::Product>> products) {
            // Another category was chosen meanwhile.
            if (request != m_request)
                return;
            m_reading = false;
            if (!products) {
                Q_EMIT failed(products.error());
                return;
            }
            m_products.insert(m_products.end(), products->begin(), products->end());
            m_complete = static_cast<int>(products->size()) < kPage;
            Q_EMIT productsListed(offset, *products);
        });
}

}  // namespace bl::desktop
