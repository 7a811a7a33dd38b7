#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bl::payments {

/// Wallets whose customers show a code on their phone (付款码).
enum class Wallet { Alipay, WeChat, UnionPay };

/// The tender's and clearing account's name: `alipay`, `wechat`, `unionpay`.
std::string_view tenderOf(Wallet wallet);

/// Whose code it is: Alipay's begin with 25 to 30 and have 16 to 24 digits, WeChat's begin with 10
/// to 15 and have 18, UnionPay's begin with 62 and have 19. Nothing for any other text.
std::optional<Wallet> walletOf(std::string_view code);

/// A code as it may be shown or logged: it is money until it is used. `28**************14`.
std::string maskPaymentCode(std::string_view code);

}  // namespace bl::payments
