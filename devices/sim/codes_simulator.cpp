#include "devices/sim/codes_simulator.h"

#include "core/base/hmac.h"
#include "core/base/json.h"

#include <cstdlib>
#include <ctime>
#include <sstream>
#include <vector>

namespace bl::sim {

namespace {

using payments::PaymentAttempt;
using payments::PaymentKind;
using payments::PaymentState;

constexpr std::int64_t kLongestClockError = 300;

const char* wordOf(PaymentState state)
{
    switch (state) {
    case PaymentState::Approved: return "approved";
    case PaymentState::Declined: return "declined";
    case PaymentState::Aborted: return "closed";
    default: return "open";
    }
}

std::string textIn(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

sync::HttpResponse problem(int status, const std::string& word)
{
    return {status, {}, Json{{"error", word}}.dump()};
}

}  // namespace

CodesSimulator::CodesSimulator(CodesHabits habits, Listener listener)
    : m_habits(std::move(habits))
    , m_listener(std::move(listener))
{
}

CodesSimulator::~CodesSimulator() = default;

Result<std::unique_ptr<CodesSimulator>> CodesSimulator::start(
    const TcpPlug& plug, CodesHabits habits, Listener listener)
{
    std::unique_ptr<CodesSimulator> simulator(
        new CodesSimulator(std::move(habits), std::move(listener)));
    BL_TRY(simulator->m_host,
        HttpHost::start(plug, simulator->m_habits.proof,
            [&self = *simulator](const sync::HttpRequest& request,
                const sync::HttpRespond& respond) { self.serve(request, respond); }));
    return simulator;
}

std::string CodesSimulator::timeNow() const
{
    return std::to_string(std::time(nullptr) + m_habits.clockError.count());
}

/// Why a request is not served; empty where it is.
std::string CodesSimulator::refusalOf(const sync::HttpRequest& request) const
{
    const auto field = [&](const char* name) {
        return std::string(request.headers.find(name));
    };
    const auto time = field("Branchline-Time");
    std::ostringstream text;
    text << request.method << '\n'
         << request.target << '\n'
         << field("Branchline-Merchant") << '\n'
         << time << '\n'
         << field("Branchline-Nonce") << '\n'
         << request.body;
    if (field("Branchline-Merchant") != m_habits.merchant)
        return "merchant";
    if (hmacSha256(m_habits.key, text.str()).toHex() != field("Branchline-Signature"))
        return "signature";
    const auto apart =
        std::strtoll(time.c_str(), nullptr, 10) - std::strtoll(timeNow().c_str(), nullptr, 10);
    return std::abs(apart) > kLongestClockError ? "clock" : "";
}

void CodesSimulator::serve(const sync::HttpRequest& request, const sync::HttpRespond& respond)
{
    const std::string refusal = refusalOf(request);
    auto given = refusal.empty() ? answer(request) : problem(401, refusal);
    m_listener({request.method, request.target, given.status});
    // The gateway's own books lost it: nothing is said.
    if (given.status == 0)
        return;
    const std::string time = timeNow();
    given.headers.add("Content-Type", "application/json");
    given.headers.add("Branchline-Time", time);
    if (refusal.empty()) {
        std::ostringstream text;
        text << given.status << '\n'
             << time << '\n'
             << request.headers.find("Branchline-Nonce") << '\n'
             << given.body;
        const std::string key = m_badSignature ? "another key" : m_habits.key;
        given.headers.add("Branchline-Signature", hmacSha256(key, text.str()).toHex());
    }
    respond(std::move(given));
}

/// Does what a request asks for.
sync::HttpResponse CodesSimulator::answer(const sync::HttpRequest& request)
{
    std::istringstream path(request.target);
    std::vector<std::string> steps;
    for (std::string step; std::getline(path, step, '/');) {
        if (!step.empty())
            steps.push_back(step);
    }
    if (!steps.empty() && steps[0] == "v1")
        steps.erase(steps.begin());
    const bool posts = request.method == "POST";
    if (steps.size() == 1 && steps[0] == "status" && !posts)
        return {200, {}, Json{{"status", "ok"}, {"name", m_habits.name}}.dump()};
    const bool refunds = !steps.empty() && steps[0] == "refunds";
    const bool closes = steps.size() == 3 && steps[2] == "close" && !refunds;
    if ((steps.size() != 2 && !closes) || (!refunds && steps[0] != "payments"))
        return problem(404, "path");
    const auto id = payments::PaymentId::parse(steps[1]);
    const Json body = Json::parse(request.body, nullptr, false);
    if (!id || (posts && !body.is_object()))
        return problem(400, "request");
    PaymentAttempt attempt;
    attempt.id = *id;
    attempt.kind = refunds ? PaymentKind::Refund : PaymentKind::Authorisation;
    attempt.currency = "CNY";
    payments::PaymentOutcome said;
    if (!posts) {
        said = m_books.query(attempt);
        if (said.state == PaymentState::Aborted && !said.evidence.amount)
            return problem(404, "payment");
    } else {
        const auto amount = body.find("amount");
        if (amount == body.end() || !amount->is_number_integer())
            return problem(400, "amount");
        attempt.amount = Money::minor(amount->get<std::int64_t>());
        if (textIn(body, "currency") != attempt.currency)
            return problem(422, "currency");
        if (refunds) {
            PaymentAttempt original;
            const auto paid = payments::PaymentId::parse(textIn(body, "payment"));
            if (!paid)
                return problem(422, "payment");
            original.id = *paid;
            said = m_books.refund(attempt, original);
        } else {
            said = closes ? m_books.close(attempt) : m_books.charge(attempt, textIn(body, "code"));
        }
    }
    if (said.state == PaymentState::Unknown)
        return {0, {}, {}};
    const auto& evidence = said.evidence;
    const std::int64_t minor = evidence.amount ? evidence.amount->minor() : attempt.amount.minor();
    return {200, {},
        Json{{"id", steps[1]}, {"state", wordOf(said.state)}, {"amount", minor},
            {"currency", attempt.currency}, {"number", evidence.trace}, {"payer", evidence.card},
            {"approval", evidence.approval}}
            .dump()};
}

CodesFaults CodesSimulator::faults() const
{
    return {m_bookFaults, m_host->faults(), m_badSignature};
}

void CodesSimulator::setFaults(const CodesFaults& faults)
{
    m_bookFaults = faults.books;
    m_books.setFaults(faults.books);
    m_host->setFaults(faults.line);
    m_badSignature = faults.badSignature;
}

Result<CodesFaults> applyCodesFault(CodesFaults faults, const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    if (fault == "clear")
        return CodesFaults{};
    BL_TRY(const bool taken, takeHttpFault(faults.line, command));
    if (taken)
        return faults;
    if (fault == "decline") {
        faults.books.decline = true;
    } else if (fault == "unconfirmed") {
        faults.books.confirmAfter = -1;
    } else if (fault == "confirm-late") {
        BL_TRY(const auto questions, numberOfFault(command, "questions", 2));
        faults.books.confirmAfter = static_cast<int>(questions);
    } else if (fault == "wrong-amount") {
        BL_TRY(faults.books.wrongAmount, numberOfFault(command, "amount", 1));
    } else if (fault == "late-request") {
        faults.books.delayRequest = true;
    } else if (fault == "bad-signature") {
        faults.badSignature = true;
    } else {
        return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
    }
    return faults;
}

}  // namespace bl::sim
