#include "app/devsim/receipt_window.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <memory>

namespace bl::devsim {

namespace {

constexpr int kMostReceipts = 50;
constexpr int kBetweenReceipts = 24;
constexpr QSize kWindowSize(720, 900);

}  // namespace

ReceiptWindow::ReceiptWindow()
{
    auto* desk = new QWidget;
    m_column = new QVBoxLayout(desk);
    m_column->setSpacing(kBetweenReceipts);
    m_column->addStretch(1);
    setWidget(desk);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Dark);
    setWindowTitle(QStringLiteral("branchline-devsim printer"));
    resize(kWindowSize);
}

void ReceiptWindow::add(const QImage& paper)
{
    QMetaObject::invokeMethod(
        this, [this, paper] { put(paper); }, Qt::QueuedConnection);
}

void ReceiptWindow::put(const QImage& paper)
{
    auto* receipt = new QLabel;
    receipt->setPixmap(QPixmap::fromImage(paper));
    m_column->insertWidget(0, receipt, 0, Qt::AlignHCenter);
    // The last item is the stretch.
    while (m_column->count() - 1 > kMostReceipts) {
        const std::unique_ptr<QLayoutItem> oldest(m_column->takeAt(m_column->count() - 2));
        delete oldest->widget();
    }
    verticalScrollBar()->setValue(0);
}

}  // namespace bl::devsim
