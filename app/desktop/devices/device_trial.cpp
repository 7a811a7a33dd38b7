#include "app/desktop/devices/device_trial.h"

#include "devices/display/customer_display.h"
#include "devices/scale/scale.h"

#include <utility>

namespace bl::desktop {

namespace {

/// Somebody reaches for a card or a product meanwhile.
constexpr std::chrono::seconds kTrialTime{20};
constexpr std::chrono::seconds kWeighTime{3};

std::string readOf(const DeviceEvent& event)
{
    if (const auto* scan = std::get_if<CodeScanned>(&event))
        return scan->code;
    if (const auto* card = std::get_if<CardSeen>(&event))
        return card->number;
    return {};
}

}  // namespace

DeviceTrial::DeviceTrial(SlotSettings settings, DriverOptions options, ReceiptDocument page)
    : m_settings(std::move(settings))
    , m_options(std::move(options))
    , m_page(std::move(page))
{
}

Result<std::string> DeviceTrial::run()
{
    std::string heard;
    BL_TRY(const auto visit,
        DeviceVisit::prepare(m_settings, m_options, [&](const DeviceEvent& event) {
            if (heard.empty())
                heard = readOf(event);
        }));
    {
        const std::lock_guard lock(m_mutex);
        if (m_ended)
            return Error{ErrorCode::Cancelled, {}};
        m_visit = visit.get();
    }
    visit->limit(kTrialTime);
    auto answer = use(*visit, heard);
    {
        const std::lock_guard lock(m_mutex);
        m_visit = nullptr;
    }
    if (!answer)
        return visit->explained(answer.error());
    return answer;
}

Result<std::string> DeviceTrial::use(DeviceVisit& visit, const std::string& heard)
{
    BL_CHECK(visit.open());
    if (auto* printer = visit.as<ReceiptPrinter>()) {
        BL_CHECK(printer->print(m_page, DrawerPulse::None));
        return visit.driver().reading().identity;
    }
    if (auto* terminal = visit.as<PaymentTerminal>())
        return terminal->diagnose();
    if (auto* display = visit.as<CustomerDisplay>()) {
        DisplayContent content;
        content.heading = {"Branchline", "Branchline"};
        content.caption = {m_settings.address, m_settings.address};
        BL_CHECK(display->show(content));
        return std::string();
    }
    if (auto* scale = visit.as<Scale>()) {
        BL_TRY(const auto weight, scale->weigh(kWeighTime));
        return std::to_string(weight.grams) + " g";
    }
    const bool speaks =
        m_settings.role == DeviceRole::Scanner || m_settings.role == DeviceRole::CardReader;
    if (!speaks)
        return visit.driver().reading().identity;
    BL_CHECK(visit.attendUntil([&] { return !heard.empty(); }));
    return heard;
}

void DeviceTrial::giveUp()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    if (m_visit)
        m_visit->giveUp();
}

}  // namespace bl::desktop
