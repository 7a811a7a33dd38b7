#include "app/desktop/counter/new_member_sheet.h"

#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kNewMemberCard = 520;

bool isPhone(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isDigit() || c == QLatin1Char('+');
    });
}

}  // namespace

NewMemberSheet::NewMemberSheet(
    MemberPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_phoneLabel(newLabel(TextLook::Small, this))
    , m_phone(new QLineEdit(this))
    , m_nameLabel(newLabel(TextLook::Small, this))
    , m_name(new QLineEdit(this))
    , m_tierLabel(newLabel(TextLook::Small, this))
    , m_tierRow(new QHBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setCardWidth(kNewMemberCard);
    m_tierRow->setSpacing(theme.size(Size::Space2));
    m_tierRow->addStretch(1);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_phoneLabel, m_phone, m_nameLabel, m_name, m_tierLabel})
        body()->addWidget(widget);
    body()->addLayout(m_tierRow);
    m_tierLabel->hide();
    addBack();
    footer()->addStretch(1);
    m_submit = addPrimary();
    connect(m_phone, &QLineEdit::returnPressed, this, [this] {
        if (m_name->text().trimmed().isEmpty())
            m_name->setFocus(Qt::OtherFocusReason);
        else
            submit();
    });
    connect(m_name, &QLineEdit::returnPressed, this, &NewMemberSheet::submit);
    connect(m_submit, &QPushButton::clicked, this, &NewMemberSheet::submit);
    connect(&presenter, &MemberPresenter::tiersListed, this, &NewMemberSheet::showTiers);
    connect(&presenter, &MemberPresenter::created, this, [this](const MemberCard& member) {
        dismiss();
        Q_EMIT registered(member);
    });
    retranslate();
}

void NewMemberSheet::open(const QString& typed)
{
    if (isOpen())
        return;
    m_phone->setText(isPhone(typed) ? typed : QString());
    m_name->setText(isPhone(typed) ? QString() : typed);
    m_presenter.listTiers();
    openAt(m_phone->text().isEmpty() ? m_phone : m_name);
}

void NewMemberSheet::showTiers(const std::vector<members::Tier>& tiers)
{
    for (QAbstractButton* old : m_group->buttons())
        delete old;
    m_tiers = tiers;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        auto* chip = new ActionButton(theme(), this);
        chip->setText(QString::fromStdString(tiers[i].name));
        chip->setCheckable(true);
        m_group->addButton(chip, static_cast<int>(i));
        m_tierRow->insertWidget(static_cast<int>(i), chip);
        chip->show();
    }
    // The lowest one is what everybody starts with.
    if (!tiers.empty())
        m_group->button(0)->setChecked(true);
    m_tierLabel->setVisible(!tiers.empty());
}

void NewMemberSheet::submit()
{
    if (!isOpen())
        return;
    clearError();
    const int tier = m_group->checkedId();
    const bool chosen = tier >= 0 && tier < static_cast<int>(m_tiers.size());
    m_presenter.create(m_phone->text(), m_name->text(),
        chosen ? std::optional{m_tiers[static_cast<std::size_t>(tier)].id} : std::nullopt);
}

void NewMemberSheet::retranslate()
{
    setTitle(tr("New member"));
    m_phoneLabel->setText(tr("Phone"));
    m_phone->setAccessibleName(m_phoneLabel->text());
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(m_nameLabel->text());
    m_tierLabel->setText(tr("Tier"));
    m_submit->setText(tr("Register"));
}

}  // namespace bl::desktop
