#include "core/base/assert.h"
#include "devices/payment/lrc_codec.h"

namespace {

/// The data of the last whole frame in some bytes.
bl::lrc::Bytes lastData(bl::lrc::LengthForm form, std::span<const std::uint8_t> bytes)
{
    using bl::lrc::FrameReader;
    FrameReader reader(form);
    bl::lrc::Bytes last;
    for (const auto byte : bytes) {
        if (reader.take(byte) == FrameReader::Event::Frame)
            last = reader.data();
    }
    return last;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl;
    const std::span bytes(data, size);
    for (const auto form : {lrc::LengthForm::Bcd, lrc::LengthForm::Binary}) {
        BL_ASSERT(lastData(form, bytes).size() <= size);
        // Whatever it holds comes out of its frame as it went in.
        const lrc::Bytes message(data, data + size);
        if (size <= lrc::kMaxData)
            BL_ASSERT(lastData(form, lrc::frame(form, message)) == message);
    }
    for (const auto& profile : lrc::profiles()) {
        if (const auto answer = lrc::readAnswer(profile, bytes))
            BL_ASSERT(answer->evidence.raw.size() <= 4 * size + profile.answer.size());
    }
    return 0;
}
