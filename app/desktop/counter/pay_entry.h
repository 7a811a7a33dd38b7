#pragma once

#include "app/desktop/theme/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace bl::desktop {

class ActionButton;

/// The row of the pay sheet where the next part of the money is entered, or where the other side
/// tells what it waits for.
class PayEntry final : public QFrame {
    Q_OBJECT
public:
    /// What the row is for.
    enum class Kind {
        Cash,        ///< what was handed over
        Card,        ///< what the terminal is to charge
        Approval,    ///< the number that a terminal without a cable shows
        TakenBack,   ///< the same, of what was taken back there
        CodeAmount,  ///< what the customer's wallet is to be charged
        Code,        ///< the code on the customer's phone
        Nothing,     ///< a payment is under way, or has to be settled first
    };

    explicit PayEntry(const Theme& theme, QWidget* parent);

    QLineEdit* field() const { return m_field; }

    /// Between payments: asks for that. `codeAmount` is what a code is to pay, in words.
    void ask(Kind kind, const QString& codeAmount);
    /// While a payment is under way: says what it waits for, and asks for an approval number where
    /// `kind` is that.
    void wait(Kind kind, const QString& prompt);

    /// Another text to begin with, selected, with the focus where the row is for typing.
    void fill(Kind kind, const QString& text);

    /// What the cashier does at a terminal without a cable.
    static QString approvalText(Kind kind);

    void setApplied(const QString& amount);
    void retranslate();

Q_SIGNALS:
    void confirmed();
    void edited();
    void givenUp();

private:
    void show(Kind kind);

    const Theme& m_theme;
    QLabel* m_caption;
    QLabel* m_prompt;
    QLineEdit* m_field;
    ActionButton* m_confirm;
    ActionButton* m_giveUp;
    QLabel* m_applied;
};

}  // namespace bl::desktop
