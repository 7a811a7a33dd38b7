#include "core/access/password.h"
#include "core/journal/chain.h"
#include "core/staff/user.h"
#include "core/storage/journal_store.h"
#include "core/storage/site_store.h"
#include "core/storage/user_store.h"
#include "tests/support/catch.h"
#include "tests/unit/organisation/organisation_bench.h"

#include <algorithm>

namespace bl::test {

using journal::EntityKind;

TEST_CASE("A new organisation has HQ as its first register, with a journal of its own")
{
    OrganisationBench bench;
    const auto site = storage::SiteStore(bench.database()).load();
    REQUIRE(site);
    CHECK(site->registerNo == 1);
    CHECK(site->registerCode == "HQ");
    CHECK(site->currency.code == "CNY");
    CHECK(site->timeZone.name() == "Asia/Shanghai");
    CHECK_FALSE(site->store);
    CHECK(site->organisation == bench.made().organisation);

    const auto chain = storage::JournalStore(bench.database()).find(1);
    REQUIRE(chain);
    REQUIRE(*chain);
    CHECK((*chain)->head.seq == bench.lines());
    Hash hash = journal::chainStart(site->organisation, site->registerId, (*chain)->nonce);
    CHECK(storage::JournalStore(bench.database())
              .visit(1, 1, 1000, [&](const storage::StoredLine& line) -> Result<bool> {
                  hash = journal::chainNext(hash, line.line);
                  return true;
              }));
    CHECK(hash == (*chain)->head.hash);
}

TEST_CASE(
    "The owner of a new organisation logs in by a one-time PIN of six digits and may do everything")
{
    OrganisationBench bench;
    const auto& pin = bench.made().ownerPin;
    CHECK(pin.size() == 6);
    CHECK(access::checkPin(pin));

    const auto users = storage::UserStore(bench.database()).withPin();
    REQUIRE(users);
    REQUIRE(users->size() == 1);
    const auto& owner = users->front();
    CHECK(owner.login == "owner");
    CHECK(owner.pin == staff::PinState::Temporary);
    CHECK(owner.permissions.size() == 8);
    const auto hash = storage::UserStore(bench.database()).pinHash(owner.id);
    REQUIRE(hash);
    CHECK(access::verifySecret(*hash, pin));
}

TEST_CASE("Who acts where no person does exists from the start and cannot log in")
{
    OrganisationBench bench;
    storage::UserStore users(bench.database());
    for (const auto id : {staff::kSystemUser, staff::kImportUser}) {
        const auto user = users.find(id);
        REQUIRE(user);
        REQUIRE(*user);
        CHECK((*user)->pin == staff::PinState::None);
        CHECK((*user)->permissions.empty());
    }
    const auto withPin = users.withPin();
    REQUIRE(withPin);
    CHECK(withPin->size() == 1);
}

TEST_CASE("A new organisation has its first store and the roles to begin with")
{
    OrganisationBench bench;
    CHECK(bench.entity(EntityKind::Store, "code", "S01").integer("active") == 1);
    CHECK(bench.entity(EntityKind::Role, "code", "cashier").text("permissions")
        == "sell shift member");
    CHECK(bench.entity(EntityKind::Role, "code", "manager").text("permissions").find("approve")
        != std::string::npos);
    CHECK(bench.count(EntityKind::Role) == 3);
    CHECK(bench.listener().lines == static_cast<std::size_t>(bench.lines()));
    CHECK(bench.listener().entities == bench.listener().lines);
}

TEST_CASE("HQ knows its epoch and has a key for its cursors from the start")
{
    OrganisationBench bench;
    CHECK(
        bench.database()
            .selectInteger("SELECT COUNT(*) FROM hq_state WHERE epoch_no = 1 AND length(epoch) = 36"
                           " AND length(cursor_key) = 32 AND last_register_no = 1")
            ->value_or(0)
        == 1);
}

TEST_CASE("A second organisation is not made where there is one, and the first is left as it is")
{
    OrganisationBench bench;
    const auto before = bench.everything();
    const auto again = bench.createAgain();
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::DataDirectoryOccupied);
    CHECK(bench.everything() == before);
}

}  // namespace bl::test
