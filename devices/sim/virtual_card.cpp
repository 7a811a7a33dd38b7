#include "devices/sim/virtual_card.h"

#include "core/base/hex.h"
#include "core/base/json.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace bl::sim {

namespace {

using CardBytes = std::vector<std::uint8_t>;

/// PC/SC part 3: a storage card of 1 KiB by NXP.
const CardBytes kCardAtr{0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06,
    0x03, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x6A};
const CardBytes kCardDone{0x90, 0x00};
const CardBytes kCardRefused{0x63, 0x00};
const CardBytes kCardLocked{0x69, 0x82};
const CardBytes kCardUnknown{0x6D, 0x00};
constexpr std::uint8_t kCardAskAtr = 4;
const CardBytes kCardFactoryKey(6, 0xFF);

bool readCardBytes(int line, std::uint8_t* into, std::size_t count)
{
    while (count > 0) {
        const auto got = ::recv(line, into, count, 0);
        if (got <= 0)
            return false;
        into += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

bool sendCardFrame(int line, const CardBytes& bytes)
{
    CardBytes frame{static_cast<std::uint8_t>(bytes.size() >> 8U),
        static_cast<std::uint8_t>(bytes.size() & 0xFFU)};
    frame.insert(frame.end(), bytes.begin(), bytes.end());
    return ::send(line, frame.data(), frame.size(), MSG_NOSIGNAL)
        == static_cast<std::ptrdiff_t>(frame.size());
}

}  // namespace

VirtualCard::VirtualCard(std::string host, std::uint16_t port)
    : m_host(std::move(host))
    , m_port(port)
{
}

VirtualCard::~VirtualCard()
{
    remove();
}

Result<void> VirtualCard::insert(std::vector<std::uint8_t> chip)
{
    remove();
    const int line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    const bool numeric = ::inet_pton(AF_INET, m_host.c_str(), &address.sin_addr) == 1;
    if (!numeric
        || ::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        const std::string why = numeric ? std::strerror(errno) : "not a numeric address";
        ::close(line);
        return Error{ErrorCode::NetworkFailed, {m_host + ":" + std::to_string(m_port), why}};
    }
    {
        const std::lock_guard lock(m_mutex);
        m_chip = std::move(chip);
        m_line = line;
        m_openSector = -1;
    }
    m_thread = std::thread([this, line] { serve(line); });
    return {};
}

void VirtualCard::remove()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_line >= 0)
            ::shutdown(m_line, SHUT_RDWR);
    }
    if (m_thread.joinable())
        m_thread.join();
    if (m_line >= 0)
        ::close(std::exchange(m_line, -1));
}

void VirtualCard::setFaults(const CardFaults& faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

void VirtualCard::setBlock(int block, std::array<std::uint8_t, 16> bytes)
{
    const std::lock_guard lock(m_mutex);
    m_blocks[block] = bytes;
}

std::array<std::uint8_t, 16> VirtualCard::block(int number) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_blocks.find(number);
    return found == m_blocks.end() ? std::array<std::uint8_t, 16>{} : found->second;
}

void VirtualCard::serve(int line)
{
    std::array<std::uint8_t, 2> head{};
    while (readCardBytes(line, head.data(), head.size())) {
        CardBytes message(static_cast<std::size_t>(head[0]) << 8U | head[1]);
        if (!readCardBytes(line, message.data(), message.size()))
            return;
        if (message.size() == 1) {
            // Power off, on and reset want no answer.
            if (message[0] == kCardAskAtr && !sendCardFrame(line, kCardAtr))
                return;
            continue;
        }
        CardBytes reply;
        bool mute = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_faults.removedAfterCommands == 0) {
                m_faults.removedAfterCommands = -1;
                ::shutdown(line, SHUT_RDWR);
                return;
            }
            if (m_faults.removedAfterCommands > 0)
                --m_faults.removedAfterCommands;
            mute = m_faults.mute;
            reply = answer(message);
        }
        if (!mute && !sendCardFrame(line, reply))
            return;
    }
}

CardBytes VirtualCard::answer(const CardBytes& command)
{
    if (command.size() < 4 || command[0] != 0xFF)
        return kCardUnknown;
    const int block = command[3];
    switch (command[1]) {
    case 0xCA: {
        CardBytes reply = m_chip;
        reply.insert(reply.end(), kCardDone.begin(), kCardDone.end());
        return reply;
    }
    case 0x82:
        if (command.size() != 11 || command[4] != 6)
            return kCardRefused;
        m_loadedKey.assign(command.begin() + 5, command.end());
        return kCardDone;
    case 0x86:
        if (command.size() != 10 || m_faults.wrongKey || m_loadedKey != kCardFactoryKey)
            return kCardRefused;
        m_openSector = command[7] / 4;
        return kCardDone;
    case 0xB0: {
        if (block / 4 != m_openSector)
            return kCardLocked;
        const auto& bytes = m_blocks[block];
        CardBytes reply(bytes.begin(), bytes.end());
        reply.insert(reply.end(), kCardDone.begin(), kCardDone.end());
        return reply;
    }
    case 0xD6:
        if (block / 4 != m_openSector || command.size() != 21)
            return kCardLocked;
        std::copy(command.begin() + 5, command.end(), m_blocks[block].begin());
        return kCardDone;
    default: return kCardUnknown;
    }
}

Result<void> VirtualCard::obey(const Json& command)
{
    const Error unknown{ErrorCode::InvalidArgument, {"insert, remove, block or a fault"}};
    if (!command.is_object())
        return unknown;
    if (command.contains("insert")) {
        BL_TRY(std::string chip, textAt(command, "insert"));
        std::ranges::transform(
            chip, chip.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        auto bytes = fromHex(chip);
        if (!bytes || bytes->empty())
            return Error{ErrorCode::InvalidArgument, {"insert: hexadecimal digits"}};
        return insert(*std::move(bytes));
    }
    if (command.contains("remove")) {
        remove();
        return {};
    }
    if (command.contains("block")) {
        BL_TRY(const std::int64_t number, integerAt(command, "block"));
        BL_TRY(const std::string text, textAt(command, "text"));
        std::array<std::uint8_t, 16> bytes{};
        std::copy_n(text.begin(), std::min(text.size(), bytes.size()), bytes.begin());
        setBlock(static_cast<int>(number), bytes);
        return {};
    }
    if (!command.contains("fault"))
        return unknown;
    BL_TRY(const std::string fault, textAt(command, "fault"));
    CardFaults faults;
    {
        const std::lock_guard lock(m_mutex);
        faults = m_faults;
    }
    if (fault == "mute") {
        faults.mute = true;
    } else if (fault == "wrong-key") {
        faults.wrongKey = true;
    } else if (fault == "card-removed") {
        BL_TRY(const std::int64_t after, integerAt(command, "afterCommands"));
        faults.removedAfterCommands = static_cast<int>(after);
    } else if (fault == "clear") {
        faults = {};
    } else {
        return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
    }
    setFaults(faults);
    return {};
}

}  // namespace bl::sim
