#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "app/desktop/counter/counter_values.h"

class QStandardItemModel;

namespace bl::desktop {

class CounterPresenter;
class EmptyState;
class TableView;

/// The tickets that were put aside.
class RecallSheet final : public CounterSheet {
    Q_OBJECT
public:
    RecallSheet(CounterPresenter& presenter, const Theme& theme, ActionCollection& actions,
        QWidget* window);

    void open();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void list(const std::vector<ParkedTicket>& tickets);
    void fill();
    void recall();
    void discard();
    std::optional<TicketId> selected() const;
    QString discardLabel() const;

    CounterPresenter& m_presenter;
    std::vector<ParkedTicket> m_tickets;
    QStandardItemModel* m_model;
    TableView* m_table;
    EmptyState* m_empty;
    ActionButton* m_discard;
    PrimaryButton* m_recall;
    std::optional<TicketId> m_doubted;  ///< pressed once: the next press discards it
};

}  // namespace bl::desktop
