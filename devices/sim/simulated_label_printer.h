#pragma once

#include "devices/sim/commanded_device.h"
#include "devices/sim/tspl_decoder.h"

#include <QImage>

#include <deque>
#include <functional>
#include <optional>

namespace bl::sim {

/// One label as it came out.
struct PrintedLabel {
    int widthMm = 0;
    int heightMm = 0;
    int gapMm = 0;
    QImage picture;    ///< one pixel a dot, as it is read
    std::string text;  ///< its size, its bar codes and its pictures, a line each
};

/// A label printer that speaks TSPL. Faults: `{"fault":"paper-out"}`, with `"afterLabels":2` in the
/// middle of a job; `"ribbon-out"`, `"head-open"`, `"jam"`, `"pause"`, and `"clear"`. It stops with
/// what it was told to print and goes on when the fault is gone.
class SimulatedLabelPrinter final : public CommandedDevice {
public:
    using Listener = std::function<void(std::variant<PrintedLabel, LabelUnknown>)>;

    /// A label takes `step`. The listener is called for each one.
    SimulatedLabelPrinter(int dotsPerMm, std::chrono::milliseconds step, Listener listener);

    Reaction receive(std::span<const std::uint8_t> bytes) override;
    Reaction timeCame() override;
    Reaction disconnected() override;
    Result<Reaction> obey(const Json& command) override;

private:
    bool isStopped() const { return m_condition != 0; }
    std::uint8_t status() const;
    void work(Reaction& reaction);
    void carryOut(const LabelCommand& command);
    void clear();
    void draw(const LabelDots& dots);
    void draw(const LabelCode& code);

    int m_dotsPerMm;
    std::chrono::milliseconds m_step;
    Listener m_listener;
    TsplDecoder m_decoder;
    std::deque<LabelCommand> m_waiting;
    std::uint8_t m_condition = 0;  ///< the bits of its status that are faults
    std::optional<int> m_labelsLeft;
    int m_copies = 0;  ///< that are still to come out
    PrintedLabel m_label;
    LabelOrigin m_origin;
    bool m_turned = false;
};

}  // namespace bl::sim
