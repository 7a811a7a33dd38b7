#include "core/payments/payment_code.h"

#include <algorithm>
#include <array>

namespace bl::payments {

namespace {

struct CodeShape {
    Wallet wallet;
    int firstPrefix;
    int lastPrefix;
    std::size_t shortest;
    std::size_t longest;
};

constexpr std::array kShapes{
    CodeShape{Wallet::Alipay, 25, 30, 16, 24},
    CodeShape{Wallet::WeChat, 10, 15, 18, 18},
    CodeShape{Wallet::UnionPay, 62, 62, 19, 19},
};

}  // namespace

std::string_view tenderOf(Wallet wallet)
{
    switch (wallet) {
    case Wallet::Alipay: return "alipay";
    case Wallet::WeChat: return "wechat";
    case Wallet::UnionPay: return "unionpay";
    }
    return {};
}

std::optional<Wallet> walletOf(std::string_view code)
{
    const bool digits = std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || code.size() < 2)
        return std::nullopt;
    const int prefix = (code[0] - '0') * 10 + (code[1] - '0');
    for (const auto& shape : kShapes) {
        if (prefix >= shape.firstPrefix && prefix <= shape.lastPrefix
            && code.size() >= shape.shortest && code.size() <= shape.longest)
            return shape.wallet;
    }
    return std::nullopt;
}

std::string maskPaymentCode(std::string_view code)
{
    std::string masked(code);
    for (std::size_t i = 2; i + 2 < masked.size(); ++i)
        masked[i] = '*';
    return masked;
}

}  // namespace bl::payments
