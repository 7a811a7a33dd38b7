#pragma once

#include "core/catalog/in_store_code.h"
#include "core/storage/local_settings.h"
#include "core/storage/product_store.h"

#include <optional>
#include <string>
#include <vector>

/// The codes that this shop's own scales and label printers make.
namespace bl::desktop {

struct InStoreCodeText {
    std::string patterns;  ///< one a line
    bool own = false;      ///< set at this register; the product's otherwise
};

/// The patterns where nothing else is set.
std::string usualInStoreCodes();

/// The first product that is on file under one of these numbers.
Result<std::optional<catalog::Product>> findArticle(
    storage::ProductStore& products, const std::vector<std::string>& codes);

Result<InStoreCodeText> readInStoreCodes(storage::LocalSettings& settings);

/// From now on these count. Fails as catalog::parseInStorePatterns, and nothing is kept then.
Result<void> keepInStoreCodes(storage::LocalSettings& settings, const std::string& patterns);

}  // namespace bl::desktop
