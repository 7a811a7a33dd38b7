#pragma once

#include <QString>

#include <string>

namespace bl::text {

/// What a way to pay is called: "Cash", "Card", "Alipay". A name that this version does not know is
/// shown as it is.
QString tenderName(const std::string& tender);

}  // namespace bl::text
