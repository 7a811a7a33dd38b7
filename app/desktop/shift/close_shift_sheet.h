#pragma once

#include "app/desktop/shift/shift_desk.h"
#include "app/desktop/shift/shift_text.h"
#include "app/desktop/widgets/sheet.h"

#include <vector>

class QLabel;
class QLineEdit;

namespace bl::desktop {

class ActionButton;
class Banner;
class MoneyLabel;
class NumberPad;

/// Asks what is in the drawer without telling what should be there, as one sum or note by note, and
/// closes the shift.
class CloseShiftSheet final : public Sheet {
    Q_OBJECT
public:
    CloseShiftSheet(ShiftDesk& desk, const Theme& theme, QWidget* window);

    void ask(const ShiftFormat& format);

Q_SIGNALS:
    /// The X report is wanted.
    void reportRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Pieces {
        Money value;
        QLabel* label;
        QLineEdit* count;
    };

    void makePieces();
    void addUp();
    void submit();
    void retranslate();

    ShiftDesk& m_desk;
    const Theme& m_theme;
    std::optional<ShiftFormat> m_format;
    QLabel* m_explanation;
    Banner* m_banner;
    QWidget* m_table;
    QLabel* m_tableTitle;
    std::vector<Pieces> m_pieces;
    QLabel* m_caption;
    QLineEdit* m_total;
    NumberPad* m_pad;
    ActionButton* m_back;
    ActionButton* m_report;
    ActionButton* m_close;
};

}  // namespace bl::desktop
