#pragma once

#include "app/desktop/theme/theme.h"
#include "core/base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace bl::desktop {

class ActionButton;
class Banner;
class PrintDesk;

/// The receipt printer's address, and a page to test it with: in the first start and in the
/// settings.
class PrinterSetup final : public QWidget {
    Q_OBJECT
public:
    /// The printer outlives it.
    PrinterSetup(PrintDesk& printer, const Theme& theme, QWidget* parent = nullptr);

    /// Shows the address that is in use.
    void refresh();
    /// The address with its scheme; empty for no printer.
    QString address() const;
    /// Uses what was typed. False where it is no address, which is said then.
    bool take();

Q_SIGNALS:
    void addressEdited();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Said { Nothing, Testing, Printed, Failed };

    void test();
    void say(Said said, const std::optional<Error>& error = std::nullopt);
    void retranslate();

    PrintDesk& m_printer;
    Said m_said = Said::Nothing;
    std::optional<Error> m_error;
    QLabel* m_label;
    QLineEdit* m_field;
    ActionButton* m_test;
    QLabel* m_hint;
    Banner* m_banner;
};

}  // namespace bl::desktop
