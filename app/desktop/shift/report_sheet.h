#pragma once

#include "app/desktop/shift/shift_text.h"
#include "app/desktop/widgets/sheet.h"

#include <optional>

class QGridLayout;
class QLabel;

namespace bl::desktop {

class ActionButton;
class Banner;

/// Shows an X or Z report and prints it.
class ShiftReportSheet final : public Sheet {
    Q_OBJECT
public:
    ShiftReportSheet(const Theme& theme, QWidget* window);

    void showReport(
        const services::ShiftReport& report, ShiftReader reader, const ShiftFormat& format);
    /// What became of the printing.
    void showPrinted(const Result<PrintProof>& printed);

Q_SIGNALS:
    void printRequested(const bl::ReceiptDocument& document);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    struct Shown {
        services::ShiftReport report;
        ShiftReader reader;
        ShiftFormat format;
    };

    const Theme& m_theme;
    std::optional<Shown> m_shown;
    Banner* m_banner;
    QWidget* m_rows = nullptr;
    ActionButton* m_print;
    ActionButton* m_done;
};

}  // namespace bl::desktop
