#include "tests/unit/organisation/organisation_bench.h"

#include "core/services/organisation/organisation_file.h"
#include "core/staff/user.h"
#include "core/storage/new_database.h"
#include "tests/support/catch.h"

#include <cstdlib>

namespace bl::test {

namespace {

services::SetupRequest request()
{
    return {*Currency::create("CNY"), *TimeZone::create("Asia/Shanghai"), "", {}};
}

}  // namespace

OrganisationBench::OrganisationBench()
{
    std::string name = (std::filesystem::temp_directory_path() / "organisation-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()));
    m_directory = name;
    const std::string file = (m_directory / "hq.db").string();
    REQUIRE(storage::createDatabase(file, storage::Side::Hq, m_clock));
    auto opened = sql::Database::open(file, sql::Access::Writer);
    REQUIRE(opened);
    m_database = std::move(*opened);
    auto made = createAgain();
    REQUIRE(made);
    m_made = *made;
}

OrganisationBench::~OrganisationBench()
{
    m_database.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_directory, ignored);
}

Result<services::NewOrganisation> OrganisationBench::createAgain()
{
    return services::OrganisationSetup::create(
        *m_database, request(), m_clock, m_random, m_listener);
}

Result<services::ApplySummary> OrganisationBench::apply(const std::string& text)
{
    m_clock.advance(std::chrono::seconds(1));
    BL_TRY(const auto plan, services::parseOrganisation(text));
    services::OperationWriter writer(*m_database, m_clock, m_listener);
    const services::ServiceContext context{*m_database, m_clock, m_random, m_ids, writer};
    return services::OrganisationService(context).apply(plan, staff::kSystemUser);
}

std::int64_t OrganisationBench::lines()
{
    const auto count = m_database->selectInteger("SELECT COUNT(*) FROM journal");
    REQUIRE(count);
    return count->value_or(0);
}

std::string OrganisationBench::everything()
{
    std::vector<std::string> tables;
    {
        auto rows =
            m_database->select("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        REQUIRE(rows);
        while (rows->next())
            tables.push_back(rows->text(0));
    }
    std::string text;
    for (const auto& table : tables) {
        if (table.find("_search") != std::string::npos)
            continue;
        auto columns =
            m_database->selectInteger("SELECT COUNT(*) FROM pragma_table_info(?)", table);
        REQUIRE(columns);
        auto rows = m_database->select("SELECT * FROM " + table);
        REQUIRE(rows);
        while (rows->next()) {
            text += table;
            for (int i = 0; i < columns->value_or(0); ++i)
                text += "|" + rows->bytes(i);
            text += "\n";
        }
    }
    return text;
}

journal::Entity OrganisationBench::entity(
    journal::EntityKind kind, const char* field, const std::string& value)
{
    const auto found = storage::EntityStore(*m_database).findBy(kind, field, value);
    REQUIRE(found);
    INFO(value);
    REQUIRE(found->has_value());
    return **found;
}

std::size_t OrganisationBench::count(journal::EntityKind kind)
{
    std::size_t count = 0;
    REQUIRE(storage::EntityStore(*m_database)
                .visitAll(kind, [&](const journal::Entity&) -> Result<void> {
                    ++count;
                    return {};
                }));
    return count;
}

}  // namespace bl::test
