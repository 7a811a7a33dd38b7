#pragma once

#include "core/catalog/product.h"
#include "core/sales/ticket.h"
#include "core/services/operation_writer.h"
#include "core/services/service_context.h"
#include "core/storage/pending_lines.h"
#include "sync/client/sync_engine.h"
#include "sync/protocol/messages.h"
#include "tests/sim/lossy_network.h"
#include "tests/sim/sim_process.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::test {

/// A register's process: the services and the engine that are shipped, on a real file. Its staff
/// open shifts, sell, refund, park and recall tickets, correct stock, and create and change members
/// and products.
class SimRegister final : public SimProcess {
public:
    SimRegister(VirtualTime& time, LossyNetwork& network, int number, const std::string& file,
        std::uint64_t seed);
    ~SimRegister() override;

    /// Asks HQ for the register with a code; after the first boot. The token is kept as in a
    /// keychain: it survives kills.
    void enrol(const std::string& code);
    bool isEnrolled() const { return !m_token.empty(); }

    /// Somebody at the counter does something.
    void work();

    void changeNetwork();

    const sync::SyncStatus& status() const { return m_status; }

    /// Receipts of which the customer has the print: their sales must never be lost.
    const std::vector<std::string>& printedReceipts() const { return m_printed; }

private:
    void made() override;
    void unmade() override;
    void startEngine();
    void keepToken(const std::string& token, const std::function<void(Result<void>)>& kept);
    void setUp(const sync::EnrolmentAnswer& answer);
    Result<void> doSomething();
    Result<sales::Ticket> fillTicket();
    Result<void> park();
    Result<void> recall();
    Result<void> trade(sales::SaleKind kind);
    Result<void> correctStock();
    Result<void> createMember();
    Result<void> changeMember();
    Result<void> createProduct();
    Result<void> turnShift();
    std::optional<catalog::Product> anyProduct();
    std::optional<Uuid> anyMember();

    LossyNetwork& m_network;
    int m_number;
    std::string m_token;
    storage::PendingLines m_listener;
    std::unique_ptr<services::OperationWriter> m_writer;
    std::unique_ptr<services::ServiceContext> m_context;
    std::unique_ptr<sync::Transport> m_transport;
    std::unique_ptr<sync::SyncEngine> m_engine;
    sync::SyncStatus m_status;
    std::vector<std::string> m_printed;
    std::int64_t m_made = 0;
};

}  // namespace bl::test
