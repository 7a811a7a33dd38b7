#pragma once

#include "core/base/executor.h"
#include "core/base/thread_executor.h"
#include "core/ports/payment_gateway.h"
#include "core/ports/payment_terminal.h"
#include "core/ports/receipt_printer.h"
#include "devices/slot/device_slot.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace bl {

class CardReader;
class CustomerDisplay;
class LabelPrinter;
class Scale;

/// A driver and what its role lets one ask of it. Scanners and most readers only speak.
struct MadeDriver {
    using Role = std::variant<std::monostate, ReceiptPrinter*, LabelPrinter*, PaymentTerminal*,
        PaymentGateway*, CustomerDisplay*, CardReader*, Scale*>;

    std::unique_ptr<DeviceDriver> driver;
    Role role;  ///< the same object
};

/// All devices of a register behind their slots. Every call returns at once, whatever the devices
/// do; what they say and what became of jobs arrives on the thread of `home`. One thread (that of
/// `home`) uses it.
class Devices {
public:
    using Maker = std::function<Result<MadeDriver>(const SlotSettings&, const DriverSurroundings&)>;

    /// `home` and `random` outlive it; `random` is used by several threads. `make` opens nothing.
    Devices(Executor& home, Maker make, RandomSource& random);
    ~Devices();
    Devices(const Devices&) = delete;
    Devices& operator=(const Devices&) = delete;

    /// Takes over these slots: those that are as before go on, others begin anew or end.
    void configure(const std::vector<SlotSettings>& slots);

    /// In the order in which they were configured.
    std::vector<SlotStatus> statuses() const;
    std::vector<TraceRing::Entry> trace(const std::string& slot) const;

    /// The first slot of that role that has a device set up; empty where none has.
    std::string slotOf(DeviceRole role) const;

    void retryNow(const std::string& slot);

    /// Requested when the slot ends: for work that waits for something else than the device. None
    /// where the slot has no device.
    std::shared_ptr<const Cancellation> cancellation(const std::string& slot) const;

    /// Hears of every change of a slot's status.
    void onChanged(std::function<void(const SlotStatus&)> listener);

    /// Hears that an event came more than two seconds late and was dropped.
    void onStale(std::function<void()> listener);

    /// Events go to the newest subscriber that takes its kind, and to nobody else. Ends when the
    /// subscription is destroyed; it may outlive the devices.
    using Subscription = std::shared_ptr<void>;
    /// Whether it took the event; the one before is asked otherwise.
    using Taker = std::function<bool(const DeviceEvent&)>;
    [[nodiscard]] Subscription subscribe(Taker take);

    /// Hears what a device says that has no slot: one that pretends to be a keyboard.
    void hear(const DeviceEvent& event) { deliver(event); }

    /// Runs `work(Role&)` on the slot's thread when the device is open, and gives its Result to
    /// `done`; or NotConfigured, or why the device could not be opened, or Cancelled.
    template <typename Role, typename Work, typename Done>
    void run(const std::string& slot, Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work&, Role&>;
        const std::function<void(Answer)> finish = [this, done = std::move(done)](Answer answer) {
            post([done, answer = std::move(answer)]() mutable { done(std::move(answer)); });
        };
        Role* const role = roleOf<Role>(slot);
        if (!role) {
            finish(Answer(deviceError(DeviceFault::NotConfigured, slot)));
            return;
        }
        m_slots.at(slot).slot->post(
            {[role, work = std::move(work), finish](DeviceDriver&) mutable -> Result<void> {
                 Answer answer = work(*role);
                 Result<void> outcome;
                 if (!answer)
                     outcome = answer.error();
                 finish(std::move(answer));
                 return outcome;
             },
                [finish](const Error& error) {
                    finish(Answer(error));
                }});
    }

    /// Calls `tell(Role&)` at once on this thread: for what a role allows from any thread.
    template <typename Role, typename Tell>
    void signal(const std::string& slot, Tell tell)
    {
        if (Role* const role = roleOf<Role>(slot))
            tell(*role);
    }

private:
    struct Place {
        SlotSettings settings;
        MadeDriver::Role role;
        std::unique_ptr<DeviceSlot> slot;  ///< none where it is disabled or has no usable address
        std::optional<Error> problem;      ///< why it has none
        std::shared_ptr<Cancellation> cancellation;
    };
    struct Subscribers;

    /// None where there is no such slot, or no driver, or one of another role.
    template <typename Role>
    Role* roleOf(const std::string& slot) const
    {
        const auto place = m_slots.find(slot);
        if (place == m_slots.end() || !place->second.slot)
            return nullptr;
        Role* const* role = std::get_if<Role*>(&place->second.role);
        return role ? *role : nullptr;
    }

    Place build(const SlotSettings& settings);
    void post(std::function<void()> task);
    void deliver(const DeviceEvent& event);
    void retire(std::unique_ptr<DeviceSlot> slot);

    Executor& m_home;
    Maker m_make;
    RandomSource& m_random;
    std::shared_ptr<Devices*> m_self;  ///< null once this is gone: late tasks do nothing
    std::shared_ptr<Subscribers> m_subscribers;
    std::function<void(const SlotStatus&)> m_changed;
    std::function<void()> m_stale;
    std::vector<std::string> m_order;
    std::map<std::string, Place> m_slots;
    ThreadExecutor
        m_retired;  ///< where slots end that were taken away: their threads are waited for
};

}  // namespace bl
