#include "devices/transport/driver_catalogue.h"

#include <algorithm>
#include <array>

namespace bl {

namespace {

constexpr std::array kLine{Bus::Tcp, Bus::Serial};
constexpr std::array kLineOrFile{Bus::Tcp, Bus::Serial, Bus::File};
constexpr std::array kHttp{Bus::Http};
constexpr std::array kNamed{Bus::Named};
constexpr std::array<std::string_view, 2> kLabelOptions{"dpi", "top"};
constexpr std::array<std::string_view, 1> kLrcOptions{"profile"};
constexpr std::array<std::string_view, 2> kNexoOptions{"poi", "sale"};
constexpr std::array<std::string_view, 1> kGatewayOptions{"merchant"};
constexpr std::array<std::string_view, 1> kStripeOptions{"profile"};
constexpr std::array<std::string_view, 1> kDisplayOptions{"encoding"};
constexpr std::array<std::string_view, 1> kScaleOptions{"unit"};
constexpr std::array<std::string_view, 2> kContinuousOptions{"unit", "order"};
constexpr SerialLine kTerminalLine{.stopBits = 2};
constexpr SerialLine kScaleLine{.dataBits = 7, .parity = Parity::Even};

constexpr std::array kDrivers{
    DriverFacts{"escpos", DeviceRole::ReceiptPrinter, kLineOrFile, 9100, {}, {}},
    DriverFacts{"cups", DeviceRole::ReceiptPrinter, kNamed, 0, {}, {}},
    DriverFacts{"pdf", DeviceRole::ReceiptPrinter, kNamed, 0, {}, {}},
    DriverFacts{"tspl", DeviceRole::LabelPrinter, kLineOrFile, 9100, {}, kLabelOptions},
    // Payments (ZVT, PA00P015: serial lines carry 8 bits, no parity, 2 stop bits)
    DriverFacts{"zvt", DeviceRole::PaymentTerminal, kLine, 20007, kTerminalLine, {}},
    DriverFacts{"nexo", DeviceRole::PaymentTerminal, kHttp, 0, {}, kNexoOptions},
    DriverFacts{"lrc", DeviceRole::PaymentTerminal, kLine, 0, {}, kLrcOptions},
    DriverFacts{"manual", DeviceRole::PaymentTerminal, kNamed, 0, {}, {}},
    DriverFacts{"codes", DeviceRole::PaymentGateway, kHttp, 0, {}, kGatewayOptions},
    // What comes in
    DriverFacts{"scanner", DeviceRole::Scanner, kLine, 0, {}, {}},
    DriverFacts{"hid", DeviceRole::Scanner, kNamed, 0, {}, {}},
    DriverFacts{"stripe", DeviceRole::CardReader, kLine, 0, {}, kStripeOptions},
    DriverFacts{"rfid", DeviceRole::CardReader, kLine, 0, {}, {}},
    DriverFacts{"pcsc", DeviceRole::CardReader, kNamed, 0, {}, {}},
    DriverFacts{"cd5220", DeviceRole::CustomerDisplay, kLine, 0, {}, kDisplayOptions},
    DriverFacts{"led8", DeviceRole::CustomerDisplay, kLine, 0, {.baud = 2400}, {}},
    DriverFacts{"screen", DeviceRole::CustomerDisplay, kNamed, 0, {}, {}},
    DriverFacts{"toledo", DeviceRole::Scale, kLine, 0, kScaleLine, kScaleOptions},
    DriverFacts{"nci", DeviceRole::Scale, kLine, 0, kScaleLine, kScaleOptions},
    DriverFacts{"continuous", DeviceRole::Scale, kLine, 0, {}, kContinuousOptions},
};

}  // namespace

std::string_view roleName(DeviceRole role)
{
    switch (role) {
    case DeviceRole::ReceiptPrinter: return "receipt-printer";
    case DeviceRole::LabelPrinter: return "label-printer";
    case DeviceRole::PaymentTerminal: return "payment-terminal";
    case DeviceRole::PaymentGateway: return "payment-gateway";
    case DeviceRole::Scanner: return "scanner";
    case DeviceRole::CardReader: return "card-reader";
    case DeviceRole::CustomerDisplay: return "customer-display";
    case DeviceRole::Scale: return "scale";
    }
    return {};
}

std::span<const DriverFacts> driverCatalogue()
{
    return kDrivers;
}

const DriverFacts* findDriver(std::string_view name)
{
    const auto found = std::ranges::find(kDrivers, name, &DriverFacts::name);
    return found == kDrivers.end() ? nullptr : &*found;
}

}  // namespace bl
