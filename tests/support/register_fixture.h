#pragma once

#include "core/services/member_service.h"
#include "core/services/product_service.h"
#include "core/services/sell_service.h"
#include "core/services/shift_service.h"
#include "core/services/stock_service.h"
#include "core/services/ticket_service.h"
#include "core/staff/user.h"
#include "core/storage/pending_lines.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"
#include "tests/support/temp_directory.h"

#include <filesystem>
#include <memory>
#include <string>

namespace bl::test {

/// An enrolled register on a real SQLite file, with its services.
class RegisterFixture {
public:
    /// A new register in the file, or the one that is there.
    /// `seed` starts its random numbers, and with them its ids.
    explicit RegisterFixture(const std::string& file, const std::string& code = "S01-1",
        std::int64_t number = 2, std::uint64_t seed = 2);

    catalog::Product product(
        const std::string& code, std::int64_t price, const std::string& name = "洁面乳");
    members::Member member(const std::string& name, const std::string& phone);
    sales::Ticket ticket(const std::vector<catalog::Product>& products);

    /// Saves the ticket and pays it with exact cash.
    Result<services::CompletedSale> sell(const sales::Ticket& ticket);

    static constexpr UserId kCashier{staff::kSystemUser};

    FakeWallClock clock;
    SeededRandom random;
    UuidFactory ids;
    storage::PendingLines listener;
    std::unique_ptr<sql::Database> database;
    std::unique_ptr<services::OperationWriter> writer;
    std::unique_ptr<services::ServiceContext> context;
};

/// The value of a result, or a failed test that says why not.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(describe(result.error()));
    return std::move(result).value();
}
inline void must(const Result<void>& result)
{
    if (!result)
        throw std::runtime_error(describe(result.error()));
}

}  // namespace bl::test
