#include "devices/sim/display_text.h"

#include <iconv.h>

namespace bl::sim {

namespace {

std::string convertText(const char* to, const char* from, std::string_view text)
{
    const iconv_t converter = ::iconv_open(to, from);
    std::string result(4 * text.size() + 8, '\0');
    std::string source(text);
    char* in = source.data();
    std::size_t left = source.size();
    char* out = result.data();
    std::size_t room = result.size();
    while (
        left > 0 && ::iconv(converter, &in, &left, &out, &room) == static_cast<std::size_t>(-1)) {
        *out++ = '?';
        --room;
        ++in;
        --left;
    }
    ::iconv_close(converter);
    result.resize(result.size() - room);
    return result;
}

}  // namespace

std::string toGb18030(std::string_view utf8)
{
    return convertText("GB18030", "UTF-8", utf8);
}

std::string fromGb18030Text(std::string_view bytes)
{
    return convertText("UTF-8", "GB18030", bytes);
}

}  // namespace bl::sim
