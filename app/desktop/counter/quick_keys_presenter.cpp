#include "app/desktop/counter/quick_keys_presenter.h"

#include "app/desktop/till/till.h"

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
            Q_EMIT categoriesListed(*categories);
            show(categories->empty() ? std::nullopt : std::optional{categories->front().id});
        });
}

void QuickKeysPresenter::show(const std::optional<CategoryId>& category)
{
    m_category = category;
    m_shown = 0;
    m_complete = false;
    read(0);
}

void QuickKeysPresenter::showMore()
{
    if (!m_reading && !m_complete)
        read(m_shown);
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
            m_shown = offset + static_cast<int>(products->size());
            m_complete = static_cast<int>(products->size()) < kPage;
            Q_EMIT productsListed(offset, *products);
        });
}

}  // namespace bl::desktop
