#pragma once

#include "app/desktop/theme/theme.h"
#include "devices/slot/slot_status.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace bl::desktop {

class ActionButton;
class CaField;
class DeviceConsole;

/// What is set up for a device: its address, and beside it what only some of them have: a printer's
/// profile, where a card carries its number, a password or key, an authority of one's own.
class SlotForm final : public QWidget {
    Q_OBJECT
public:
    /// The presenter outlives it.
    SlotForm(DeviceConsole& console, const Theme& theme, QWidget* parent = nullptr);

    /// Fields that somebody writes in stay as they are.
    void showSlot(const SlotStatus& status);

Q_SIGNALS:
    void saved();
    void failed(const bl::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void save();
    void showCertificate();
    void retranslate();

    DeviceConsole& m_console;
    DeviceRole m_role{};
    QLineEdit* m_address;
    QComboBox* m_profile;
    QLineEdit* m_cards;
    QLineEdit* m_password;
    CaField* m_ca;
    ActionButton* m_save;
};

}  // namespace bl::desktop
