#include "app/desktop/counter/member_presenter.h"

#include "app/desktop/counter/member_card.h"
#include "app/desktop/till/till.h"

namespace bl::desktop {

namespace {

constexpr int kMemberSearchDelayMs = 80;
constexpr std::int64_t kMemberResults = 50;

}  // namespace

MemberPresenter::MemberPresenter(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kMemberSearchDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &MemberPresenter::runSearch);
}

void MemberPresenter::search(const QString& text)
{
    m_query = text.trimmed();
    if (!m_query.isEmpty()) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    Q_EMIT found(m_query, {});
}

void MemberPresenter::runSearch()
{
    ++m_searches;
    m_till.read(
        this,
        [text = m_query.toStdString(), now = m_till.clock().now()](
            TillQueries& queries) { return findMembers(queries, text, kMemberResults, now); },
        [this, query = m_query](Result<std::vector<MemberCard>> members) {
            --m_searches;
            if (query != m_query)
                return;
            if (members)
                Q_EMIT found(query, *members);
            else
                Q_EMIT failed(members.error());
        });
}

void MemberPresenter::listTiers()
{
    m_till.read(
        this, [](TillQueries& queries) { return queries.members.tiers(); },
        [this](Result<std::vector<members::Tier>> tiers) {
            if (tiers)
                Q_EMIT tiersListed(*tiers);
            else
                Q_EMIT failed(tiers.error());
        });
}

void MemberPresenter::create(
    const QString& phone, const QString& name, const std::optional<TierId>& tier)
{
    if (m_creating)
        return;
    members::Member draft;
    draft.name = name.trimmed().toStdString();
    draft.phone = phone.trimmed().toStdString();
    draft.tier = tier;
    m_creating = true;
    m_till.write(
        this,
        [draft = std::move(draft), by = m_cashier](
            TillServices& services) { return services.members.create(draft, by); },
        [this](Result<members::Member> made) {
            m_creating = false;
            if (!made) {
                Q_EMIT failed(made.error());
                return;
            }
            m_till.read(
                this,
                [member = *made, now = m_till.clock().now()](
                    TillQueries& queries) -> Result<MemberCard> {
                    BL_TRY(const auto site, queries.site.load());
                    return memberCard(queries, member, site.timeZone.dayAt(now));
                },
                [this](Result<MemberCard> card) {
                    if (card)
                        Q_EMIT created(*card);
                    else
                        Q_EMIT failed(card.error());
                });
        });
}

}  // namespace bl::desktop
