#include "app/desktop/devices/device_desk.h"

#include "app/desktop/printing/receipt_fonts.h"

#include <algorithm>
#include <utility>

namespace bl::desktop {

DeviceDesk::DeviceDesk(QObject* parent)
    : QObject(parent)
    , m_devices(
          m_executor,
          [this](const SlotSettings& settings, const DriverSurroundings& surroundings) {
              return make(settings, surroundings);
          },
          m_random)
{
    m_devices.onChanged([this](const SlotStatus& status) { Q_EMIT changed(status); });
    m_devices.onStale([this] { Q_EMIT staleEvent(); });
}

DeviceDesk::~DeviceDesk() = default;

Result<MadeDriver> DeviceDesk::make(
    const SlotSettings& settings, const DriverSurroundings& surroundings) const
{
    return makeDriver(settings, surroundings, options());
}

DriverOptions DeviceDesk::options() const
{
    DriverOptions options;
    options.fonts = receiptFonts();
    options.secret = [secrets = m_secrets](const std::string& slot) {
        const std::lock_guard lock(secrets->mutex);
        const auto found = secrets->bySlot.find(slot);
        return found == secrets->bySlot.end() ? std::string() : found->second;
    };
    if (!m_currency.empty())
        options.currency = m_currency;
    return options;
}

void DeviceDesk::setCurrency(const std::string& code)
{
    if (std::exchange(m_currency, code) != code)
        connectAnew(
            [](const SlotSettings& slot) { return slot.role == DeviceRole::PaymentTerminal; });
}

void DeviceDesk::learnSecret(const std::string& slot, const std::string& secret)
{
    {
        const std::lock_guard lock(m_secrets->mutex);
        m_secrets->bySlot[slot] = secret;
    }
    connectAnew([&slot](const SlotSettings& one) { return one.id == slot; });
}

void DeviceDesk::enterSecret(const std::string& slot, const std::string& secret)
{
    learnSecret(slot, secret);
    Q_EMIT secretEntered(slot, secret);
}

void DeviceDesk::connectAnew(const std::function<bool(const SlotSettings&)>& concerned)
{
    auto others = m_settings;
    std::erase_if(others, concerned);
    if (others.size() == m_settings.size())
        return;
    m_devices.configure(others);
    m_devices.configure(m_settings);
}

namespace {

/// Puts the slot in the others' midst; one without an address is taken away.
void putInto(std::vector<SlotSettings>& all, const SlotSettings& slot)
{
    const auto found = std::ranges::find(all, slot.id, &SlotSettings::id);
    if (slot.address.empty())
        std::erase_if(all, [&](const auto& one) { return one.id == slot.id; });
    else if (found == all.end())
        all.push_back(slot);
    else
        *found = slot;
}

}  // namespace

void DeviceDesk::use(std::vector<SlotSettings> settings)
{
    m_settings = std::move(settings);
    m_devices.configure(m_settings);
    Q_EMIT settingsChanged();
}

void DeviceDesk::set(const SlotSettings& slot)
{
    if (m_behind.erase(slot.id) == 0) {
        put(slot);
        return;
    }
    // To be kept from now on, also where it is what is in force.
    auto settings = m_settings;
    putInto(settings, slot);
    use(std::move(settings));
}

void DeviceDesk::setForNow(const SlotSettings& slot)
{
    const auto before = std::ranges::find(m_settings, slot.id, &SlotSettings::id);
    SlotSettings none = slot;
    none.address.clear();
    m_behind.try_emplace(slot.id, before == m_settings.end() ? none : *before);
    put(slot);
}

void DeviceDesk::put(const SlotSettings& slot)
{
    auto settings = m_settings;
    putInto(settings, slot);
    if (settings != m_settings)
        use(std::move(settings));
}

Result<void> DeviceDesk::checkFree(const std::string& address, const std::string& slot) const
{
    const bool taken = std::ranges::any_of(m_settings,
        [&](const SlotSettings& one) { return one.address == address && one.id != slot; });
    return taken ? Error{ErrorCode::DeviceAddressTaken, {address}} : Result<void>{};
}

std::vector<SlotSettings> DeviceDesk::kept() const
{
    auto all = m_settings;
    for (const auto& [id, slot] : m_behind)
        putInto(all, slot);
    return all;
}

SlotStatus DeviceDesk::status(const std::string& slot) const
{
    for (auto& status : m_devices.statuses()) {
        if (status.settings.id == slot)
            return status;
    }
    return {};
}

}  // namespace bl::desktop
