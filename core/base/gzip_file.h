#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace bl {

/// A file that is read from its beginning to its end, unpacked where it is gzip (RFC 1952, also of
/// several members): what a file is shows in its first bytes, not in its name.
class GzipFile {
public:
    /// Fails with UnreadableFile where there is no such file, it is no regular file or may not be
    /// read.
    static Result<GzipFile> open(const std::string& path);
    GzipFile(GzipFile&&) noexcept;
    GzipFile& operator=(GzipFile&&) = delete;
    ~GzipFile();

    /// Fills the front of `bytes`, which is not empty, and gives how many; 0 at the end. Fails with
    /// UnreadableFile, or UnsupportedFormat where packed bytes are damaged or missing.
    Result<std::size_t> read(std::span<char> bytes);

    const std::string& path() const;

private:
    struct State;
    explicit GzipFile(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

}  // namespace bl
