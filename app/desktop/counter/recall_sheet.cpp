#include "app/desktop/counter/recall_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/time_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kRecallRows = 7;
constexpr int kRecallColumns = 6;
constexpr int kRecallWidths[]{160, 0, 150, 150, 80, 130};

}  // namespace

RecallSheet::RecallSheet(
    CounterPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_model(new QStandardItemModel(0, kRecallColumns, this))
    , m_table(new TableView(theme, TableView::Density::Counter, this))
    , m_empty(new EmptyState(theme, Icon::Recall, this))
{
    const int height = kRecallRows * theme.size(Size::RowCounter);
    m_table->setModel(m_model);
    m_table->setFixedHeight(height);
    for (int column = 0; column < kRecallColumns; ++column)
        m_table->setColumnWidth(column, kRecallWidths[column] * theme.scale() / 100);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_empty->setFixedHeight(height);
    body()->addWidget(m_table);
    body()->addWidget(m_empty);
    addBack();
    m_discard = new ActionButton(theme, this);
    m_discard->setObjectName(QStringLiteral("discard"));
    m_discard->setArrangement(ActionButton::Arrangement::Beside);
    footer()->addWidget(m_discard, 0, Qt::AlignVCenter);
    connect(m_discard, &QPushButton::clicked, this, &RecallSheet::discard);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_doubted.reset();
        m_discard->setText(discardLabel());
    });
    footer()->addStretch(1);
    m_recall = addPrimary();
    connect(m_recall, &QPushButton::clicked, this, &RecallSheet::recall);
    connect(&presenter, &CounterPresenter::parkedListed, this, &RecallSheet::list);
    m_table->hide();
    retranslate();
}

void RecallSheet::open()
{
    if (isOpen())
        return;
    m_presenter.listParked();
    openAt(m_table);
}

void RecallSheet::list(const std::vector<ParkedTicket>& tickets)
{
    m_tickets = tickets;
    fill();
    m_table->setVisible(!tickets.empty());
    m_empty->setVisible(tickets.empty());
    m_recall->setEnabled(!tickets.empty());
    m_discard->setEnabled(!tickets.empty());
    if (!tickets.empty()) {
        m_table->selectRow(0);
        if (isOpen())
            m_table->setFocus(Qt::OtherFocusReason);
    }
}

void RecallSheet::fill()
{
    m_model->removeRows(0, m_model->rowCount());
    if (!m_presenter.site())
        return;
    const auto& site = *m_presenter.site();
    const QLocale locale;
    for (const ParkedTicket& ticket : m_tickets) {
        QList<QStandardItem*> row;
        for (const QString& text : {text::formatDateTime(ticket.changedAt, site.timeZone, locale),
                 ticket.label, ticket.owner, ticket.member,
                 text::formatCount(static_cast<std::int64_t>(ticket.lines), locale),
                 text::formatAmount(ticket.total, site.currency, locale)}) {
            auto* item = new QStandardItem(text);
            item->setTextAlignment(
                Qt::AlignVCenter | (row.size() < 4 ? Qt::AlignLeft : Qt::AlignRight));
            row << item;
        }
        row.back()->setData(true, StrongRole);
        m_model->appendRow(row);
    }
}

std::optional<TicketId> RecallSheet::selected() const
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_tickets.size()))
        return std::nullopt;
    return m_tickets[static_cast<std::size_t>(row)].id;
}

/// Asks by its own label: what was thrown away does not come back.
void RecallSheet::discard()
{
    const auto ticket = selected();
    if (!isOpen() || !ticket)
        return;
    const bool sure = m_doubted == ticket;
    m_doubted = sure ? std::nullopt : ticket;
    if (sure)
        m_presenter.discardParked(*ticket);
    m_discard->setText(discardLabel());
}

QString RecallSheet::discardLabel() const
{
    return m_doubted ? tr("Press again to discard it") : tr("Discard");
}

void RecallSheet::recall()
{
    const auto ticket = selected();
    if (!isOpen() || !ticket)
        return;
    dismiss();
    m_presenter.recall(*ticket);
}

void RecallSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        if (!event->isAutoRepeat())
            recall();
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void RecallSheet::retranslate()
{
    setTitle(tr("Recall a ticket"));
    m_table->setAccessibleName(tr("Parked tickets"));
    const QStringList headers{
        tr("Time"), tr("Label"), tr("Parked by"), tr("Member"), tr("Lines"), tr("Total")};
    for (int column = 0; column < kRecallColumns; ++column) {
        m_model->setHeaderData(column, Qt::Horizontal, headers[column]);
        m_model->setHeaderData(column, Qt::Horizontal,
            QVariant(Qt::AlignVCenter | (column < 4 ? Qt::AlignLeft : Qt::AlignRight)),
            Qt::TextAlignmentRole);
    }
    const int row = m_table->currentIndex().row();
    const auto doubted = m_doubted;
    fill();
    if (row >= 0)
        m_table->selectRow(row);
    m_doubted = doubted;
    m_discard->setText(discardLabel());
    m_empty->setTexts(tr("No ticket is parked"),
        tr("A ticket that you park with F6 waits here until it is recalled."));
    m_recall->setText(tr("Recall"));
}

}  // namespace bl::desktop
