#pragma once

#include "core/base/error.h"

#include <QString>

namespace bl::text {

/// What is wrong with an input, as a part of a sentence. An error's detail holds it from `from` on:
/// a word ("csv-fields") and its arguments. A word that nobody knows is the system's own text and
/// comes back as it is.
QString faultText(const Error& error, std::size_t from);

/// "line 3, column 5" for the place `3:5`; any other place, a key for instance, as it is.
QString placeText(const QString& place);

}  // namespace bl::text
