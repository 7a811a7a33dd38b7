#pragma once

#include "app/desktop/widgets/sheet.h"

namespace bl::desktop {

class ActionButton;
class DeviceSetup;
class DeviceWizard;

/// Adding a device, over the back office.
class AddDeviceSheet final : public Sheet {
    Q_OBJECT
public:
    /// The presenter outlives it.
    AddDeviceSheet(DeviceSetup& setup, const Theme& theme, QWidget* window);

    void open();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    DeviceSetup& m_setup;
    DeviceWizard* m_wizard;
    ActionButton* m_close;
};

}  // namespace bl::desktop
