#pragma once

#include "core/services/login_service.h"
#include "core/services/member_service.h"
#include "core/services/payment_service.h"
#include "core/services/print_service.h"
#include "core/services/sell_service.h"
#include "core/services/shift_service.h"
#include "core/services/template_service.h"
#include "core/services/ticket_service.h"
#include "core/sql/database_thread.h"
#include "core/storage/entity_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/local_settings.h"
#include "core/storage/member_store.h"
#include "core/storage/pending_lines.h"
#include "core/storage/product_store.h"
#include "core/storage/shift_store.h"
#include "core/storage/sync_state_store.h"
#include "core/storage/template_store.h"
#include "core/storage/ticket_store.h"
#include "core/storage/user_store.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <type_traits>
#include <utility>

namespace bl::desktop {

/// The services of an enrolled register, on the database's writer thread.
struct TillServices {
    explicit TillServices(const services::ServiceContext& context, services::PinGuard& guard);

    services::SellService sell;
    services::ShiftService shifts;
    services::MemberService members;
    services::TicketService tickets;
    services::LoginService login;
    services::TemplateService templates;
    services::PaymentService payments;
    services::PrintService prints;
    storage::LocalSettings settings;
};

/// What screens look things up in, on the reader's thread.
struct TillQueries {
    explicit TillQueries(sql::Database& database);

    storage::ProductStore products;
    storage::MemberStore members;
    storage::SiteStore site;
    storage::LocalSettings settings;
    storage::SyncStateStore sync;
    storage::ShiftStore shifts;
    storage::TicketStore tickets;
    storage::UserStore users;
    storage::EntityStore entities;
    storage::TemplateStore templates;
    storage::LedgerStore ledger;
};

/// Remembers that a line was added to the own journal since it was asked last. On the writer's
/// thread.
class AddedLines final : public storage::AppliedListener {
public:
    Result<void> lineAdded(sql::Database& database, const journal::Operation& operation) override;
    Result<void> batchApplied(sql::Database& database, const storage::Touched& touched) override;

    bool take() { return std::exchange(m_added, false); }

private:
    storage::PendingLines m_pending;
    bool m_added = false;
};

/// The register behind the screens. Every call returns at once: the work runs on the database's
/// writer or reader thread, in order, and the answer arrives on the thread of `receiver` unless the
/// receiver is gone by then. What was to be written is written all the same.
class Till final : public QObject {
    Q_OBJECT
public:
    /// Opens and migrates the database. Fails as sql::Database::open and sql::migrate do.
    static Result<std::unique_ptr<Till>> open(const std::string& file, const WallClock& wall,
        const MonotonicClock& monotonic, RandomSource& random);
    ~Till() override;

    /// `work(TillServices&)` gives a Result, which `then` takes.
    template <typename Work, typename Then>
    void write(QObject* receiver, Work work, Then then)
    {
        m_writer->post([this, receiver = QPointer<QObject>(receiver), work = std::move(work),
                           then = std::move(then)](sql::Database& database) mutable {
            auto result = std::make_shared<std::invoke_result_t<Work, TillServices&>>(
                work(servicesOn(database)));
            if (m_addedLines.take())
                Q_EMIT linesAdded();
            answer(
                receiver, [then = std::move(then), result]() mutable { then(std::move(*result)); });
        });
    }

    /// `work(TillQueries&)` gives a Result, which `then` takes.
    template <typename Work, typename Then>
    void read(QObject* receiver, Work work, Then then)
    {
        m_reader->post([this, receiver = QPointer<QObject>(receiver), work = std::move(work),
                           then = std::move(then)](sql::Database& database) mutable {
            TillQueries queries(database);
            auto result = std::make_shared<std::invoke_result_t<Work, TillQueries&>>(work(queries));
            answer(
                receiver, [then = std::move(then), result]() mutable { then(std::move(*result)); });
        });
    }

    /// The writer, for the sync client and for commands that come through the control socket.
    sql::DatabaseThread& writer() { return *m_writer; }

    const WallClock& clock() const { return m_wall; }

Q_SIGNALS:
    /// The own journal grew: there is something to send. Comes from the writer's thread.
    void linesAdded();

private:
    Till(const WallClock& wall, const MonotonicClock& monotonic, RandomSource& random);

    /// The services live on the writer's thread and are made at their first use there.
    TillServices& servicesOn(sql::Database& database);
    void answer(const QPointer<QObject>& receiver, std::function<void()> deliver);

    const WallClock& m_wall;
    RandomSource& m_random;
    services::PinGuard m_guard;
    UuidFactory m_ids;
    AddedLines m_addedLines;
    std::unique_ptr<services::OperationWriter> m_operations;
    std::unique_ptr<TillServices> m_services;
    // The writer goes last: it takes the database's log back, which a reader cannot.
    std::unique_ptr<sql::DatabaseThread> m_writer;
    std::unique_ptr<sql::DatabaseThread> m_reader;
};

}  // namespace bl::desktop
