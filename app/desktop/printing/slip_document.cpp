#include "app/desktop/printing/slip_document.h"

namespace bl::desktop {

ReceiptDocument slipDocument(std::string_view slip)
{
    ReceiptDocument document;
    while (!slip.empty()) {
        const std::size_t end = slip.find('\n');
        const std::string_view line = slip.substr(0, end);
        if (line.empty())
            document.blocks.emplace_back(ReceiptSpace{1});
        else
            document.blocks.emplace_back(ReceiptText{std::string(line)});
        slip.remove_prefix(end == std::string_view::npos ? slip.size() : end + 1);
    }
    return document;
}

}  // namespace bl::desktop
