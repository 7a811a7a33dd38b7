#pragma once

#include "core/ports/label_document.h"
#include "core/ports/receipt_printer.h"

#include <vector>

namespace bl {

/// One kind of label and how many of it.
struct LabelJob {
    LabelDocument label;
    int copies = 1;
};

/// A printer with a roll of labels. It blocks until they are printed, as far as it tells.
class LabelPrinter {
public:
    virtual ~LabelPrinter() = default;

    /// Fails with NotRepresentable for a bar code that has no room, before anything is printed;
    /// with the fault OutcomeUnknown where all was sent and nobody can tell, and with another one
    /// where none or only a part came out.
    virtual Result<PrintProof> print(const std::vector<LabelJob>& jobs) = 0;
};

}  // namespace bl
