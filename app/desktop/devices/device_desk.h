#pragma once

#include "app/desktop/devices/gui_executor.h"
#include "core/base/random.h"
#include "devices/slot/devices.h"
#include "devices/slot/driver_factory.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace bl::desktop {

/// The register's devices as the screens see them, with what is set up for them. Changes of a
/// device's state arrive as signals on this thread.
class DeviceDesk final : public QObject {
    Q_OBJECT
public:
    explicit DeviceDesk(QObject* parent = nullptr);
    ~DeviceDesk() override;

    Devices& devices() { return m_devices; }

    /// What drivers are made with, also those that are only tried.
    DriverOptions options() const;

    /// What terminals charge; those that are set up are connected anew where it is another.
    void setCurrency(const std::string& code);

    /// A password or key that is kept for a slot; its device is connected anew with it.
    void learnSecret(const std::string& slot, const std::string& secret);
    /// The same where somebody entered it: it is to be kept, which `secretEntered` says.
    void enterSecret(const std::string& slot, const std::string& secret);

    /// What is in force.
    const std::vector<SlotSettings>& settings() const { return m_settings; }
    /// What is to be kept for the next start: without what is in force for this run alone.
    std::vector<SlotSettings> kept() const;
    void use(std::vector<SlotSettings> settings);

    /// Puts the slot of that id in the others' midst, or adds it; one without an address is taken
    /// away.
    void set(const SlotSettings& slot);
    /// The same for this run alone, or until that slot is set.
    void setForNow(const SlotSettings& slot);

    /// Fails with DeviceAddressTaken where another slot than `slot` has the address.
    Result<void> checkFree(const std::string& address, const std::string& slot = {}) const;

    /// The slot's state; Unconfigured for one that does not exist.
    SlotStatus status(const std::string& slot) const;

Q_SIGNALS:
    void changed(const bl::SlotStatus& status);
    void secretEntered(const std::string& slot, const std::string& secret);
    /// What is set up is another.
    void settingsChanged();
    /// Something was scanned or swiped that came too late to be used.
    void staleEvent();

private:
    Result<MadeDriver> make(
        const SlotSettings& settings, const DriverSurroundings& surroundings) const;

    void put(const SlotSettings& slot);
    void connectAnew(const std::function<bool(const SlotSettings&)>& concerned);

    /// Shared with drivers that are being made on other threads.
    struct Secrets {
        std::mutex mutex;
        std::map<std::string, std::string> bySlot;
    };
    std::shared_ptr<Secrets> m_secrets = std::make_shared<Secrets>();
    std::string m_currency;
    SystemRandom m_random;
    GuiExecutor m_executor;
    std::vector<SlotSettings> m_settings;
    /// Slots that are another for this run alone, as they are kept; without an address where there
    /// is none.
    std::map<std::string, SlotSettings> m_behind;
    Devices m_devices;
};

/// The slots' names where there is one device of a role.
inline constexpr const char* kReceiptPrinterSlot = "receipt-printer-1";

}  // namespace bl::desktop
