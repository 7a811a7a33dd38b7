#include "devices/payment/payment_drivers.h"

#include "devices/payment/http_payment_gateway.h"
#include "devices/payment/lrc_terminal.h"
#include "devices/payment/manual_payment_terminal.h"
#include "devices/payment/nexo_terminal.h"
#include "devices/payment/zvt_terminal.h"
#include "devices/payment/zvt_words.h"
#include "devices/transport/transport_factory.h"

namespace bl {

namespace {

template <typename Terminal>
MadeDriver madeTerminal(std::unique_ptr<Terminal> terminal)
{
    MadeDriver made;
    made.role = static_cast<PaymentTerminal*>(terminal.get());
    made.driver = std::move(terminal);
    return made;
}

}  // namespace

Result<MadeDriver> makeZvtTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    const std::string secret = options.secret(settings.id);
    const auto password = zvt::passwordOf(secret.empty() ? "000000" : secret);
    if (!password)
        return deviceError(DeviceFault::NotConfigured, settings.address, "password");
    BL_TRY(const auto currency, zvt::currencyCode(options.currency));
    const auto framing = std::holds_alternative<SerialPlace>(address.place)
        ? zvt::ZvtLink::Framing::Serial
        : zvt::ZvtLink::Framing::Plain;
    return madeTerminal(std::make_unique<ZvtTerminal>(settings.address,
        createTransport(address, surroundings.cancellation, surroundings.trace), framing,
        ZvtSettings{*password, currency}));
}

Result<MadeDriver> makeManualTerminal(const DeviceAddress&, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    return madeTerminal(std::make_unique<ManualPaymentTerminal>(settings.address, surroundings));
}

Result<MadeDriver> makeLrcTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    const auto* profile = lrc::findProfile(address.option("profile"));
    if (!profile)
        return deviceError(DeviceFault::NotConfigured, settings.address, "profile");
    return madeTerminal(std::make_unique<LrcTerminal>(settings.address,
        createTransport(address, surroundings.cancellation, surroundings.trace), *profile,
        surroundings.emit));
}

Result<MadeDriver> makeNexoTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    const std::string poi = address.option("poi");
    const std::string sale = address.option("sale");
    if (poi.empty() || sale.empty())
        return deviceError(
            DeviceFault::NotConfigured, settings.address, poi.empty() ? "poi" : "sale");
    BL_TRY(auto currency, Currency::create(options.currency));
    return madeTerminal(std::make_unique<NexoTerminal>(settings.address,
        std::get<HttpPlace>(address.place),
        NexoSettings{poi, sale, std::move(currency), options.secret(settings.id), settings.caFile},
        surroundings));
}

Result<MadeDriver> makeHttpGateway(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    const GatewayAccount account{
        address.option("merchant"), options.secret(settings.id), settings.caFile};
    if (account.merchant.empty() || account.key.empty())
        return deviceError(DeviceFault::NotConfigured, settings.address,
            account.merchant.empty() ? "merchant" : "key");
    auto gateway = std::make_unique<HttpPaymentGateway>(
        settings.address, std::get<HttpPlace>(address.place), account, surroundings);
    MadeDriver made;
    made.role = static_cast<PaymentGateway*>(gateway.get());
    made.driver = std::move(gateway);
    return made;
}

}  // namespace bl
