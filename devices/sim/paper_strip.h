#pragma once

#include "core/base/result.h"
#include "devices/sim/escpos_decoder.h"

#include <QImage>

#include <string>
#include <vector>

namespace bl::sim {

/// The paper that hangs out of a printer: what was printed since the last cut.
struct PaperStrip {
    PaperShape shape;
    int paperMm = 80;
    std::vector<PaperItem> items;
};

/// A picture that looks like the receipt, one pixel a dot, on paper with its margins and torn edge.
QImage drawPaper(const PaperStrip& strip);

/// The receipt as lines of text, aligned by columns; codes and pictures in square brackets.
std::string paperText(const PaperStrip& strip);

}  // namespace bl::sim
