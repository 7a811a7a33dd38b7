#include "devices/payment/http_payment_gateway.h"

#include "core/base/clock.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"
#include "devices/payment/codes_messages.h"

#include <array>
#include <charconv>

namespace bl {

using payments::PaymentAttempt;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

constexpr int kOk = 200;
constexpr int kBadRequest = 400;
constexpr int kUnauthorised = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kUnprocessable = 422;
/// Clocks of two machines that are kept right differ by less.
constexpr std::int64_t kClockTolerance = 60;

std::int64_t secondsNow()
{
    return toMillis(SystemWallClock().now()) / 1000;
}

std::optional<std::int64_t> secondsOf(std::string_view text)
{
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return seconds;
}

}  // namespace

HttpPaymentGateway::HttpPaymentGateway(std::string address, const HttpPlace& place,
    GatewayAccount account, const DriverSurroundings& surroundings, GatewayTiming timing)
    : m_address(std::move(address))
    , m_line(m_address, place, account.caFile, surroundings.cancellation, surroundings.trace)
    , m_account(std::move(account))
    , m_timing(timing)
{
}

/// What no key vouches for is told, and proves nothing.
Error HttpPaymentGateway::unsignedAnswer(const sync::HttpResponse& answer) const
{
    std::string said = "HTTP " + std::to_string(answer.status);
    if (const auto problem = codes::readProblem(answer.body); !problem.empty())
        said += ' ' + excerpt(problem);
    const auto theirs = secondsOf(answer.headers.find(codes::kTimeField));
    const std::int64_t apart = theirs ? *theirs - secondsNow() : 0;
    if (apart > kClockTolerance || apart < -kClockTolerance)
        said += ", clocks differ by " + std::to_string(apart) + " s";
    const bool refused = answer.status == kUnauthorised || answer.status == kForbidden;
    if (refused || answer.status == kOk)
        return deviceError(
            DeviceFault::AuthFailed, m_address, refused ? said : said + ", wrong signature");
    return deviceError(DeviceFault::ProtocolError, m_address, said);
}

Result<HttpPaymentGateway::Said> HttpPaymentGateway::ask(const char* method,
    const std::string& place, const std::string& body, std::chrono::milliseconds timeout,
    const std::string& code)
{
    std::array<std::uint8_t, 16> nonce{};
    m_random.fill(nonce);
    const codes::SignedRequest wanted{method, m_line.target(place), m_account.merchant,
        std::to_string(secondsNow()), toHex(nonce), body};
    sync::HttpRequest request{wanted.method, wanted.target, {}, wanted.body};
    request.headers.add(codes::kMerchantField, wanted.merchant);
    request.headers.add(codes::kTimeField, wanted.time);
    request.headers.add(codes::kNonceField, wanted.nonce);
    request.headers.add(codes::kSignatureField, codes::signatureOf(wanted, m_account.key).toHex());
    if (!body.empty())
        request.headers.add("Content-Type", "application/json");
    BL_TRY(const auto answer, m_line.ask(std::move(request), timeout, code));
    const auto given = Hash::parse(answer.headers.find(codes::kSignatureField));
    const auto right = codes::signatureOf(
        codes::SignedAnswer{answer.status, std::string(answer.headers.find(codes::kTimeField)),
            wanted.nonce, answer.body},
        m_account.key);
    if (!given || !isSameSecretly(*given, right))
        return unsignedAnswer(answer);
    if (answer.status == kUnauthorised || answer.status == kForbidden)
        return unsignedAnswer(answer);
    return Said{answer.status, answer.body};
}

Result<void> HttpPaymentGateway::open()
{
    auto said = ask("GET", "/status", {}, m_timing.status);
    if (!said) {
        // Nothing was there that could be lost.
        if (isFault(said.error(), DeviceFault::LinkLost))
            return deviceError(DeviceFault::NotFound, m_address,
                said.error().detail.size() > 2 ? said.error().detail[2] : std::string{});
        return said.error();
    }
    const auto name = codes::readStatus(said->body);
    if (said->status != kOk || !name)
        return deviceError(
            DeviceFault::ProtocolError, m_address, "HTTP " + std::to_string(said->status));
    m_reading = {};
    m_reading.identity = excerpt(*name);
    return {};
}

PaymentOutcome HttpPaymentGateway::outcomeOf(
    const PaymentAttempt& attempt, const Result<Said>& said, Asked asked) const
{
    PaymentOutcome outcome;
    if (!said) {
        outcome.fault = said.error();
        return outcome;
    }
    if (said->status == kOk)
        return codes::readPayment(said->body, attempt);
    const bool refused =
        said->status == kBadRequest || said->status == kNotFound || said->status == kUnprocessable;
    outcome.evidence.result =
        "HTTP " + std::to_string(said->status) + ' ' + excerpt(codes::readProblem(said->body));
    auto fault = DeviceFault::ProtocolError;
    if (asked == Asked::Charge && refused) {
        outcome.state = PaymentState::Declined;
        fault = DeviceFault::Declined;
    } else if (asked == Asked::State && said->status == kNotFound) {
        outcome.state = PaymentState::Aborted;
        return outcome;
    }
    outcome.fault = deviceError(fault, attempt.device, outcome.evidence.result);
    return outcome;
}

PaymentOutcome HttpPaymentGateway::charge(const PaymentAttempt& attempt, const std::string& code)
{
    auto outcome = outcomeOf(attempt,
        ask("POST", codes::placeOf(attempt), codes::chargeBody(attempt, code), m_timing.request,
            code),
        Asked::Charge);
    // A gateway that repeats the code finds it in no journal.
    for (const auto field : {&payments::PaymentEvidence::raw, &payments::PaymentEvidence::text}) {
        std::string& text = outcome.evidence.*field;
        for (const auto& repeated : {code, payments::maskCardNumbers(code)}) {
            if (text.find(repeated) != std::string::npos)
                text.clear();
        }
    }
    return outcome;
}

PaymentOutcome HttpPaymentGateway::query(const PaymentAttempt& attempt)
{
    return outcomeOf(
        attempt, ask("GET", codes::placeOf(attempt), {}, m_timing.request), Asked::State);
}

PaymentOutcome HttpPaymentGateway::close(const PaymentAttempt& attempt)
{
    return outcomeOf(attempt,
        ask("POST", codes::placeOf(attempt) + "/close", codes::closeBody(attempt),
            m_timing.request),
        Asked::Close);
}

PaymentOutcome HttpPaymentGateway::refund(
    const PaymentAttempt& refund, const PaymentAttempt& original)
{
    return outcomeOf(refund,
        ask("POST", codes::placeOf(refund), codes::refundBody(refund, original), m_timing.request),
        Asked::Charge);
}

}  // namespace bl
