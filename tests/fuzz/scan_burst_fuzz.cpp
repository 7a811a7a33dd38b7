#include "core/base/assert.h"
#include "core/base/text.h"
#include "devices/scanner/key_burst.h"
#include "devices/scanner/scan_burst.h"

#include <algorithm>

/// Bytes of a scanner, in pieces: every code is UTF-8 and within bounds, and pieces change nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span bytes(data, size);
    bl::ScanBurst whole;
    bl::ScanBurst pieces;
    auto expected = whole.take(bytes, {});
    std::vector<bl::CodeScanned> got;
    for (std::size_t at = 0; at < size; at += 3) {
        auto some = pieces.take(bytes.subspan(at, std::min<std::size_t>(3, size - at)), {});
        std::ranges::move(some, std::back_inserter(got));
    }
    BL_ASSERT(expected.size() == got.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        BL_ASSERT(expected[i].code == got[i].code);
        BL_ASSERT(bl::isUtf8(got[i].code) && !got[i].code.empty());
    }
    bl::KeyBurst keys;
    bl::KeyBurst::Time now{0};
    for (const std::uint8_t byte : bytes) {
        now += bl::KeyBurst::Time(byte % 64);
        keys.settle(now);
        if (byte % 16 == 0)
            keys.terminator(now);
        else
            keys.character("7", now);
    }
    return 0;
}
