#include "core/payments/payment_code.h"
#include "tests/support/catch.h"

using namespace bl::payments;

TEST_CASE("A scanned payment code tells whose it is", "[payments][codes]")
{
    CHECK(walletOf("2812345678901234") == Wallet::Alipay);
    CHECK(walletOf("251234567890123456789012") == Wallet::Alipay);
    CHECK(walletOf("3012345678901234567") == Wallet::Alipay);
    CHECK(walletOf("134567890123456789") == Wallet::WeChat);
    CHECK(walletOf("6212345678901234567") == Wallet::UnionPay);
}

TEST_CASE("What is no payment code is none", "[payments][codes]")
{
    for (const char* code : {"", "6", "28123456789012", "2512345678901234567890123",
             "13456789012345678", "1345678901234567890", "621234567890123456",
             "62123456789012345678", "281234567890123a", "6901234567892", "2412345678901234"})
        CHECK_FALSE(walletOf(code));
    CHECK(tenderOf(Wallet::WeChat) == "wechat");
    CHECK(maskPaymentCode("134567890123456789") == "13**************89");
}
