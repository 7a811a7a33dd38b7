#include "app/desktop/devices/device_setup.h"

#include "app/desktop/devices/test_page.h"
#include "devices/discovery/attached_devices.h"
#include "devices/discovery/network_scan.h"
#include "devices/slot/resident_driver.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace bl::desktop {

namespace {

/// What is typed as `192.168.1.40` or `192.168.1.40:9100` is meant for the role's network driver.
std::string completed(const std::string& typed, DeviceRole role)
{
    if (DeviceAddress::parse(typed).ok() || typed.find("://") != std::string::npos)
        return typed;
    for (const auto& driver : driverCatalogue()) {
        if (driver.role != role || driver.port == 0 || !canDrive(driver.name))
            continue;
        const std::string whole = std::string(driver.name) + "+tcp://" + typed;
        if (DeviceAddress::parse(whole).ok())
            return whole;
    }
    return typed;
}

/// Of this role what needs no line, so that nobody would find it. Terminals without a cable there
/// may be several of: each one that is set up leaves a next one.
std::vector<DeviceDescriptor> alwaysThere(DeviceRole role, const std::set<std::string>& used)
{
    std::string address;
    switch (role) {
    case DeviceRole::Scanner: address = "hid:"; break;
    case DeviceRole::CustomerDisplay: address = "screen:"; break;
    case DeviceRole::PaymentTerminal:
        address = "manual:";
        for (int number = 2; used.contains(address); ++number)
            address = "manual:" + std::to_string(number);
        break;
    default: return {};
    }
    DeviceDescriptor device;
    device.id = address;
    device.place = FoundAt::Program;
    device.suggestions = {{role, address}};
    return {device};
}

}  // namespace

DeviceSetup::Finders DeviceSetup::systemFinders()
{
    return {[] { return findAttachedDevices({}); },
        [] {
            const Cancellation never;
            return scanNetwork(neighbours(), {}, never);
        }};
}

DeviceSetup::DeviceSetup(DeviceDesk& desk, Finders finders, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_finders(std::move(finders))
{
}

DeviceSetup::~DeviceSetup()
{
    endTrial();
}

std::vector<DeviceRole> DeviceSetup::roles()
{
    std::vector<DeviceRole> roles;
    for (const auto& driver : driverCatalogue()) {
        if (canDrive(driver.name) && std::ranges::find(roles, driver.role) == roles.end())
            roles.push_back(driver.role);
    }
    return roles;
}

void DeviceSetup::go(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void DeviceSetup::begin()
{
    endTrial();
    m_settings = {};
    m_password.clear();
    m_found.clear();
    go(Step::Role);
}

void DeviceSetup::begin(DeviceRole role)
{
    begin();
    chooseRole(role);
}

void DeviceSetup::back()
{
    endTrial();
    switch (m_step) {
    case Step::Role: break;
    case Step::Place: go(Step::Role); break;
    case Step::Profile: go(Step::Place); break;
    case Step::Trial: go(role() == DeviceRole::ReceiptPrinter ? Step::Profile : Step::Place); break;
    }
}

void DeviceSetup::chooseRole(DeviceRole role)
{
    m_settings.role = role;
    m_settings.address.clear();
    m_settings.profile.clear();
    m_settings.caFile.clear();
    go(Step::Place);
    search();
}

void DeviceSetup::look(const std::function<std::vector<DeviceDescriptor>()>& finder)
{
    ++m_searches;
    Q_EMIT offersChanged();
    m_searching.run(this, finder, [this](std::vector<DeviceDescriptor> found) {
        --m_searches;
        for (auto& device : found) {
            const auto same = std::ranges::find(m_found, device.id, &DeviceDescriptor::id);
            if (same == m_found.end())
                m_found.push_back(std::move(device));
            else
                *same = std::move(device);
        }
        Q_EMIT offersChanged();
    });
}

void DeviceSetup::search()
{
    // What was pulled out is not offered any more; hosts of the network stay.
    std::erase_if(
        m_found, [](const DeviceDescriptor& one) { return one.place != FoundAt::Network; });
    look(m_finders.attached);
}

void DeviceSetup::searchNetwork()
{
    look(m_finders.network);
}

std::vector<DeviceOffer> DeviceSetup::offers() const
{
    std::set<std::string> used;
    for (const auto& slot : m_desk.settings())
        used.insert(slot.address);
    auto devices = m_found;
    std::ranges::move(alwaysThere(role(), used), std::back_inserter(devices));
    std::vector<DeviceOffer> offers;
    for (const auto& device : devices) {
        for (const auto& one : device.suggestions) {
            if (one.role == role())
                offers.push_back({device, one.address, used.count(one.address) > 0});
        }
    }
    return offers;
}

Result<void> DeviceSetup::choosePlace(const std::string& typed)
{
    BL_TRY(const auto address, DeviceAddress::parse(completed(typed, role()), role()));
    if (!canDrive(address.driver))
        return Error{ErrorCode::DeviceAddressInvalid, {typed}};
    BL_CHECK(m_desk.checkFree(address.toString()));
    m_settings.address = address.toString();
    for (const auto& offer : offers()) {
        if (offer.address == m_settings.address)
            m_settings.profile = offer.device.profile;
    }
    m_trialState = Trial::None;
    go(role() == DeviceRole::ReceiptPrinter ? Step::Profile : Step::Trial);
    return {};
}

void DeviceSetup::chooseProfile(const std::string& profile)
{
    m_settings.profile = profile;
    m_trialState = Trial::None;
    go(Step::Trial);
}

/// What types like a keyboard is heard by the application, not over a line.
void DeviceSetup::hearKeyboard()
{
    m_trialState = Trial::Runs;
    m_answer.clear();
    m_error.reset();
    m_keyboard = m_desk.devices().subscribe([this](const DeviceEvent& event) {
        const auto* scan = std::get_if<CodeScanned>(&event);
        if (!scan)
            return false;
        m_answer = scan->code;
        m_trialState = Trial::Passed;
        m_keyboard.reset();
        Q_EMIT trialChanged();
        return true;
    });
    Q_EMIT trialChanged();
}

void DeviceSetup::startTrial()
{
    if (m_trialState == Trial::Runs)
        return;
    const auto address = DeviceAddress::parse(m_settings.address);
    if (role() == DeviceRole::Scanner && address && isResident(*address)) {
        hearKeyboard();
        return;
    }
    auto settings = m_settings;
    settings.id = freeSlot();
    auto page = printerTestPage(profileOrUsual(settings.profile), settings.address);
    auto options = m_desk.options();
    options.secret = [password = m_password](const std::string&) {
        return password;
    };
    m_trial =
        std::make_shared<DeviceTrial>(std::move(settings), std::move(options), std::move(page));
    m_trialState = Trial::Runs;
    m_answer.clear();
    m_error.reset();
    Q_EMIT trialChanged();
    m_trying.run(
        this, [trial = m_trial] { return trial->run(); },
        [this, trial = m_trial](Result<std::string> answer) {
            if (trial != m_trial)
                return;
            m_trial.reset();
            m_trialState = answer ? Trial::Passed : Trial::Failed;
            if (answer)
                m_answer = *std::move(answer);
            else
                m_error = answer.error();
            Q_EMIT trialChanged();
        });
}

void DeviceSetup::endTrial()
{
    if (m_trial)
        m_trial->giveUp();
    m_trial.reset();
    m_keyboard.reset();
    m_trialState = Trial::None;
    m_answer.clear();
    m_error.reset();
}

std::string DeviceSetup::freeSlot() const
{
    for (int number = 1;; ++number) {
        const std::string id = std::string(roleName(role())) + '-' + std::to_string(number);
        if (std::ranges::find(m_desk.settings(), id, &SlotSettings::id) == m_desk.settings().end())
            return id;
    }
}

void DeviceSetup::save()
{
    endTrial();
    auto settings = m_settings;
    settings.id = freeSlot();
    m_desk.set(settings);
    if (!m_password.empty())
        m_desk.enterSecret(settings.id, m_password);
    Q_EMIT saved(QString::fromStdString(settings.id));
}

}  // namespace bl::desktop
