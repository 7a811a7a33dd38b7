#pragma once

#include "app/desktop/till/till.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace bl::desktop {

/// Payments whose outcome is known and could not be stored, because the disk is full, say. They are
/// kept here until the journal has them: it is tried again by itself, and at once on request.
class UnstoredPayments final : public QObject {
    Q_OBJECT
public:
    /// The till outlives it.
    explicit UnstoredPayments(Till& till, QObject* parent = nullptr);

    void keep(const payments::PaymentAttempt& outcome);
    /// The journal has a newer one.
    void forget(payments::PaymentId payment);
    void storeNow();

    /// What is known of a payment beyond the journal; null where that holds all.
    const payments::PaymentAttempt* find(payments::PaymentId payment) const;

Q_SIGNALS:
    /// The journal has another one of them now.
    void stored();
    /// One could not be stored on request, or never will be: the journal settled it otherwise.
    void failed(const bl::Error& error);

private:
    enum class Occasion { Timer, Request };

    void storeAll(Occasion occasion);
    void answered(
        const payments::PaymentAttempt& outcome, const Result<void>& recorded, Occasion occasion);

    Till& m_till;
    std::vector<payments::PaymentAttempt> m_kept;
    QTimer m_timer;
};

}  // namespace bl::desktop
