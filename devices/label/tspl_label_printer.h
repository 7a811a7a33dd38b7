#pragma once

#include "devices/label/label_printer.h"
#include "devices/label/tspl_codec.h"
#include "devices/printer/receipt_line_drawing.h"
#include "devices/slot/devices.h"
#include "devices/transport/device_address.h"
#include "devices/transport/transport.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl {

struct DriverOptions;

/// A label printer that speaks TSPL. Where `line` is PerJob (a network printer, which other
/// registers want too) it connects for each job and asks for the state now and then.
///
/// A printer that runs out of labels in the middle keeps what is left in its own memory and goes on
/// by itself when it has new ones; print() says that it stopped.
class TsplLabelPrinter final : public LabelPrinter, public DeviceDriver {
public:
    enum class Line { Kept, PerJob };

    struct Timing {
        std::chrono::milliseconds connect{3000};
        std::chrono::milliseconds status{1000};  ///< silence for longer is an unknown state
        std::chrono::milliseconds poll{100};     ///< between questions while it prints
        std::chrono::milliseconds start{1500};   ///< how soon it says that it prints
        std::chrono::milliseconds stall{15000};  ///< how long it may take no data at all
        std::chrono::milliseconds each{5000};    ///< how long a label may take
        std::chrono::milliseconds probe{15000};  ///< how often it is asked for its state
    };

    struct Shape {
        int dotsPerMm = 8;
        tspl::Direction direction = tspl::Direction::TopLast;
    };

    TsplLabelPrinter(std::string address, Shape shape, Line line,
        std::unique_ptr<Transport> transport, ReceiptFonts fonts, Timing timing);

    Result<PrintProof> print(const std::vector<LabelJob>& jobs) override;

    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override { m_transport->wake(); }
    void close() override;
    DeviceReading reading() const override { return m_reading; }

private:
    Error failed(DeviceFault fault) const;
    Error failed(const Error& cause) const;
    Result<std::vector<std::uint8_t>> encode(const LabelJob& job) const;
    Result<void> connect();
    void release();
    /// As the printer says; nothing where it says nothing.
    Result<std::optional<tspl::Status>> ask();
    Result<PrintProof> printAll(
        const std::vector<std::vector<std::uint8_t>>& encoded, const std::vector<LabelJob>& jobs);
    Result<PrintProof> awaitDone(int labels);

    std::string m_address;
    Shape m_shape;
    Line m_line;
    std::unique_ptr<Transport> m_transport;
    ReceiptFonts m_fonts;
    Timing m_timing;
    DeviceReading m_reading;
    std::chrono::steady_clock::time_point m_nextProbe{};
    bool m_answers = false;  ///< it has answered since it was connected
};

/// `tspl+tcp`, `tspl+serial`, `tspl+file`, with `?dpi=` 203, 300 or 600 and `?top=` last or first.
/// Fails with DeviceAddressInvalid.
Result<MadeDriver> makeTsplPrinter(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
