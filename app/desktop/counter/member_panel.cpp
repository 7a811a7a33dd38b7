#include "app/desktop/counter/member_panel.h"

#include "app/desktop/actions.h"
#include "app/desktop/counter/member_card.h"
#include "app/desktop/widgets/action_button.h"
#include "app/text/time_text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kNameWidth = 150;

}  // namespace

MemberPanel::MemberPanel(const Theme& theme, ActionCollection& actions, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
{
    m_somebody = newMember();
    m_nobody = newNobody();
    setStyleProperty(*this, "look", QStringLiteral("panel"));
    const int padding = theme.size(Size::Space4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->addWidget(m_somebody);
    column->addWidget(m_nobody);
    m_find->setAction(actions.action(ActionId::Member));
    connect(m_remove, &QPushButton::clicked, this, &MemberPanel::removeRequested);
    setMember(std::nullopt);
}

QWidget* MemberPanel::newMember()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.size(Size::Space3));
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.size(Size::Space3));
    m_avatar = new Avatar(m_theme, part);
    head->addWidget(m_avatar);
    auto* names = new QVBoxLayout;
    names->setSpacing(m_theme.size(Size::Space1));
    auto* first = new QHBoxLayout;
    first->setSpacing(m_theme.size(Size::Space2));
    m_name = newLabel(TextLook::Title, part);
    m_tier = new Badge(Tone::Accent, part);
    m_birthday = new Badge(Tone::Warning, part);
    first->addWidget(m_name);
    first->addWidget(m_tier);
    first->addWidget(m_birthday);
    first->addStretch(1);
    names->addLayout(first);
    m_since = newLabel(TextLook::Small, part);
    m_number = newLabel(TextLook::Small, part);
    names->addWidget(m_since);
    names->addWidget(m_number);
    head->addLayout(names, 1);
    m_remove = new ActionButton(m_theme, part);
    m_remove->setDrawing(Icon::Close);
    m_remove->setEmphasis(ActionButton::Emphasis::Quiet);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    column->addLayout(head);
    m_note = new Note(m_theme, part);
    column->addWidget(m_note);
    return part;
}

QWidget* MemberPanel::newNobody()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.size(Size::Space3));
    m_hint = newLabel(TextLook::Muted, part);
    m_hint->setWordWrap(true);
    m_find = new ActionButton(m_theme, part);
    m_find->setArrangement(ActionButton::Arrangement::Beside);
    m_find->setDrawing(Icon::Member);
    row->addWidget(m_hint, 1);
    row->addWidget(m_find);
    return part;
}

void MemberPanel::setMember(const std::optional<MemberCard>& member)
{
    m_member = member;
    m_somebody->setVisible(member.has_value());
    m_nobody->setVisible(!member);
    retranslate();
}

void MemberPanel::retranslate()
{
    m_hint->setText(tr("No member. Find one, or register a new one."));
    m_remove->setAccessibleName(tr("Take the member off the ticket"));
    m_remove->setToolTip(m_remove->accessibleName());
    if (!m_member)
        return;
    const members::Member& member = m_member->member;
    const QString name = QString::fromStdString(member.name);
    m_avatar->setPerson(name);
    m_name->setText(QFontMetrics(m_theme.font(Size::TextTitle, Weight::Bold))
                        .elidedText(name, Qt::ElideRight, kNameWidth * m_theme.scale() / 100));
    m_name->setToolTip(name);
    m_tier->setText(m_member->tier);
    m_tier->setVisible(!m_member->tier.isEmpty());
    m_birthday->setText(tr("Birthday"));
    m_birthday->setToolTip(tr("It is the member's birthday today"));
    m_birthday->setVisible(m_member->birthdayToday);
    QString since;
    if (!member.since.empty())
        since = tr("Member since %1").arg(QString::fromStdString(member.since).left(4));
    const QString phone = shownPhone(member.phone);
    if (!phone.isEmpty())
        since += since.isEmpty() ? phone : QStringLiteral(" · ") + phone;
    m_since->setText(since);
    m_since->setVisible(!since.isEmpty());
    m_number->setText(tr("Number %1").arg(QString::fromStdString(member.number)));
    m_note->setText(QString::fromStdString(member.note));
}

void MemberPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        retranslate();
}

}  // namespace bl::desktop
