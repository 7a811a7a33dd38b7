#include "devices/payment/nexo_messages.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace bl::nexo {

using payments::PaymentAttempt;
using payments::PaymentKind;

namespace {

constexpr std::size_t kServiceId = 10;
constexpr std::size_t kLongestSlip = 4'000;
constexpr const char* kAmountPlace = "@amount";

constexpr std::array<std::pair<Category, const char*>, 7> kCategories{
    {{Category::Login, "Login"}, {Category::Payment, "Payment"}, {Category::Reversal, "Reversal"},
        {Category::TransactionStatus, "TransactionStatus"}, {Category::Abort, "Abort"},
        {Category::Diagnosis, "Diagnosis"}, {Category::Reconciliation, "Reconciliation"}}};

std::string nameOf(Category category)
{
    for (const auto& [known, name] : kCategories) {
        if (known == category)
            return name;
    }
    return {};
}

/// ISO 8601 with milliseconds, UTC.
std::string isoTime(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    const auto padded = [](auto value, std::size_t width) {
        std::string text = std::to_string(value);
        return std::string(width - std::min(width, text.size()), '0') + text;
    };
    return padded(static_cast<int>(date.year()), 4) + '-'
        + padded(static_cast<unsigned>(date.month()), 2) + '-'
        + padded(static_cast<unsigned>(date.day()), 2) + 'T' + padded(time.hours().count(), 2) + ':'
        + padded(time.minutes().count(), 2) + ':' + padded(time.seconds().count(), 2) + '.'
        + padded(time.subseconds().count(), 3) + 'Z';
}

std::string messageOf(const Header& header, Json body)
{
    const std::string category = nameOf(header.category);
    return dumpJson(Json{{"SaleToPOIRequest",
        {{"MessageHeader",
             {{"ProtocolVersion", "3.0"}, {"MessageClass", "Service"},
                 {"MessageCategory", category}, {"MessageType", "Request"},
                 {"ServiceID", header.service}, {"SaleID", header.sale}, {"POIID", header.poi}}},
            {category + "Request", std::move(body)}}}});
}

/// Amounts are decimal numbers, which go through no floating point here.
std::string withAmount(std::string message, Money amount, const Currency& currency)
{
    const std::string place = '"' + std::string(kAmountPlace) + '"';
    return message.replace(message.find(place), place.size(), plainMoney(amount, currency));
}

Json saleData(const PaymentAttempt& attempt)
{
    return {{"SaleTransactionID",
        {{"TransactionID", attempt.id.toString()}, {"TimeStamp", isoTime(attempt.createdAt)}}}};
}

/// Numbers with a fraction become texts, so that they are read as they are written.
std::string withDecimalsAsTexts(std::string_view body)
{
    std::string text;
    text.reserve(body.size() + 16);
    bool inText = false;
    for (std::size_t i = 0; i < body.size();) {
        const char c = body[i];
        if (inText && c == '\\' && i + 1 < body.size()) {
            text.append(body.substr(i, 2));
            i += 2;
            continue;
        }
        if (c == '"')
            inText = !inText;
        if (inText || c == '"' || (c != '-' && (c < '0' || c > '9'))) {
            text += c;
            ++i;
            continue;
        }
        auto end = body.find_first_not_of("0123456789+-.eE", i);
        end = end == std::string_view::npos ? body.size() : end;
        const auto number = body.substr(i, end - i);
        const bool decimal = number.find_first_of(".eE") != std::string_view::npos;
        text.append(decimal ? "\"" : "").append(number).append(decimal ? "\"" : "");
        i = end;
    }
    return text;
}

using Path = std::initializer_list<const char*>;

/// What is at the end of the path; null where that leads nowhere.
const Json& valueAt(const Json& from, Path path)
{
    static const Json nothing;
    const Json* here = &from;
    for (const char* step : path) {
        if (!here->is_object())
            return nothing;
        const auto next = here->find(step);
        if (next == here->end())
            return nothing;
        here = &*next;
    }
    return *here;
}

std::string wordAt(const Json& from, Path path, std::size_t longest = 200)
{
    const Json& value = valueAt(from, path);
    return value.is_string() ? excerpt(value.get_ref<const std::string&>(), longest)
                             : std::string{};
}

std::optional<Money> amountAt(const Json& from, Path path, const Currency& currency)
{
    const Json& value = valueAt(from, path);
    const bool isNumber = value.is_number_integer() || value.is_string();
    if (!isNumber)
        return std::nullopt;
    const auto read = parseMoney(
        value.is_string() ? value.get_ref<const std::string&>() : value.dump(), currency);
    return read ? std::optional{*read} : std::nullopt;
}

void readSlips(const Json& body, Answer& answer)
{
    const Json& receipts = valueAt(body, {"PaymentReceipt"});
    if (!receipts.is_array())
        return;
    for (const auto& receipt : receipts) {
        const bool customers = wordAt(receipt, {"DocumentQualifier"}) == "CustomerReceipt";
        std::string& slip = customers ? answer.customerSlip : answer.merchantSlip;
        const Json& lines = valueAt(receipt, {"OutputContent", "OutputText"});
        if (!lines.is_array())
            continue;
        for (const auto& line : lines) {
            if (slip.size() < kLongestSlip)
                slip += wordAt(line, {"Text"}) + '\n';
        }
    }
}

void readResponse(const Json& body, Answer& answer)
{
    const std::string result = wordAt(body, {"Response", "Result"});
    if (result == "Success")
        answer.result = Answer::Result::Success;
    else if (result == "Failure")
        answer.result = Answer::Result::Failure;
    answer.condition = wordAt(body, {"Response", "ErrorCondition"});
    answer.text = wordAt(body, {"Response", "AdditionalResponse"}, 500);
}

void readPayment(const Json& body, const Currency& currency, Answer& answer)
{
    auto& said = answer.evidence;
    said.result =
        answer.condition.empty() ? wordAt(body, {"Response", "Result"}) : answer.condition;
    said.trace = wordAt(body, {"POIData", "POITransactionID", "TransactionID"});
    said.time = wordAt(body, {"POIData", "POITransactionID", "TimeStamp"});
    said.receipt = said.trace;
    said.text = answer.text;
    const Json& result = valueAt(body, {"PaymentResult"});
    const Json& card = valueAt(result, {"PaymentInstrumentData", "CardData"});
    said.card = wordAt(card, {"MaskedPan"});
    said.cardName = wordAt(card, {"PaymentBrand"});
    said.approval = wordAt(result, {"PaymentAcquirerData", "ApprovalCode"});
    said.terminal = wordAt(result, {"PaymentAcquirerData", "AcquirerPOIID"});
    said.amount = amountAt(result, {"AmountsResp", "AuthorizedAmount"}, currency);
    const std::string paidIn = wordAt(result, {"AmountsResp", "Currency"});
    // An amount of another money is none of ours.
    if (!paidIn.empty() && paidIn != currency.code)
        said.amount.reset();
    if (!said.amount)
        said.amount = amountAt(body, {"ReversedAmount"}, currency);
    readSlips(body, answer);
}

void readTotals(const Json& body, const Currency& currency, Answer& answer)
{
    const Json& kinds = valueAt(body, {"TransactionTotals"});
    if (!kinds.is_array())
        return;
    std::int64_t sum = 0;
    for (const auto& kind : kinds) {
        const Json& totals = valueAt(kind, {"PaymentTotals"});
        if (!totals.is_array())
            continue;
        for (const auto& total : totals) {
            const std::string type = wordAt(total, {"TransactionType"});
            const auto amount = amountAt(total, {"TransactionAmount"}, currency);
            const Json& count = valueAt(total, {"TransactionCount"});
            const std::int64_t minor = amount ? amount->minor() : 0;
            if (__builtin_add_overflow(sum, type == "Debit" ? minor : -minor, &sum))
                return;
            if (type == "Debit" && count.is_number_integer())
                answer.totals.count += static_cast<int>(count.get<std::int64_t>() % 1'000'000);
        }
    }
    answer.totals.amount = Money::minor(sum);
    answer.totals.trace = wordAt(body, {"POIReconciliationID"});
}

void readIdentity(const Json& body, Answer& answer)
{
    const Json& system = valueAt(body, {"POISystemData"});
    for (const auto& word : {wordAt(system, {"POISoftware", "ManufacturerID"}),
             wordAt(system, {"POISoftware", "ApplicationName"}),
             wordAt(system, {"POISoftware", "SoftwareVersion"}),
             wordAt(system, {"POITerminalData", "POISerialNumber"})}) {
        if (!word.empty())
            answer.identity += (answer.identity.empty() ? "" : " ") + word;
    }
}

/// Whether a header is of the answer to that message.
bool answers(const Json& said, const std::string& category, const std::string& service)
{
    return wordAt(said, {"MessageCategory"}) == category && wordAt(said, {"ServiceID"}) == service;
}

}  // namespace

std::string serviceIdOf(payments::PaymentId id)
{
    const std::string text = id.toString();
    return text.substr(text.size() - kServiceId);
}

Category categoryOf(const PaymentAttempt& attempt)
{
    const bool goesBack = attempt.kind != PaymentKind::Authorisation && attempt.original;
    return goesBack ? Category::Reversal : Category::Payment;
}

std::string login(const Header& header, Instant at)
{
    return messageOf(header,
        {{"DateTime", isoTime(at)}, {"OperatorLanguage", "en"},
            {"SaleSoftware",
                {{"ManufacturerID", "Branchline"}, {"ApplicationName", "branchline"},
                    {"SoftwareVersion", BRANCHLINE_VERSION}, {"CertificationCode", "none"}}}});
}

std::string payment(const Header& header, const PaymentAttempt& attempt, const Currency& currency)
{
    Json body{{"SaleData", saleData(attempt)},
        {"PaymentTransaction",
            {{"AmountsReq", {{"Currency", currency.code}, {"RequestedAmount", kAmountPlace}}}}}};
    if (attempt.kind != PaymentKind::Authorisation)
        body["PaymentData"] = {{"PaymentType", "Refund"}};
    return withAmount(messageOf(header, std::move(body)), attempt.amount, currency);
}

std::string reversal(const Header& header, const PaymentAttempt& attempt,
    const PaymentAttempt& original, const Currency& currency)
{
    return withAmount(messageOf(header,
                          {{"SaleData", saleData(attempt)}, {"ReversalReason", "MerchantCancel"},
                              {"ReversedAmount", kAmountPlace},
                              {"OriginalPOITransaction",
                                  {{"SaleID", header.sale}, {"POIID", header.poi},
                                      {"POITransactionID",
                                          {{"TransactionID", original.evidence.trace},
                                              {"TimeStamp", original.evidence.time}}}}}}),
        attempt.amount, currency);
}

namespace {

Json referenceTo(const Header& header, const PaymentAttempt& attempt)
{
    return {{"MessageCategory", nameOf(categoryOf(attempt))},
        {"ServiceID", serviceIdOf(attempt.id)}, {"SaleID", header.sale}, {"POIID", header.poi}};
}

}  // namespace

std::string transactionStatus(const Header& header, const PaymentAttempt& attempt)
{
    return messageOf(header,
        {{"ReceiptReprintFlag", true},
            {"DocumentQualifier", Json::array({"CashierReceipt", "CustomerReceipt"})},
            {"MessageReference", referenceTo(header, attempt)}});
}

std::string abort(const Header& header, const PaymentAttempt& attempt)
{
    return messageOf(header,
        {{"AbortReason", "MerchantAbort"}, {"MessageReference", referenceTo(header, attempt)}});
}

std::string diagnosis(const Header& header)
{
    return messageOf(header, {{"HostDiagnosisFlag", false}});
}

std::string reconciliation(const Header& header)
{
    return messageOf(header, {{"ReconciliationType", "SaleReconciliation"}});
}

Result<Answer> readAnswer(std::string_view text, const Header& header, const Currency& currency,
    const PaymentAttempt* about)
{
    BL_TRY(const Json json, parseJson(withDecimalsAsTexts(text)));
    const std::string category = nameOf(header.category);
    const Json& message = valueAt(json, {"SaleToPOIResponse"});
    const Json& given = valueAt(message, {"MessageHeader"});
    if (!answers(given, category, header.service) || wordAt(given, {"POIID"}) != header.poi
        || wordAt(given, {"SaleID"}) != header.sale)
        return Error{ErrorCode::InvalidJson, {"MessageHeader"}};
    const Json& body = valueAt(message, {(category + "Response").c_str()});
    Answer answer;
    readResponse(body, answer);
    switch (header.category) {
    case Category::Login: readIdentity(body, answer); break;
    case Category::Payment:
    case Category::Reversal: readPayment(body, currency, answer); break;
    case Category::Reconciliation: readTotals(body, currency, answer); break;
    case Category::Diagnosis: answer.status = wordAt(body, {"POIStatus", "GlobalStatus"}); break;
    case Category::Abort: break;
    case Category::TransactionStatus:
        if (about && answer.result == Answer::Result::Success) {
            const std::string kind = nameOf(categoryOf(*about));
            const Json& repeated = valueAt(body, {"RepeatedMessageResponse"});
            if (!answers(valueAt(repeated, {"MessageHeader"}), kind, serviceIdOf(about->id)))
                return Error{ErrorCode::InvalidJson, {"RepeatedMessageResponse"}};
            const Json& first =
                valueAt(repeated, {"RepeatedResponseMessageBody", (kind + "Response").c_str()});
            answer = {};
            readResponse(first, answer);
            // A status that is not known yet is no end of it.
            if (answer.condition == "InProgress")
                answer.result = Answer::Result::Unclear;
            readPayment(first, currency, answer);
        }
        break;
    }
    return answer;
}

}  // namespace bl::nexo
