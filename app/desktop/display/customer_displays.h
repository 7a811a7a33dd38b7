#pragma once

#include "app/desktop/display/customer_window.h"

#include <memory>

namespace bl::desktop {

class DeviceDesk;
class Till;

/// Shows what the customer may see on every customer display that is set up: those on a line, and
/// the application's own window (`screen:`, with a directory of pictures behind the colon; the
/// profile `window` asks for it on a single monitor too).
class CustomerDisplays final : public QObject {
    Q_OBJECT
public:
    /// They all outlive it.
    CustomerDisplays(DeviceDesk& desk, CounterPresenter& counter, Till& till, const Theme& theme);
    ~CustomerDisplays() override;

    CustomerWindow* window() const { return m_window.get(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    void readShop();
    void show(const CustomerView& view);

    DeviceDesk& m_desk;
    Till& m_till;
    const Theme& m_theme;
    CustomerDisplayPresenter m_presenter;
    std::unique_ptr<CustomerWindow> m_window;
    std::string m_windowSetup;
    DisplayContent m_shown;
};

}  // namespace bl::desktop
