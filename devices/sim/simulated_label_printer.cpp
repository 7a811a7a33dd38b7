#include "devices/sim/simulated_label_printer.h"

#include "devices/printer/symbol_shape.h"

#include <QPainter>

#include <array>
#include <utility>

namespace bl::sim {

namespace {

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 5> kLabelFaults{
    {{"head-open", 0x01}, {"jam", 0x02}, {"paper-out", 0x04}, {"ribbon-out", 0x08},
        {"pause", 0x10}}};
constexpr std::uint8_t kLabelPaperOut = 0x04;
constexpr std::uint8_t kLabelPrinting = 0x20;
/// A roll without an end, and labels that no printer has.
constexpr int kLongestLabelMm = 300;

}  // namespace

SimulatedLabelPrinter::SimulatedLabelPrinter(
    int dotsPerMm, std::chrono::milliseconds step, Listener listener)
    : m_dotsPerMm(dotsPerMm)
    , m_step(step)
    , m_listener(std::move(listener))
{
}

std::uint8_t SimulatedLabelPrinter::status() const
{
    const bool prints = m_copies > 0 && !isStopped();
    return static_cast<std::uint8_t>(m_condition | (prints ? kLabelPrinting : 0));
}

SimulatedDevice::Reaction SimulatedLabelPrinter::receive(std::span<const std::uint8_t> bytes)
{
    Reaction reaction;
    m_decoder.feed(bytes);
    while (auto command = m_decoder.next()) {
        if (std::holds_alternative<LabelQuestion>(*command)) {
            work(reaction);
            reaction.answers.push_back(status());
        } else {
            m_waiting.push_back(*std::move(command));
        }
    }
    work(reaction);
    return reaction;
}

SimulatedDevice::Reaction SimulatedLabelPrinter::timeCame()
{
    Reaction reaction;
    if (isStopped() || m_copies == 0)
        return reaction;
    PrintedLabel label = m_label;
    if (m_turned)
        label.picture = label.picture.transformed(QTransform().rotate(180));
    m_listener(std::move(label));
    --m_copies;
    if (m_labelsLeft && --*m_labelsLeft <= 0) {
        m_labelsLeft.reset();
        m_condition |= kLabelPaperOut;
    }
    if (m_copies > 0 && !isStopped())
        reaction.callAgain = m_step;
    work(reaction);
    return reaction;
}

SimulatedDevice::Reaction SimulatedLabelPrinter::disconnected()
{
    m_decoder.reset();
    return {};
}

Result<SimulatedDevice::Reaction> SimulatedLabelPrinter::obey(const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    Reaction reaction;
    if (fault == "clear") {
        m_labelsLeft.reset();
        if (std::exchange(m_condition, std::uint8_t{0}) != 0 && m_copies > 0)
            reaction.callAgain = m_step;
        work(reaction);
        return reaction;
    }
    for (const auto& [name, bit] : kLabelFaults) {
        if (name != fault)
            continue;
        if (bit == kLabelPaperOut && command.contains("afterLabels")) {
            BL_TRY(const auto labels, integerAt(command, "afterLabels"));
            m_labelsLeft = static_cast<int>(labels);
        } else {
            m_condition |= bit;
        }
        return reaction;
    }
    return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
}

void SimulatedLabelPrinter::work(Reaction& reaction)
{
    while (m_copies == 0 && !isStopped() && !m_waiting.empty()) {
        carryOut(m_waiting.front());
        m_waiting.pop_front();
        if (m_copies > 0)
            reaction.callAgain = m_step;
    }
}

void SimulatedLabelPrinter::carryOut(const LabelCommand& command)
{
    if (const auto* size = std::get_if<LabelSize>(&command)) {
        m_label.widthMm = std::clamp(size->widthMm, 0, kLongestLabelMm);
        m_label.heightMm = std::clamp(size->heightMm, 0, kLongestLabelMm);
        clear();
    } else if (const auto* gap = std::get_if<LabelGap>(&command)) {
        m_label.gapMm = gap->mm;
    } else if (const auto* direction = std::get_if<LabelDirection>(&command)) {
        m_turned = direction->turned;
    } else if (const auto* origin = std::get_if<LabelOrigin>(&command)) {
        m_origin = *origin;
    } else if (std::holds_alternative<LabelCleared>(command)) {
        clear();
    } else if (const auto* dots = std::get_if<LabelDots>(&command)) {
        draw(*dots);
    } else if (const auto* code = std::get_if<LabelCode>(&command)) {
        draw(*code);
    } else if (const auto* copies = std::get_if<LabelCopies>(&command)) {
        m_copies = copies->count;
    } else if (const auto* unknown = std::get_if<LabelUnknown>(&command)) {
        m_listener(*unknown);
    }
}

void SimulatedLabelPrinter::clear()
{
    m_label.picture = QImage(
        m_label.widthMm * m_dotsPerMm, m_label.heightMm * m_dotsPerMm, QImage::Format_Grayscale8);
    m_label.picture.fill(Qt::white);
    m_label.text = std::to_string(m_label.widthMm) + " x " + std::to_string(m_label.heightMm)
        + " mm, gap " + std::to_string(m_label.gapMm) + " mm\n";
}

void SimulatedLabelPrinter::draw(const LabelDots& dots)
{
    QPainter painter(&m_label.picture);
    painter.translate(m_origin.x, m_origin.y);
    for (int row = 0; row < dots.rows; ++row)
        for (int dot = 0; dot < dots.rowBytes * 8; ++dot) {
            const auto byte = dots.bits[static_cast<std::size_t>(row * dots.rowBytes + dot / 8)];
            if (((byte >> (7 - dot % 8)) & 1) == 0)
                painter.fillRect(dots.x + dot, dots.y + row, 1, 1, Qt::black);
        }
    m_label.text += "[picture " + std::to_string(dots.rowBytes * 8) + "x"
        + std::to_string(dots.rows) + " at " + std::to_string(dots.x) + "," + std::to_string(dots.y)
        + "]\n";
}

void SimulatedLabelPrinter::draw(const LabelCode& code)
{
    const auto shape =
        code.symbology == "EAN13" ? SymbolShape::ean13(code.data) : SymbolShape::code128(code.data);
    if (!shape) {
        m_listener(LabelUnknown{code.symbology + " " + code.data});
        return;
    }
    QPainter painter(&m_label.picture);
    shape->draw(painter,
        QRectF(
            m_origin.x + code.x, m_origin.y + code.y, shape->modules() * code.module, code.height));
    m_label.text += "[barcode " + code.symbology + " " + code.data + " at " + std::to_string(code.x)
        + "," + std::to_string(code.y) + "]\n";
}

}  // namespace bl::sim
