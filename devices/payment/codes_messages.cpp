#include "devices/payment/codes_messages.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"
#include "core/ports/device_fault.h"

#include <array>
#include <optional>

namespace bl::codes {

using payments::PaymentAttempt;
using payments::PaymentKind;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

constexpr std::size_t kLongestRaw = 2'000;

std::optional<PaymentState> stateOf(std::string_view word)
{
    if (word == "open")
        return PaymentState::Interacting;
    if (word == "approved")
        return PaymentState::Approved;
    if (word == "declined")
        return PaymentState::Declined;
    if (word == "closed")
        return PaymentState::Aborted;
    return std::nullopt;
}

Result<PaymentOutcome> readPaymentStrictly(const Json& json, const PaymentAttempt& attempt)
{
    const auto wrong = [](const char* key) {
        return Error{ErrorCode::InvalidJson, {key}};
    };
    BL_TRY(const auto id, textAt(json, "id"));
    BL_TRY(const auto state, textAt(json, "state"));
    BL_TRY(const auto amount, integerAt(json, "amount"));
    BL_TRY(const auto currency, textAt(json, "currency"));
    const auto read = stateOf(state);
    if (id != attempt.id.toString())
        return wrong("id");
    if (!read)
        return wrong("state");
    if (currency != attempt.currency)
        return wrong("currency");
    PaymentOutcome outcome;
    outcome.state = *read;
    auto& said = outcome.evidence;
    said.amount = Money::minor(amount);
    said.result = state;
    const std::array<std::pair<const char*, std::string payments::PaymentEvidence::*>, 6> texts{
        {{"number", &payments::PaymentEvidence::trace}, {"payer", &payments::PaymentEvidence::card},
            {"wallet", &payments::PaymentEvidence::cardName},
            {"approval", &payments::PaymentEvidence::approval},
            {"time", &payments::PaymentEvidence::time},
            {"text", &payments::PaymentEvidence::text}}};
    for (const auto& [key, field] : texts) {
        BL_TRY(said.*field, optionalTextAt(json, key));
    }
    return outcome;
}

}  // namespace

Hash signatureOf(const SignedRequest& request, std::string_view key)
{
    return hmacSha256(key,
        request.method + '\n' + request.target + '\n' + request.merchant + '\n' + request.time
            + '\n' + request.nonce + '\n' + request.body);
}

Hash signatureOf(const SignedAnswer& answer, std::string_view key)
{
    return hmacSha256(key,
        std::to_string(answer.status) + '\n' + answer.time + '\n' + answer.nonce + '\n'
            + answer.body);
}

std::string placeOf(const PaymentAttempt& attempt)
{
    const bool takes = attempt.kind == PaymentKind::Authorisation;
    return (takes ? "/payments/" : "/refunds/") + attempt.id.toString();
}

std::string chargeBody(const PaymentAttempt& attempt, const std::string& code)
{
    return dumpJson(Json{{"amount", attempt.amount.minor()}, {"currency", attempt.currency},
        {"wallet", attempt.tender}, {"code", code}});
}

std::string closeBody(const PaymentAttempt& attempt)
{
    return dumpJson(Json{{"amount", attempt.amount.minor()}, {"currency", attempt.currency}});
}

std::string refundBody(const PaymentAttempt& refund, const PaymentAttempt& original)
{
    return dumpJson(Json{{"payment", original.id.toString()}, {"amount", refund.amount.minor()},
        {"currency", refund.currency}});
}

PaymentOutcome readPayment(std::string_view body, const PaymentAttempt& attempt)
{
    PaymentOutcome outcome;
    const auto json = parseJson(body);
    auto read = json ? readPaymentStrictly(*json, attempt) : Result<PaymentOutcome>{json.error()};
    if (read)
        outcome = std::move(*read);
    else
        outcome.fault = deviceError(
            DeviceFault::ProtocolError, attempt.device, excerpt(describe(read.error())));
    outcome.evidence.raw = excerpt(payments::maskCardNumbers(body), kLongestRaw);
    if (outcome.state == PaymentState::Declined)
        outcome.fault =
            deviceError(DeviceFault::Declined, attempt.device, excerpt(outcome.evidence.text));
    return outcome;
}

std::string readProblem(std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return {};
    auto problem = optionalTextAt(*json, "error");
    return problem ? std::move(*problem) : std::string{};
}

Result<std::string> readStatus(std::string_view body)
{
    BL_TRY(const auto json, parseJson(body));
    BL_TRY(const auto status, textAt(json, "status"));
    if (status != "ok")
        return Error{ErrorCode::InvalidJson, {"status"}};
    return optionalTextAt(json, "name");
}

}  // namespace bl::codes
