#include "app/desktop/counter/receipts_sheet.h"

#include "app/desktop/counter/receipts_presenter.h"
#include "app/desktop/printing/print_desk.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/time_text.h"
#include "devices/printer/receipt_painter.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kReceiptsCard = 1120;
constexpr int kReceiptsRows = 11;
constexpr int kReceiptColumns = 4;
constexpr int kReceiptWidths[]{160, 150, 0, 120};
constexpr int kPaperWidth = 360;
constexpr int kLongestNumber = 64;

}  // namespace

ReceiptsSheet::ReceiptsSheet(
    ReceiptsPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_model(new QStandardItemModel(0, kReceiptColumns, this))
    , m_number(new QLineEdit(this))
    , m_table(new TableView(theme, TableView::Density::Counter, this))
    , m_area(new QScrollArea(this))
    , m_paper(new QLabel)
    , m_notice(newLabel(TextLook::Muted, this))
    , m_pdf(new ActionButton(theme, this))
{
    setCardWidth(kReceiptsCard);
    m_table->setModel(m_model);
    m_table->setFixedHeight(kReceiptsRows * theme.size(Size::RowCounter));
    for (int column = 0; column < kReceiptColumns; ++column)
        m_table->setColumnWidth(column, kReceiptWidths[column] * theme.scale() / 100);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_paper->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setWidget(m_paper);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setFixedWidth((kPaperWidth + 24) * theme.scale() / 100);
    m_number->setMaxLength(kLongestNumber);
    body()->addWidget(m_number);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space4));
    row->addWidget(m_table, 1);
    row->addWidget(m_area);
    body()->addLayout(row);
    m_notice->setWordWrap(true);
    addBack();
    m_pdf->setArrangement(ActionButton::Arrangement::Beside);
    m_pdf->setDrawing(Icon::Receipt);
    footer()->addWidget(m_pdf, 0, Qt::AlignVCenter);
    footer()->addWidget(m_notice, 1);
    m_print = addPrimary();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this] { preview(); });
    connect(m_pdf, &QPushButton::clicked, this, &ReceiptsSheet::savePdf);
    connect(m_print, &QPushButton::clicked, this, &ReceiptsSheet::reprint);
    connect(&presenter, &ReceiptsPresenter::listed, this, [this] {
        m_searching = false;
        m_asked.clear();
        retranslate();
        m_table->selectRow(0);
    });
    connect(&presenter, &ReceiptsPresenter::askingHq, this, [this](const std::string& receipt) {
        m_asked = QString::fromStdString(receipt);
        retranslate();
    });
    connect(&presenter, &ReceiptsPresenter::reprinted, this, [this](const std::string& receipt) {
        m_done = tr("A copy of %1 was printed.").arg(QString::fromStdString(receipt));
        retranslate();
    });
    connect(&presenter, &ReceiptsPresenter::saved, this, [this](const QString& file) {
        m_done = tr("Saved as %1").arg(QDir::toNativeSeparators(file));
        retranslate();
    });
    connect(&presenter, &ReceiptsPresenter::failed, this, [this](const Error& error) {
        m_number->setModified(std::exchange(m_searching, false));
        m_asked.clear();
        retranslate();
        fail(error, std::nullopt);
    });
    retranslate();
}

void ReceiptsSheet::open()
{
    if (isOpen())
        return;
    m_done.clear();
    m_searching = false;
    m_asked.clear();
    m_number->clear();
    m_presenter.load();
    openAt(m_number);
    retranslate();
}

int ReceiptsSheet::selected() const
{
    return m_table->currentIndex().row();
}

void ReceiptsSheet::fill()
{
    m_model->removeRows(0, m_model->rowCount());
    const QLocale locale;
    for (const ReceiptFacts& facts : m_presenter.receipts()) {
        const auto& sale = facts.sale.sale;
        const bool refund = sale.kind == sales::SaleKind::Refund;
        const Money total = refund ? -sale.total : sale.total;
        QList<QStandardItem*> row;
        for (const QString& text : {text::formatDateTime(sale.time, facts.timeZone, locale),
                 QString::fromStdString(sale.receipt),
                 facts.member ? QString::fromStdString(facts.member->name) : QString(),
                 text::formatAmount(total, facts.currency, locale)}) {
            auto* item = new QStandardItem(text);
            item->setTextAlignment(
                Qt::AlignVCenter | (row.size() < 3 ? Qt::AlignLeft : Qt::AlignRight));
            row << item;
        }
        row.back()->setData(true, StrongRole);
        if (total.isNegative())
            row.back()->setData(static_cast<int>(Tone::Danger), ToneRole);
        m_model->appendRow(row);
    }
}

void ReceiptsSheet::preview()
{
    const int row = selected();
    const auto document =
        row < 0 ? std::nullopt : m_presenter.preview(static_cast<std::size_t>(row));
    m_pdf->setEnabled(document.has_value());
    m_print->setEnabled(document.has_value() && m_presenter.printer().hasPrinter());
    if (!document) {
        m_paper->setPixmap({});
        return;
    }
    const auto fonts = QLocale().script() == QLocale::TraditionalHanScript
        ? ReceiptFonts::traditional()
        : ReceiptFonts::simplified();
    const qreal ratio = devicePixelRatioF();
    const int width = kPaperWidth * theme().scale() / 100;
    QImage image = ReceiptPainter(*document, m_presenter.printer().profile(), fonts)
                       .image(static_cast<int>(width * ratio));
    image.setDevicePixelRatio(ratio);
    m_paper->setPixmap(QPixmap::fromImage(image));
    m_paper->setAccessibleName(m_model->index(row, 1).data().toString());
    m_area->verticalScrollBar()->setValue(0);
}

void ReceiptsSheet::search()
{
    clearError();
    m_done.clear();
    m_searching = true;
    m_presenter.find(m_number->text());
    m_number->selectAll();
}

void ReceiptsSheet::reprint()
{
    if (!isOpen() || selected() < 0 || !m_print->isEnabled())
        return;
    clearError();
    m_done.clear();
    m_presenter.reprint(static_cast<std::size_t>(selected()));
}

void ReceiptsSheet::savePdf()
{
    if (selected() < 0)
        return;
    clearError();
    m_presenter.savePdf(static_cast<std::size_t>(selected()),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

void ReceiptsSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        if (event->isAutoRepeat() || m_searching)
            return;
        // The second Enter behind a number that was found prints it.
        const bool typed = !m_number->text().trimmed().isEmpty() && m_number->isModified();
        m_number->setModified(false);
        if (typed)
            search();
        else
            reprint();
        return;
    }
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        event->accept();
        const int row = selected() + (event->key() == Qt::Key_Up ? -1 : 1);
        if (row >= 0 && row < m_model->rowCount())
            m_table->selectRow(row);
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void ReceiptsSheet::retranslate()
{
    setTitle(tr("Receipts"));
    m_number->setPlaceholderText(tr("Scan or type the number of a receipt of any store"));
    m_number->setAccessibleName(tr("Receipt number"));
    m_table->setAccessibleName(tr("The newest receipts"));
    const QStringList headers{tr("Time"), tr("Receipt"), tr("Member"), tr("Total")};
    for (int column = 0; column < kReceiptColumns; ++column) {
        m_model->setHeaderData(column, Qt::Horizontal, headers[column]);
        m_model->setHeaderData(column, Qt::Horizontal,
            QVariant(Qt::AlignVCenter | (column < 3 ? Qt::AlignLeft : Qt::AlignRight)),
            Qt::TextAlignmentRole);
    }
    m_pdf->setText(tr("Save as PDF"));
    m_print->setText(tr("Print a copy"));
    if (!m_done.isEmpty())
        m_notice->setText(m_done);
    else if (!m_asked.isEmpty())
        m_notice->setText(tr("Asking HQ for %1 …").arg(m_asked));
    else if (!m_presenter.printer().hasPrinter())
        m_notice->setText(tr("No receipt printer is set up on this register."));
    else
        m_notice->clear();
    // Dates and amounts are written by the language too.
    const int row = selected();
    fill();
    if (row >= 0)
        m_table->selectRow(row);
    preview();
}

}  // namespace bl::desktop
