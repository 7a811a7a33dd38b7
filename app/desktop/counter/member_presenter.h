#pragma once

#include "app/desktop/counter/counter_values.h"

#include <QObject>
#include <QTimer>

namespace bl::desktop {

class Till;

/// Looks members up and registers new ones.
class MemberPresenter final : public QObject {
    Q_OBJECT
public:
    explicit MemberPresenter(Till& till, QObject* parent = nullptr);

    void setCashier(UserId cashier) { m_cashier = cashier; }

    /// By phone digits, name, initials or number; `found` follows unless something newer is looked
    /// for.
    void search(const QString& text);
    /// Whether an answer to the last `search` is on its way.
    bool isSearching() const { return m_delay.isActive() || m_searches > 0; }
    void listTiers();

    /// Registers a member once, however often it is called for the same draft before the answer.
    void create(const QString& phone, const QString& name, const std::optional<TierId>& tier);

Q_SIGNALS:
    void found(const QString& query, const std::vector<bl::desktop::MemberCard>& members);
    void tiersListed(const std::vector<bl::members::Tier>& tiers);
    void created(const bl::desktop::MemberCard& member);
    /// MissingName, InvalidPhone, DuplicatePhone …
    void failed(const bl::Error& error);

private:
    void runSearch();

    Till& m_till;
    UserId m_cashier;
    QString m_query;
    QTimer m_delay;
    int m_searches = 0;
    bool m_creating = false;
};

}  // namespace bl::desktop
