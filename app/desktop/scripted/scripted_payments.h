#pragma once

#include "core/money/money.h"

#include <QObject>
#include <QString>

namespace bl::desktop {

class ScriptedHand;
struct ScriptedStage;

/// The scripted hour's way of paying tickets and weighing goods, and what was taken in.
class ScriptedPayments {
public:
    /// Both outlive it.
    ScriptedPayments(const ScriptedStage& stage, ScriptedHand& hand);

    /// Pays the ticket with these notes; with exact cash where nothing is said.
    void cash(const QString& received = {}, const QString& picture = {});

    /// The rest after `onCard` in cash; all of it on the card where that is empty. In cash alone
    /// where no terminal is set up.
    void card(const QString& onCard, const QString& picture);

    /// What lies on the scale; typed where none is set up.
    void weigh();

    /// More than the ticket costs, in round notes.
    QString roundSum() const;

    int sales() const { return m_sales; }
    Money total() const { return m_total; }
    Money onCards() const { return m_onCards; }

private:
    void openSheet();
    void awaitSale(int before);

    const ScriptedStage& m_stage;
    ScriptedHand& m_hand;
    QObject m_context;
    int m_sales = 0;
    Money m_total;
    Money m_onCards;
};

}  // namespace bl::desktop
