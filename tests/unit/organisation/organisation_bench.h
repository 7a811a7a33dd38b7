#pragma once

#include "core/base/uuid.h"
#include "core/services/operation_writer.h"
#include "core/services/organisation/organisation_service.h"
#include "core/services/organisation/organisation_setup.h"
#include "core/storage/applied_listener.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace bl::test {

/// Counts what it hears, as HQ's listener would.
class CountingListener final : public storage::AppliedListener {
public:
    Result<void> lineAdded(sql::Database&, const journal::Operation&) override
    {
        ++lines;
        return {};
    }
    Result<void> batchApplied(sql::Database&, const storage::Touched& touched) override
    {
        entities += touched.entities.size();
        return {};
    }

    std::size_t lines = 0;
    std::size_t entities = 0;
};

/// HQ's database in a directory of its own, with an organisation that has just been made.
class OrganisationBench {
public:
    OrganisationBench();
    ~OrganisationBench();
    OrganisationBench(const OrganisationBench&) = delete;
    OrganisationBench& operator=(const OrganisationBench&) = delete;

    sql::Database& database() { return *m_database; }
    const services::NewOrganisation& made() const { return m_made; }
    CountingListener& listener() { return m_listener; }

    /// Makes another organisation in the same database.
    Result<services::NewOrganisation> createAgain();

    /// Applies the text of a file.
    Result<services::ApplySummary> apply(const std::string& text);

    /// The lines of HQ's own journal.
    std::int64_t lines();

    /// Every table's rows as one text, but for the times that a rolled back transaction leaves
    /// alone anyway.
    std::string everything();

    journal::Entity entity(journal::EntityKind kind, const char* field, const std::string& value);
    std::size_t count(journal::EntityKind kind);

private:
    std::filesystem::path m_directory;
    FakeWallClock m_clock;
    SeededRandom m_random{42};
    UuidFactory m_ids{m_clock, m_random};
    CountingListener m_listener;
    std::unique_ptr<sql::Database> m_database;
    services::NewOrganisation m_made;
};

}  // namespace bl::test
