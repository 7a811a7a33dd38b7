#pragma once

#include "core/base/hmac.h"
#include "core/payments/payment_attempt.h"

#include <string>
#include <string_view>

/// What is said to a gateway for payment codes, and what it answers: `payment-codes.openapi.yaml`.
/// Pure; any bytes are read.
namespace bl::codes {

constexpr const char* kMerchantField = "Branchline-Merchant";
constexpr const char* kTimeField = "Branchline-Time";
constexpr const char* kNonceField = "Branchline-Nonce";
constexpr const char* kSignatureField = "Branchline-Signature";

struct SignedRequest {
    std::string method;
    std::string target;  ///< path, as it is sent
    std::string merchant;
    std::string time;  ///< seconds since 1970
    std::string nonce;
    std::string body;
};
Hash signatureOf(const SignedRequest& request, std::string_view key);

/// An answer is signed together with the nonce of its request, so that none serves twice.
struct SignedAnswer {
    int status = 0;
    std::string time;
    std::string nonce;
    std::string body;
};
Hash signatureOf(const SignedAnswer& answer, std::string_view key);

/// `/payments/ID` or `/refunds/ID`.
std::string placeOf(const payments::PaymentAttempt& attempt);

std::string chargeBody(const payments::PaymentAttempt& attempt, const std::string& code);
std::string closeBody(const payments::PaymentAttempt& attempt);
std::string refundBody(
    const payments::PaymentAttempt& refund, const payments::PaymentAttempt& original);

/// What the gateway's document says of the attempt. Unknown with ProtocolError where it is none, or
/// of something else.
payments::PaymentOutcome readPayment(
    std::string_view body, const payments::PaymentAttempt& attempt);

/// The word of a problem document; empty where it has none.
std::string readProblem(std::string_view body);

/// How the gateway calls itself in its status; InvalidJson where that is none.
Result<std::string> readStatus(std::string_view body);

}  // namespace bl::codes
