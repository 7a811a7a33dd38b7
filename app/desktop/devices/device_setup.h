#pragma once

#include "app/desktop/devices/device_desk.h"
#include "app/desktop/devices/device_trial.h"
#include "app/desktop/till/background.h"
#include "devices/discovery/device_descriptor.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::desktop {

/// A device that was found for a role, or is always there.
struct DeviceOffer {
    DeviceDescriptor device;
    std::string address;
    bool inUse = false;  ///< a slot has it already
};

/// Adding a device, step by step: what it is, where it is, for printers what they can do, and
/// whether it works. Looking and trying run beside; nothing is kept before save().
class DeviceSetup final : public QObject {
    Q_OBJECT
public:
    enum class Step { Role, Place, Profile, Trial };
    enum class Trial { None, Runs, Passed, Failed };

    /// How devices are found; by default what is attached, and the local network.
    struct Finders {
        std::function<std::vector<DeviceDescriptor>()> attached;
        std::function<std::vector<DeviceDescriptor>()> network;
    };
    static Finders systemFinders();

    /// The desk outlives it.
    DeviceSetup(DeviceDesk& desk, Finders finders, QObject* parent = nullptr);
    ~DeviceSetup() override;

    /// The roles that a driver exists for.
    static std::vector<DeviceRole> roles();

    /// From the first step, or with the role chosen already.
    void begin();
    void begin(DeviceRole role);
    Step step() const { return m_step; }
    /// Back by one step; nothing at the first.
    void back();

    void chooseRole(DeviceRole role);
    DeviceRole role() const { return m_settings.role; }

    /// Looks anew for what is attached, or in the network; `offersChanged` follows.
    void search();
    void searchNetwork();
    bool isSearching() const { return m_searches > 0; }
    /// What was found for the role, and behind it what is always there.
    std::vector<DeviceOffer> offers() const;
    /// A network address may be typed without its driver. Fails with DeviceAddressInvalid or
    /// DeviceAddressTaken.
    Result<void> choosePlace(const std::string& typed);
    const std::string& address() const { return m_settings.address; }

    void chooseProfile(const std::string& profile);
    const std::string& profile() const { return m_settings.profile; }

    /// What a terminal wants before it does anything; empty: the usual one.
    void setPassword(const std::string& password) { m_password = password; }

    /// Over HTTPS: whom the device's certificate is trusted by; empty: the system's authorities.
    void setCaFile(const std::string& file) { m_settings.caFile = file; }

    void startTrial();
    Trial trial() const { return m_trialState; }
    /// What the device said or read, or why it failed.
    const std::string& trialAnswer() const { return m_answer; }
    const std::optional<Error>& trialError() const { return m_error; }

    /// Gives the device a slot of its own; `saved` follows. A device that could not be tried may be
    /// saved too: it is perhaps switched off.
    void save();

Q_SIGNALS:
    void stepChanged();
    void offersChanged();
    void trialChanged();
    void saved(const QString& slot);

private:
    void look(const std::function<std::vector<DeviceDescriptor>()>& finder);
    void hearKeyboard();
    void endTrial();
    void go(Step step);
    std::string freeSlot() const;

    DeviceDesk& m_desk;
    Finders m_finders;
    Step m_step = Step::Role;
    SlotSettings m_settings;
    std::string m_password;
    std::vector<DeviceDescriptor> m_found;
    int m_searches = 0;
    Trial m_trialState = Trial::None;
    std::string m_answer;
    std::optional<Error> m_error;
    std::shared_ptr<DeviceTrial> m_trial;
    Devices::Subscription m_keyboard;  ///< to what the application hears itself
    Background m_searching;
    Background m_trying;
};

}  // namespace bl::desktop
