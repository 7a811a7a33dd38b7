#include "sync/protocol/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace bl::sync {

namespace {

constexpr int kGzipWindow =
    15 + 16;  // the largest window, with the gzip wrapper (zlib.h, deflateInit2)
constexpr int kMemoryLevel = 8;
constexpr std::size_t kPieceBytes = 16 * 1024;

// zlib never writes through next_in; its type has no const for the sake of old C.
Bytef* zlibInput(std::string_view bytes)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

uInt zlibSize(std::size_t bytes)
{
    return static_cast<uInt>(std::min<std::size_t>(bytes, std::numeric_limits<uInt>::max()));
}

Error notGzip(std::string reason)
{
    return Error{ErrorCode::UnsupportedFormat, {"gzip", std::move(reason)}};
}

}  // namespace

std::string gzipped(std::string_view bytes, int level)
{
    z_stream stream{};
    BL_ASSERT(
        deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY)
        == Z_OK);
    std::string packed;
    std::array<char, kPieceBytes> piece;
    stream.next_in = zlibInput(bytes);
    int status = Z_OK;
    while (status == Z_OK) {
        if (stream.avail_in == 0) {
            stream.avail_in = zlibSize(bytes.size());
            bytes.remove_prefix(stream.avail_in);
        }
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = zlibSize(piece.size());
        status = deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
        packed.append(piece.data(), piece.size() - stream.avail_out);
    }
    deflateEnd(&stream);
    BL_ASSERT(status == Z_STREAM_END);
    return packed;
}

struct GzipReader::Stream {
    Stream() { BL_ASSERT(inflateInit2(&zlib, kGzipWindow) == Z_OK); }
    ~Stream() { inflateEnd(&zlib); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    z_stream zlib{};
    bool insideMember = true;  // gzip data are one or more members, one after the other
    bool started = false;
};

GzipReader::GzipReader(std::size_t limit)
    : m_stream(std::make_unique<Stream>())
    , m_limit(limit)
{
}

GzipReader::~GzipReader() = default;

Result<void> GzipReader::add(std::string_view packed)
{
    z_stream& zlib = m_stream->zlib;
    std::array<char, kPieceBytes> piece;
    while (!packed.empty()) {
        if (!m_stream->insideMember) {
            inflateReset(&zlib);
            m_stream->insideMember = true;
        }
        m_stream->started = true;
        zlib.next_in = zlibInput(packed);
        zlib.avail_in = zlibSize(packed.size());
        const std::size_t offered = zlib.avail_in;
        int status = Z_OK;
        do {
            zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
            zlib.avail_out = zlibSize(piece.size());
            status = inflate(&zlib, Z_NO_FLUSH);
            // Z_BUF_ERROR only says that the input is used up.
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
                return notGzip(zlib.msg != nullptr ? zlib.msg : "unreadable");
            const std::size_t made = piece.size() - zlib.avail_out;
            if (made > m_limit - m_unpacked.size())
                return Error{ErrorCode::TooLarge, {"gzip", std::to_string(m_limit)}};
            m_unpacked.append(piece.data(), made);
        } while (status == Z_OK && zlib.avail_out == 0);
        m_stream->insideMember = status != Z_STREAM_END;
        packed.remove_prefix(offered - zlib.avail_in);
    }
    return {};
}

Result<std::string> GzipReader::finish()
{
    if (!m_stream->started || m_stream->insideMember)
        return notGzip("cut off");
    return std::move(m_unpacked);
}

}  // namespace bl::sync
