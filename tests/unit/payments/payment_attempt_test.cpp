#include "core/payments/payment_attempt.h"
#include "tests/support/catch.h"

#include <array>
#include <vector>

using namespace bl;
using namespace bl::payments;
using enum PaymentState;

namespace {

constexpr std::array kAll{Created, Sent, Interacting, Approved, Declined, Aborted, Unknown};
constexpr std::array kAnswers{Approved, Declined, Aborted, Unknown};

PaymentAttempt attemptOf(std::int64_t minor, PaymentState state)
{
    PaymentAttempt attempt;
    attempt.amount = Money::minor(minor);
    attempt.currency = "CNY";
    attempt.state = state;
    return attempt;
}

PaymentOutcome outcomeOf(PaymentState state, std::int64_t minor)
{
    PaymentOutcome outcome;
    outcome.state = state;
    outcome.evidence.result = "00";
    outcome.evidence.trace = "000041";
    outcome.evidence.amount = Money::minor(minor);
    return outcome;
}

/// Every sequence of moves of that length, from Created.
template <typename Visit>
void forEverySequence(int length, std::vector<PaymentState>& states, Visit visit)
{
    visit(states);
    if (length == 0)
        return;
    for (const auto next : kAll) {
        if (!mayFollow(states.back(), next))
            continue;
        states.push_back(next);
        forEverySequence(length - 1, states, visit);
        states.pop_back();
    }
}

}  // namespace

TEST_CASE("A payment's states and kinds have names that read back", "[payments]")
{
    for (const auto state : kAll)
        CHECK(findState(stateName(state)) == state);
    for (const auto kind : {PaymentKind::Authorisation, PaymentKind::Reversal, PaymentKind::Refund})
        CHECK(findKind(kindName(kind)) == kind);
    CHECK_FALSE(findState("paid"));
    CHECK_FALSE(findKind(""));
}

TEST_CASE("No sequence of states leaves a final one, or charges without sending", "[payments]")
{
    int sequences = 0;
    std::vector<PaymentState> states{Created};
    forEverySequence(8, states, [&](const std::vector<PaymentState>& sequence) {
        ++sequences;
        bool sent = false;
        bool settledBefore = false;
        for (const auto state : sequence) {
            REQUIRE_FALSE(settledBefore);
            settledBefore = !isUnsettled(state);
            if (state == Approved || state == Declined || state == Unknown)
                REQUIRE(sent);
            sent = sent || state == Sent;
        }
    });
    CHECK(sequences > 10);
    for (const auto state : kAll)
        CHECK_FALSE(mayFollow(state, Created));
    for (const auto state : {Approved, Declined, Aborted}) {
        for (const auto next : kAll)
            CHECK_FALSE(mayFollow(state, next));
    }
}

TEST_CASE("What was sent can always become unknown, and unknown can still be settled", "[payments]")
{
    for (const auto state : {Sent, Interacting})
        CHECK(mayFollow(state, Unknown));
    CHECK_FALSE(mayFollow(Created, Unknown));
    for (const auto state : {Approved, Declined, Aborted})
        CHECK(mayFollow(Unknown, state));
    CHECK_FALSE(mayFollow(Unknown, Sent));
}

TEST_CASE("Only an approval of the amount that was asked for approves", "[payments]")
{
    for (const auto state : kAll) {
        for (const auto answer : kAnswers) {
            for (const std::int64_t minor : {999, 1000, 1001, 0}) {
                const auto before = attemptOf(1000, state);
                const auto after = settled(before, outcomeOf(answer, minor), fromMillis(7));
                INFO(stateName(state) << " + " << stateName(answer) << " of " << minor);
                if (after.state == Approved && state != Approved)
                    CHECK((answer == Approved && minor == 1000));
                if (after.state != state)
                    CHECK(mayFollow(state, after.state));
                if (!isUnsettled(state))
                    CHECK(after == before);
                if (state == Sent && answer == Approved)
                    CHECK(after.state == (minor == 1000 ? Approved : Unknown));
            }
        }
    }
    auto silent = outcomeOf(Approved, 0);
    silent.evidence.amount.reset();
    CHECK(settled(attemptOf(1000, Sent), silent, {}).state == Unknown);
}

TEST_CASE(
    "A late answer settles an unknown payment, and silence takes no evidence away", "[payments]")
{
    auto attempt = settled(attemptOf(1000, Interacting), outcomeOf(Unknown, 1000), fromMillis(5));
    REQUIRE(attempt.state == Unknown);
    const auto still = settled(attempt, PaymentOutcome{}, fromMillis(6));
    CHECK(still.state == Unknown);
    CHECK(still.evidence == attempt.evidence);
    const auto late = settled(still, outcomeOf(Approved, 1000), fromMillis(9));
    CHECK(late.state == Approved);
    CHECK(late.changedAt == fromMillis(9));
    CHECK(settled(late, outcomeOf(Declined, 1000), fromMillis(10)) == late);
}
