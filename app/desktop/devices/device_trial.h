#pragma once

#include "core/ports/receipt_document.h"
#include "devices/slot/device_visit.h"

#include <memory>
#include <mutex>
#include <string>

namespace bl::desktop {

/// One try of a device that has no slot yet: it is opened, used as its role is used, and closed.
/// Blocks on the thread that runs it; given up from any other.
class DeviceTrial {
public:
    DeviceTrial(SlotSettings settings, DriverOptions options, ReceiptDocument page);

    /// What it said or read, empty where it says nothing. Fails with DeviceFailed.
    Result<std::string> run();
    void giveUp();

private:
    Result<std::string> use(DeviceVisit& visit, const std::string& heard);

    SlotSettings m_settings;
    DriverOptions m_options;
    ReceiptDocument m_page;
    std::mutex m_mutex;  // guards what follows
    DeviceVisit* m_visit = nullptr;
    bool m_ended = false;
};

}  // namespace bl::desktop
