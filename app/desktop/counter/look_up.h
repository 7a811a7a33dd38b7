#pragma once

#include "app/desktop/counter/counter_values.h"
#include "app/desktop/till/till.h"

#include <string>

/// What texts in the scan field mean.
namespace bl::desktop {

/// A code and Enter: exactly that product or member, or what a search finds. Fails with
/// PaymentCardRefused.
Result<SearchResults> lookUp(TillQueries& queries, const std::string& text, Instant now);

/// What is being typed: products and members that it may mean.
Result<SearchResults> searchBoth(TillQueries& queries, const std::string& text, Instant now);

}  // namespace bl::desktop
