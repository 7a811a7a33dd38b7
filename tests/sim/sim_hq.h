#pragma once

#include "sync/server/feed_positions.h"
#include "sync/server/hq_application.h"
#include "tests/sim/sim_process.h"

#include <memory>
#include <string>
#include <vector>

namespace bl::test {

/// HQ's process: the router, ingest and feed that are shipped, on a real file. Its staff change
/// products, prices and members.
class SimHq final : public SimProcess {
public:
    SimHq(VirtualTime& time, const std::string& file, std::uint64_t seed);
    ~SimHq() override;

    /// The organisation: two stores and a few products and members. Once, after the first boot.
    void makeOrganisation();
    std::string enrolmentCode(const std::string& storeCode);

    /// Somebody at HQ does something.
    void work();

    sync::HttpHandler* handler() { return isUp() ? m_application.get() : nullptr; }

private:
    class Access;

    void made() override;
    void unmade() override;
    Result<void> write(const std::vector<journal::OperationData>& operations);
    std::vector<journal::OperationData> newProduct();
    std::vector<journal::OperationData> newPrices();
    std::vector<journal::OperationData> changedMember();

    sync::FeedPositions m_positions;
    std::unique_ptr<Access> m_access;
    std::unique_ptr<sync::HqApplication> m_application;
    std::int64_t m_made = 0;
};

}  // namespace bl::test
