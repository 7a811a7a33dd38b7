#include "app/desktop/till/in_store_codes.h"

#include "resources/catalog/catalog.h"

#include <sstream>

namespace bl::desktop {

namespace {

constexpr const char* kInStoreCodesSetting = "in-store-codes";

}  // namespace

std::string usualInStoreCodes()
{
    // The file's notes are for engineers.
    std::istringstream file{std::string(resources::catalogFiles().front().text)};
    std::string patterns;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with('#'))
            patterns += line + '\n';
    }
    return patterns;
}

Result<std::optional<catalog::Product>> findArticle(
    storage::ProductStore& products, const std::vector<std::string>& codes)
{
    for (const auto& code : codes) {
        BL_TRY(auto product, products.findByCode(code));
        if (product)
            return product;
    }
    return std::optional<catalog::Product>{};
}

Result<InStoreCodeText> readInStoreCodes(storage::LocalSettings& settings)
{
    BL_TRY(auto own, settings.find(kInStoreCodesSetting));
    if (own)
        return InStoreCodeText{*std::move(own), true};
    return InStoreCodeText{usualInStoreCodes(), false};
}

Result<void> keepInStoreCodes(storage::LocalSettings& settings, const std::string& patterns)
{
    BL_CHECK(catalog::parseInStorePatterns(patterns));
    return settings.set(kInStoreCodesSetting, patterns);
}

}  // namespace bl::desktop
