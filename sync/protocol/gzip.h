#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

/// Packing of bodies (RFC 1952), the same at both ends of the wire.
namespace bl::sync {

/// Level 1: a journal shrinks to a fifth, and more effort saves little more.
constexpr int kGzipLevel = 1;

std::string gzipped(std::string_view bytes, int level = kGzipLevel);

/// Unpacks piece by piece and never holds more than its limit, so that a few packed kilobytes
/// cannot fill the memory.
class GzipReader {
public:
    /// `limit`: unpacked bytes allowed.
    explicit GzipReader(std::size_t limit);
    ~GzipReader();
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;

    /// Fails with UnsupportedFormat on bytes that are not gzip and with TooLarge beyond the limit;
    /// useless afterwards.
    Result<void> add(std::string_view packed);

    /// All that was unpacked; fails with UnsupportedFormat where the last bytes are missing.
    Result<std::string> finish();

private:
    struct Stream;

    std::unique_ptr<Stream> m_stream;
    std::size_t m_limit;
    std::string m_unpacked;
};

}  // namespace bl::sync
