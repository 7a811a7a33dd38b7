#pragma once

#include "core/base/result.h"
#include "core/base/strong_id.h"

#include <optional>
#include <string>
#include <string_view>

/// Who buys.
namespace bl::members {

struct Tier {
    TierId id;
    std::string code;
    std::string name;
    std::int64_t rank = 0;
};

struct Member {
    MemberId id;
    std::string number;  ///< card or member number
    std::string name;
    std::string initials;  ///< pinyin initials for search
    std::string phone;     ///< digits, with + for a country code; may be empty
    std::optional<TierId> tier;
    std::string birthday;  ///< `YYYY-MM-DD` or empty
    std::string note;
    std::optional<StoreId> store;  ///< where the member joined; none at HQ
    std::string since;             ///< `YYYY-MM-DD`
};

/// The number as it is stored: blanks, dashes and brackets taken out. Fails with InvalidPhone
/// unless 5 to 15 digits are left (ITU-T E.164).
Result<std::string> normalisedPhone(std::string_view text);

}  // namespace bl::members
