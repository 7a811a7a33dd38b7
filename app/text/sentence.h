#pragma once

#include "app/text/number_text.h"
#include "core/base/error.h"

#include <QString>

#include <optional>

namespace bl::text {

/// What went wrong, why, and what to do next, in the language of the program: a cashier's words
/// where a cashier can meet the error, technical words for command lines and technicians.
///
/// Amounts in an error's arguments are minor units; `money` says how to write them. Without it they
/// are written as bare minor units, which only command lines may show.
QString sentence(const Error& error, const std::optional<MoneyFormat>& money = std::nullopt);

}  // namespace bl::text
