#include "app/device/payment_visit.h"

#include "core/base/clock.h"
#include "core/ports/payment_gateway.h"
#include "devices/payment/code_payment.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace bl::device {

namespace {

/// How long the answer to the wish to abort is waited for, when the time of a command is over.
constexpr std::chrono::seconds kShortestPatience{5};
constexpr std::chrono::seconds kLongestPatience{30};

}  // namespace

Result<text::CommandResult> withTerminal(const DeviceCall& call, const std::string& code,
    Interruption& interruption, const TerminalWork& work)
{
    BL_TRY(const auto visit, DeviceVisit::prepare(call.settings, call.options));
    // The visit's clock holds it too, which runs until the visit ends.
    const auto wish = std::make_shared<PaymentStop>(*visit);
    const Interruption::Handler handler(interruption, [wish] { wish->stop(); });
    visit->limit(call.limit,
        {[wish] { wish->stop(); },
            std::clamp<std::chrono::milliseconds>(
                call.limit, kShortestPatience, kLongestPatience)});
    auto* terminal = visit->as<PaymentTerminal>();
    const SystemWallClock clock;
    std::optional<CodePayment> codes;
    if (auto* gateway = visit->as<PaymentGateway>())
        // Whoever stops it has it closed at the gateway, and hears what came of that.
        terminal = &codes.emplace(*gateway, clock, code, std::make_shared<Cancellation>());
    if (!terminal)
        return deviceError(DeviceFault::Unsupported, call.settings.address);
    if (auto opened = visit->open(); !opened)
        return visit->explained(opened.error());
    wish->opened();
    auto done = work(*terminal, *wish, *visit);
    wish->end();
    if (!done)
        return visit->explained(done.error());
    return done;
}

}  // namespace bl::device
