#include "devices/slot/devices.h"

#include <algorithm>
#include <utility>

namespace bl {

namespace {

constexpr std::chrono::seconds kStale{2};

}  // namespace

struct Devices::Subscribers {
    struct Entry {
        std::uint64_t id;
        Taker take;
    };
    std::vector<Entry> entries;
    std::uint64_t lastId = 0;
};

Devices::Devices(Executor& home, Maker make, RandomSource& random)
    : m_home(home)
    , m_make(std::move(make))
    , m_random(random)
    , m_self(std::make_shared<Devices*>(this))
    , m_subscribers(std::make_shared<Subscribers>())
{
}

Devices::~Devices()
{
    *m_self = nullptr;
}

/// From any thread; nothing happens once this is gone.
void Devices::post(std::function<void()> task)
{
    m_home.post([self = m_self, task = std::move(task)] {
        if (*self)
            task();
    });
}

Devices::Place Devices::build(const SlotSettings& settings)
{
    Place place;
    place.settings = settings;
    if (!settings.enabled)
        return place;
    if (settings.address.empty()) {
        place.problem = deviceError(DeviceFault::NotConfigured, settings.id);
        return place;
    }
    place.cancellation = std::make_shared<Cancellation>();
    DriverSurroundings surroundings{
        place.cancellation, std::make_shared<TraceRing>(), [this](DeviceEvent event) {
            post([this, event = std::move(event)] { deliver(event); });
        }};
    auto made = m_make(settings, surroundings);
    if (!made) {
        place.problem = made.error();
        return place;
    }
    place.role = made->role;
    place.slot = std::make_unique<DeviceSlot>(settings, std::move(made->driver),
        std::move(surroundings), place.cancellation, m_random, [this](const SlotStatus& status) {
            post([this, status] {
                if (m_changed)
                    m_changed(status);
            });
        });
    return place;
}

std::shared_ptr<const Cancellation> Devices::cancellation(const std::string& slot) const
{
    const auto place = m_slots.find(slot);
    return place == m_slots.end() ? nullptr : place->second.cancellation;
}

void Devices::retire(std::unique_ptr<DeviceSlot> slot)
{
    if (!slot)
        return;
    m_retired.post(
        [slot = std::shared_ptr<DeviceSlot>(std::move(slot))]() mutable { slot.reset(); });
}

void Devices::configure(const std::vector<SlotSettings>& slots)
{
    std::map<std::string, Place> before = std::exchange(m_slots, {});
    m_order.clear();
    // A port is given up before somebody else wants it.
    for (auto& [id, place] : before) {
        const bool stays = std::ranges::find(slots, place.settings) != slots.end();
        if (!stays)
            retire(std::move(place.slot));
    }
    for (const auto& settings : slots) {
        const auto old = before.find(settings.id);
        const bool same = old != before.end() && old->second.settings == settings;
        m_slots[settings.id] = same ? std::move(old->second) : build(settings);
        m_order.push_back(settings.id);
        if (!same && m_changed) {
            for (const auto& status : statuses()) {
                if (status.settings.id == settings.id)
                    post([this, status] { m_changed(status); });
            }
        }
    }
}

std::vector<SlotStatus> Devices::statuses() const
{
    std::vector<SlotStatus> list;
    for (const auto& id : m_order) {
        const Place& place = m_slots.at(id);
        if (place.slot) {
            list.push_back(place.slot->status());
            continue;
        }
        SlotStatus status;
        status.settings = place.settings;
        status.state = place.settings.enabled ? SlotState::Unconfigured : SlotState::Disabled;
        status.lastError = place.problem;
        list.push_back(std::move(status));
    }
    return list;
}

std::vector<TraceRing::Entry> Devices::trace(const std::string& slot) const
{
    const auto place = m_slots.find(slot);
    if (place == m_slots.end() || !place->second.slot)
        return {};
    return place->second.slot->trace().entries();
}

std::string Devices::slotOf(DeviceRole role) const
{
    for (const auto& id : m_order) {
        const Place& place = m_slots.at(id);
        if (place.settings.role == role && place.slot)
            return id;
    }
    return {};
}

void Devices::retryNow(const std::string& slot)
{
    const auto place = m_slots.find(slot);
    if (place != m_slots.end() && place->second.slot)
        place->second.slot->retryNow();
}

void Devices::onChanged(std::function<void(const SlotStatus&)> listener)
{
    m_changed = std::move(listener);
}

void Devices::onStale(std::function<void()> listener)
{
    m_stale = std::move(listener);
}

Devices::Subscription Devices::subscribe(Taker take)
{
    const std::uint64_t id = ++m_subscribers->lastId;
    m_subscribers->entries.push_back({id, std::move(take)});
    return {this, [id, list = m_subscribers](void*) {
                std::erase_if(list->entries, [id](const auto& entry) { return entry.id == id; });
            }};
}

void Devices::deliver(const DeviceEvent& event)
{
    if (std::chrono::steady_clock::now() - timeOf(event) > kStale) {
        if (m_stale)
            m_stale();
        return;
    }
    // A taker may end subscriptions, its own included.
    const auto entries = m_subscribers->entries;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const bool stands = std::ranges::any_of(
            m_subscribers->entries, [&](const auto& current) { return current.id == entry->id; });
        if (stands && entry->take(event))
            return;
    }
}

}  // namespace bl
