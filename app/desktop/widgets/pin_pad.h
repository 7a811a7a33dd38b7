#pragma once

#include "app/desktop/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace bl::desktop {

class NumberPad;

/// Asks for a PIN: a masked field and a pad. The PIN leaves the widget once, with `pinEntered`, and
/// is wiped from it.
class PinPad final : public QWidget {
    Q_OBJECT
public:
    explicit PinPad(const Theme& theme, QWidget* parent = nullptr);

    /// What the PIN is for ("PIN of Li Na"); stands above the field.
    void setPrompt(const QString& prompt);

    /// While a PIN is being checked nothing can be typed.
    void setChecking();
    /// Ready for a PIN again; `reason` says why the last one was not accepted.
    void reject(const QString& reason);
    /// Empty and ready.
    void reset();

    static constexpr int kShortest = 4;
    static constexpr int kLongest = 12;

Q_SIGNALS:
    void pinEntered(const QString& pin);

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void retranslate();

    QLabel* m_prompt;
    QLineEdit* m_field;
    QLabel* m_reason;
    NumberPad* m_pad;
};

}  // namespace bl::desktop
