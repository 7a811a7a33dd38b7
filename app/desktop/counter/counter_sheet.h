#pragma once

#include "app/desktop/widgets/sheet.h"
#include "app/text/number_text.h"
#include "core/base/error.h"
#include "devices/slot/device_event.h"

#include <optional>

namespace bl::desktop {

class ActionButton;
class ActionCollection;
class Banner;
class PrimaryButton;

/// What the counter's sheets have in common: the way back, one next step, and errors where they
/// happen.
class CounterSheet : public Sheet {
    Q_OBJECT
public:
    CounterSheet(const Theme& theme, ActionCollection& actions, QWidget* window);

    /// Hears a scanner, a reader or a scale while it is open; whether it has a use for that.
    virtual bool take([[maybe_unused]] const DeviceEvent& event) { return false; }

    /// Says an error in the sheet.
    void fail(const Error& error, const std::optional<text::MoneyFormat>& money);

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

    /// Texts in the program's present language.
    virtual void retranslate() = 0;

    ActionButton* addBack();
    /// The next step, by Enter in a field or by a click.
    PrimaryButton* addPrimary();
    const Theme& theme() const { return m_theme; }
    void clearError();

private:
    const Theme& m_theme;
    ActionCollection& m_actions;
    Banner* m_banner;
    std::optional<Error> m_error;
    std::optional<text::MoneyFormat> m_money;
};

}  // namespace bl::desktop
