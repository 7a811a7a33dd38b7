#include "core/base/assert.h"
#include "devices/payment/zvt_frame.h"

namespace {

/// The last whole message in some bytes.
bl::zvt::Bytes lastMessage(std::span<const std::uint8_t> bytes)
{
    using bl::zvt::FrameReader;
    FrameReader reader;
    bl::zvt::Bytes last;
    for (const auto byte : bytes) {
        if (reader.take(byte) == FrameReader::Event::Message)
            last = reader.message();
    }
    return last;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span bytes(data, size);
    BL_ASSERT(lastMessage(bytes).size() <= size);
    // Whatever it holds comes out of its frame as it went in.
    const bl::zvt::Bytes message(data, data + size);
    if (size <= bl::zvt::kMaxData)
        BL_ASSERT(lastMessage(bl::zvt::frame(message)) == message);
    return 0;
}
