#pragma once

#include "app/desktop/backoffice/in_store_codes.h"
#include "app/desktop/backoffice/office_widget.h"
#include "app/desktop/theme/theme.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace bl::desktop {

class ActionButton;
class Banner;

/// The page of in-store codes: their patterns, one a line, and a field to try a code in.
class InStorePage final : public OfficeWidget {
    Q_OBJECT
public:
    /// The presenter outlives it.
    InStorePage(InStoreCodes& presenter, const Theme& theme, QWidget* parent = nullptr);

    QPlainTextEdit* editor() const { return m_patterns; }
    QLineEdit* codeField() const { return m_code; }
    ActionButton* saveButton() const { return m_save; }

protected:
    void retranslate() override;
    void load() override;

private:
    QWidget* newPatterns();
    QWidget* newTrial();
    void check();
    void tryCode();
    void showReading();

    InStoreCodes& m_presenter;
    const Theme& m_theme;
    QLabel* m_title = nullptr;
    QLabel* m_help = nullptr;
    QPlainTextEdit* m_patterns = nullptr;
    QLabel* m_fault = nullptr;
    ActionButton* m_usual = nullptr;
    ActionButton* m_save = nullptr;
    QLabel* m_trialTitle = nullptr;
    QLineEdit* m_code = nullptr;
    QLabel* m_answer = nullptr;
    Banner* m_banner = nullptr;
    QString m_kept;
    std::optional<InStoreCodes::Reading> m_reading;
};

}  // namespace bl::desktop
