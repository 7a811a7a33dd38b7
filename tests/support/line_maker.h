#pragma once

#include "core/base/hybrid_clock.h"
#include "core/journal/chain.h"
#include "core/journal/operation.h"
#include "sync/protocol/messages.h"
#include "tests/support/fake_random.h"

#include <string>

namespace bl::test {

/// The journal of a register that sells and sells, without a database: lines as HQ expects them.
class LineMaker {
public:
    LineMaker(const sync::EnrolmentAnswer& site, const WallClock& clock, std::uint64_t seed);

    /// Lines that open the store: the products that all registers sell, with plenty of each.
    std::string stockUp();

    /// The next line: a sale of five lines of a few hundred products.
    std::string next();

    /// Where the chain ends after the lines that were made.
    const journal::ChainHead& head() const { return m_head; }

private:
    std::string lineOf(journal::OperationData data);

    sync::EnrolmentAnswer m_site;
    const WallClock& m_clock;
    SeededRandom m_random;
    HybridClock m_hybrid;
    journal::ChainHead m_head;
    ShiftId m_shift;
};

/// An HTTP/1.1 request of a register, as bytes.
std::string rawPost(const std::string& target, const std::string& type, const std::string& token,
    const std::string& body);

}  // namespace bl::test
