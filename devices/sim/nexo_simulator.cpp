#include "devices/sim/nexo_simulator.h"

#include <algorithm>
#include <cmath>

namespace bl::sim {

namespace {

Json member(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : Json();
}

std::string word(const Json& object, const char* key)
{
    const Json value = member(object, key);
    return value.is_string() ? value.get<std::string>() : "";
}

std::int64_t cents(const Json& value)
{
    return value.is_number() ? std::llround(value.get<double>() * 100) : 0;
}

Json failure(const char* condition, const char* text = "")
{
    return {{"Response",
        {{"Result", "Failure"}, {"ErrorCondition", condition}, {"AdditionalResponse", text}}}};
}

Json success()
{
    return {{"Response", {{"Result", "Success"}}}};
}

Json messageFor(const Json& header, const std::string& category, Json body)
{
    Json said = header;
    said["MessageType"] = "Response";
    return {
        {"SaleToPOIResponse", {{"MessageHeader", said}, {category + "Response", std::move(body)}}}};
}

}  // namespace

NexoSimulator::NexoSimulator(NexoHabits habits, Listener listener)
    : m_habits(std::move(habits))
    , m_listener(std::move(listener))
{
}

NexoSimulator::~NexoSimulator() = default;

Result<std::unique_ptr<NexoSimulator>> NexoSimulator::start(
    const TcpPlug& plug, NexoHabits habits, Listener listener)
{
    std::unique_ptr<NexoSimulator> simulator(
        new NexoSimulator(std::move(habits), std::move(listener)));
    BL_TRY(simulator->m_host,
        HttpHost::start(plug, simulator->m_habits.proof,
            [&self = *simulator](const sync::HttpRequest& request,
                const sync::HttpRespond& respond) { self.serve(request, respond); }));
    return simulator;
}

std::vector<NexoBooking> NexoSimulator::bookings() const
{
    const std::lock_guard lock(m_mutex);
    return m_bookings;
}

NexoFaults NexoSimulator::faults() const
{
    const std::lock_guard lock(m_mutex);
    NexoFaults faults = m_faults;
    faults.line = m_host->faults();
    return faults;
}

void NexoSimulator::setFaults(const NexoFaults& faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
    m_host->setFaults(faults.line);
}

void NexoSimulator::serve(const sync::HttpRequest& request, const sync::HttpRespond& respond)
{
    if (!m_habits.key.empty() && request.headers.find("X-API-Key") != m_habits.key)
        return respond({401, {}, {}});
    const Json message = member(Json::parse(request.body, nullptr, false), "SaleToPOIRequest");
    const Json header = member(message, "MessageHeader");
    const std::string category = word(header, "MessageCategory");
    if (request.method != "POST" || word(header, "POIID") != m_habits.poi || category.empty())
        return respond({400, {}, {}});
    const std::lock_guard lock(m_mutex);
    const Json body = member(message, (category + "Request").c_str());
    if (category == "Payment")
        return beginPayment(header, body, respond);
    const Json answer = answerTo(header, category, body);
    // An abort has no answer of its own.
    respond({200, {}, answer.is_null() ? "" : messageFor(header, category, answer).dump()});
}

Json NexoSimulator::answerTo(const Json& header, const std::string& category, const Json& body)
{
    if (category == "Login") {
        Json answer = success();
        answer["POISystemData"] = {{"POISoftware",
            {{"ManufacturerID", "Branchline"}, {"ApplicationName", "simulator"},
                {"SoftwareVersion", "1"}}}};
        return answer;
    }
    if (category == "Diagnosis") {
        Json answer = success();
        answer["POIStatus"] = {{"GlobalStatus", m_pending ? "Busy" : "OK"}};
        return answer;
    }
    if (category == "Reversal")
        return reverse(header, body);
    if (category == "TransactionStatus")
        return statusOf(body);
    if (category == "Abort") {
        abort(body);
        return {};
    }
    if (category != "Reconciliation")
        return failure("UnavailableService");
    double paid = 0;
    int count = 0;
    double back = 0;
    for (const auto& booking : m_bookings) {
        if (!booking.condition.empty())
            continue;
        const bool pays = booking.kind == "payment";
        (pays ? paid : back) += static_cast<double>(booking.amount) / 100;
        count += pays ? 1 : 0;
    }
    Json answer = success();
    answer["POIReconciliationID"] = "1";
    answer["TransactionTotals"] = Json::array({{{"PaymentInstrumentType", "Card"},
        {"PaymentTotals",
            Json::array({{{"TransactionType", "Debit"}, {"TransactionCount", count},
                             {"TransactionAmount", paid}},
                {{"TransactionType", "Credit"}, {"TransactionCount", 0},
                    {"TransactionAmount", back}}})}}});
    return answer;
}

void NexoSimulator::book(NexoBooking booking)
{
    booking.transaction = "T" + std::to_string(1000 + m_bookings.size());
    m_bookings.push_back(booking);
    m_listener(booking);
}

void NexoSimulator::beginPayment(
    const Json& header, const Json& body, const sync::HttpRespond& respond)
{
    const Json amounts = member(member(body, "PaymentTransaction"), "AmountsReq");
    NexoBooking booking;
    booking.service = word(header, "ServiceID");
    booking.kind =
        word(member(body, "PaymentData"), "PaymentType") == "Refund" ? "refund" : "payment";
    booking.amount = m_faults.wrongAmount.value_or(cents(member(amounts, "RequestedAmount")));
    const bool known =
        std::ranges::find(m_bookings, booking.service, &NexoBooking::service) != m_bookings.end();
    const char* refusal = nullptr;
    if (m_faults.busy || m_pending)
        refusal = "Busy";
    else if (known)
        refusal = "NotAllowed";
    else if (word(amounts, "Currency") != m_habits.currency || booking.amount <= 0)
        refusal = "MessageFormat";
    if (refusal)
        return respond({200, {}, messageFor(header, "Payment", failure(refusal)).dump()});
    m_pending = Pending{booking, header, respond};
    m_abort = false;
    m_host->after(m_habits.step, [this, service = booking.service] {
        const std::lock_guard lock(m_mutex);
        finishPayment(service);
    });
}

void NexoSimulator::finishPayment(const std::string& service)
{
    if (!m_pending || m_pending->booking.service != service)
        return;
    auto pending = std::move(*m_pending);
    m_pending.reset();
    if (m_abort)
        pending.booking.condition = "Aborted";
    else if (m_faults.customerAborts)
        pending.booking.condition = "Cancel";
    else if (m_faults.decline)
        pending.booking.condition = "Refusal";
    book(pending.booking);
    pending.respond(
        {200, {}, messageFor(pending.header, "Payment", resultOf(m_bookings.back())).dump()});
}

void NexoSimulator::abort(const Json& body)
{
    const std::string service = word(member(body, "MessageReference"), "ServiceID");
    if (m_faults.ignoreAbort || !m_pending || m_pending->booking.service != service)
        return;
    m_abort = true;
    finishPayment(service);
}

Json NexoSimulator::reverse(const Json& header, const Json& body)
{
    const Json original = member(member(body, "OriginalPOITransaction"), "POITransactionID");
    const auto paid =
        std::ranges::find(m_bookings, word(original, "TransactionID"), &NexoBooking::transaction);
    NexoBooking booking;
    booking.service = word(header, "ServiceID");
    booking.kind = "reversal";
    if (m_faults.busy)
        return failure("Busy");
    if (paid == m_bookings.end() || !paid->condition.empty() || paid->kind != "payment")
        return failure("NotFound");
    booking.amount = body.contains("ReversedAmount") ? cents(member(body, "ReversedAmount"))
                                                     : paid->amount - paid->reversed;
    if (m_faults.decline || booking.amount <= 0 || paid->reversed + booking.amount > paid->amount)
        booking.condition = "Refusal";
    else
        paid->reversed += booking.amount;
    book(booking);
    return resultOf(m_bookings.back());
}

Json NexoSimulator::statusOf(const Json& body)
{
    if (m_faults.noStatus)
        return failure("UnavailableService");
    const Json reference = member(body, "MessageReference");
    const std::string service = word(reference, "ServiceID");
    if (m_pending && m_pending->booking.service == service)
        return failure("InProgress");
    const auto found = std::ranges::find(m_bookings, service, &NexoBooking::service);
    if (found == m_bookings.end())
        return failure("NotFound");
    const std::string kind = found->kind == "reversal" ? "Reversal" : "Payment";
    Json answer = success();
    answer["RepeatedMessageResponse"] = {
        {"MessageHeader", {{"MessageCategory", kind}, {"ServiceID", service}}},
        {"RepeatedResponseMessageBody", {{kind + "Response", resultOf(*found)}}}};
    return answer;
}

Json NexoSimulator::resultOf(const NexoBooking& booking) const
{
    Json answer =
        booking.condition.empty() ? success() : failure(booking.condition.c_str(), "not charged");
    const double amount = static_cast<double>(booking.amount) / 100;
    answer["POIData"] = {{"POITransactionID",
        {{"TransactionID", booking.transaction}, {"TimeStamp", "2026-01-02T03:04:05Z"}}}};
    if (booking.kind == "reversal") {
        answer["ReversedAmount"] = amount;
        return answer;
    }
    answer["PaymentResult"] = {
        {"PaymentInstrumentData",
            {{"CardData", {{"PaymentBrand", "VISA"}, {"MaskedPan", m_habits.card}}}}},
        {"PaymentAcquirerData", {{"ApprovalCode", "K7Q2"}, {"AcquirerPOIID", "52000123"}}}};
    if (booking.condition.empty())
        answer["PaymentResult"]["AmountsResp"] = {
            {"Currency", m_habits.currency}, {"AuthorizedAmount", amount}};
    answer["PaymentReceipt"] = Json::array();
    for (const char* reader : {"CashierReceipt", "CustomerReceipt"})
        answer["PaymentReceipt"].push_back({{"DocumentQualifier", reader},
            {"OutputContent",
                {{"OutputFormat", "Text"},
                    {"OutputText",
                        Json::array(
                            {{{"Text", reader}}, {{"Text", "No. " + booking.transaction}}})}}}});
    return answer;
}

Result<NexoFaults> applyNexoFault(NexoFaults faults, const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    if (fault == "clear")
        return NexoFaults{};
    BL_TRY(const bool taken, takeHttpFault(faults.line, command));
    if (taken)
        return faults;
    if (fault == "slow") {
        BL_TRY(const auto slow, numberOfFault(command, "milliseconds", 5'000));
        faults.line.slow = std::chrono::milliseconds(slow);
    } else if (fault == "decline") {
        faults.decline = true;
    } else if (fault == "customer-aborts") {
        faults.customerAborts = true;
    } else if (fault == "busy") {
        faults.busy = true;
    } else if (fault == "wrong-amount") {
        BL_TRY(faults.wrongAmount, numberOfFault(command, "amount", 1));
    } else if (fault == "no-status") {
        faults.noStatus = true;
    } else if (fault == "ignore-abort") {
        faults.ignoreAbort = true;
    } else {
        return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
    }
    return faults;
}

}  // namespace bl::sim
