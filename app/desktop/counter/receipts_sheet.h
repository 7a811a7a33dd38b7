#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "app/desktop/printing/receipt_facts.h"

#include <vector>

class QLabel;
class QLineEdit;
class QScrollArea;
class QStandardItemModel;

namespace bl::desktop {

class ReceiptsPresenter;
class TableView;

/// The newest receipts, or one by its number, as they look on paper: print again, or keep as PDF.
class ReceiptsSheet final : public CounterSheet {
    Q_OBJECT
public:
    ReceiptsSheet(ReceiptsPresenter& presenter, const Theme& theme, ActionCollection& actions,
        QWidget* window);

    void open();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void preview();
    void search();
    void reprint();
    void savePdf();
    int selected() const;

    ReceiptsPresenter& m_presenter;
    QStandardItemModel* m_model;
    QLineEdit* m_number;
    TableView* m_table;
    QScrollArea* m_area;
    QLabel* m_paper;
    QLabel* m_notice;
    ActionButton* m_pdf;
    PrimaryButton* m_print;
    bool m_searching = false;
    QString m_done;
    QString m_asked;  ///< the receipt that HQ is asked for
};

}  // namespace bl::desktop
