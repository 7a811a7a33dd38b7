#pragma once

#include "app/desktop/payments/payment_statement.h"

#include <optional>

class QListWidget;

namespace bl::desktop {

class ActionButton;
class DeviceConsole;

/// What the selected terminal left open: each can be asked for, or a person states what became of
/// it. Nothing is shown where nothing is open.
class TerminalPayments final : public QWidget {
    Q_OBJECT
public:
    /// The console outlives it.
    TerminalPayments(DeviceConsole& console, const Theme& theme, QWidget* parent);

    void refresh();
    void retranslate();

private:
    std::optional<payments::PaymentAttempt> chosen() const;
    void nameVerdicts();
    void state(PaymentStatement::Claim claim);
    void confirm(PaymentStatement::Claim claim, const payments::PaymentEvidence& read);
    void withdraw();

    DeviceConsole& m_console;
    QListWidget* m_list;
    ActionButton* m_ask;
    ActionButton* m_charged;
    ActionButton* m_notCharged;
    PaymentStatement* m_statement;
    std::optional<payments::PaymentAttempt> m_stated;  ///< what is being stated about
};

}  // namespace bl::desktop
