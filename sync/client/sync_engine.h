#pragma once

#include "sync/client/feed_puller.h"
#include "sync/client/journal_pusher.h"
#include "sync/client/sale_request.h"
#include "sync/client/sync_ports.h"
#include "sync/client/sync_status.h"
#include "sync/client/token_renewal.h"

#include <functional>
#include <string>

namespace bl::sync {

/// A register's synchronisation with HQ: sends its journal and reads HQ's feed. A state machine on
/// one thread, the executor's: every function is called there, and every callback comes there.
class SyncEngine {
public:
    /// `statusChanged` is called with every new status; the first one comes out of `start`.
    SyncEngine(const SyncPorts& ports, const std::string& token, const PullOptions& options,
        std::function<void(const SyncStatus&)> statusChanged);
    ~SyncEngine();
    SyncEngine(const SyncEngine&) = delete;
    SyncEngine& operator=(const SyncEngine&) = delete;

    void start();
    void stop();

    /// Lines were committed to the own journal.
    void linesAdded();

    /// The machine's network came, went or changed: what was tried in vain is tried again now.
    void networkChanged();

    /// Asks HQ for a sale of any store; see requestSale. Also before `start`.
    void findSale(
        const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered);

    const SyncStatus& status() const { return m_status; }

private:
    SyncEvents eventsOf(std::function<void(const std::string&)> epochSeen);
    void refuse(const Error& error);
    void reached(const std::optional<Contact>& contact);
    void countLines();
    void refresh();
    bool isDone() const;
    SyncState state() const;
    std::optional<Error> error() const;

    SyncPorts m_ports;
    std::string m_token;  ///< what requests carry now
    SyncMode m_mode;
    std::function<void(const SyncStatus&)> m_statusChanged;
    JournalPusher m_pusher;
    FeedPuller m_puller;
    TokenRenewal m_renewal;
    bool m_running = false;
    std::optional<Error> m_refusal;
    std::int64_t m_countedHead = 0;  ///< of the own journal, where it is newer than the pusher's
    std::optional<Contact> m_contact;
    SyncStatus m_status;
    CallbackScope m_scope;
};

}  // namespace bl::sync
