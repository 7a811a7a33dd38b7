#include "core/base/gzip_file.h"

#include "core/base/text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace bl {

namespace {

constexpr std::size_t kPackedBuffer = std::size_t{64} * 1024;
constexpr int kGzipWindow = 15 + 16;  // zlib: the largest window, gzip framing

std::string reasonOf(int number)
{
    return std::generic_category().message(number);
}

}  // namespace

struct GzipFile::State {
    std::string path;
    std::FILE* file = nullptr;
    std::array<char, kPackedBuffer> buffer{};
    std::size_t begin = 0;
    std::size_t end = 0;
    bool packed = false;
    bool within = false;  // a member has begun and not ended
    z_stream stream{};

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State()
    {
        if (packed)
            inflateEnd(&stream);
        if (file)
            std::fclose(file);
    }

    /// Whether there is a byte in the buffer, read if need be.
    Result<bool> refill()
    {
        if (begin < end)
            return true;
        begin = 0;
        end = std::fread(buffer.data(), 1, buffer.size(), file);
        if (end == 0 && std::ferror(file))
            return Error{ErrorCode::UnreadableFile, {excerpt(path, 1024), reasonOf(errno)}};
        return end > 0;
    }

    Error damaged(const char* why) const
    {
        return {ErrorCode::UnsupportedFormat, {excerpt(path, 1024), why}};
    }
};

GzipFile::GzipFile(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

GzipFile::GzipFile(GzipFile&&) noexcept = default;
GzipFile::~GzipFile() = default;

const std::string& GzipFile::path() const
{
    return m_state->path;
}

Result<GzipFile> GzipFile::open(const std::string& path)
{
    const std::string shown = excerpt(path, 1024);
    std::error_code fault;
    const auto status = std::filesystem::status(path, fault);
    if (!std::filesystem::exists(status))
        return Error{
            ErrorCode::UnreadableFile, {shown, fault ? fault.message() : reasonOf(ENOENT)}};
    if (std::filesystem::is_directory(status))
        return Error{ErrorCode::UnreadableFile, {shown, reasonOf(EISDIR)}};
    if (!std::filesystem::is_regular_file(status))
        return Error{ErrorCode::UnreadableFile, {shown, "not-a-file"}};

    auto state = std::make_unique<State>();
    state->path = path;
    state->file = std::fopen(path.c_str(), "rb");
    if (!state->file)
        return Error{ErrorCode::UnreadableFile, {shown, reasonOf(errno)}};
    BL_TRY(const bool any, state->refill());
    if (any && state->end >= 2 && state->buffer[0] == '\x1f' && state->buffer[1] == '\x8b') {
        BL_ASSERT(inflateInit2(&state->stream, kGzipWindow) == Z_OK);
        state->packed = true;
        state->within = true;
    }
    return GzipFile(std::move(state));
}

Result<std::size_t> GzipFile::read(std::span<char> bytes)
{
    auto& state = *m_state;
    if (!state.packed) {
        BL_TRY(const bool any, state.refill());
        const std::size_t count = any ? std::min(bytes.size(), state.end - state.begin) : 0;
        std::copy_n(state.buffer.data() + state.begin, count, bytes.data());
        state.begin += count;
        return count;
    }
    state.stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    state.stream.avail_out = static_cast<uInt>(bytes.size());
    while (state.stream.avail_out == bytes.size()) {
        BL_TRY(const bool any, state.refill());
        if (!any) {
            if (state.within)
                return state.damaged("gzip-cut");
            break;
        }
        if (!state.within) {
            BL_ASSERT(inflateReset(&state.stream) == Z_OK);
            state.within = true;
        }
        state.stream.next_in = reinterpret_cast<Bytef*>(state.buffer.data() + state.begin);
        state.stream.avail_in = static_cast<uInt>(state.end - state.begin);
        const int code = inflate(&state.stream, Z_NO_FLUSH);
        state.begin = state.end - state.stream.avail_in;
        if (code == Z_STREAM_END)
            state.within = false;
        else if (code != Z_OK && code != Z_BUF_ERROR)
            return state.damaged("gzip-damaged");
    }
    return bytes.size() - state.stream.avail_out;
}

}  // namespace bl
