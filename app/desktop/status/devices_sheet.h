#pragma once

#include "app/desktop/devices/device_desk.h"
#include "app/desktop/widgets/sheet.h"

#include <vector>

class QLabel;

namespace bl::desktop {

class ActionButton;
class StatusDot;

/// Every device of this register: how it stands, and what to do where it does not work.
class DevicesSheet final : public Sheet {
    Q_OBJECT
public:
    /// The devices outlive it.
    DevicesSheet(DeviceDesk& devices, const Theme& theme, QWidget* window);

    void open();

Q_SIGNALS:
    /// The device console is wanted.
    void consoleRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        StatusDot* state;
        QLabel* advice;
    };

    void refresh();
    Row addRow();
    void lookAgain();

    DeviceDesk& m_devices;
    const Theme& m_theme;
    QLabel* m_nothing;
    std::vector<Row> m_rows;
    ActionButton* m_look;
    ActionButton* m_console;
    ActionButton* m_done;
};

}  // namespace bl::desktop
