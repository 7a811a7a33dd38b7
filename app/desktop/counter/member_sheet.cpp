#include "app/desktop/counter/member_sheet.h"

#include "app/desktop/counter/member_card.h"
#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "core/payments/card_number.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kMemberCard = 640;
constexpr int kMembersAtOnce = 6;

}  // namespace

MemberSheet::MemberSheet(
    MemberPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_nothing(newLabel(TextLook::Muted, this))
    , m_register(new ActionButton(theme, this))
{
    setCardWidth(kMemberCard);
    body()->addWidget(m_field);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ResultDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(kMembersAtOnce * theme.size(Size::Control));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFixedHeight(kMembersAtOnce * theme.size(Size::Control));
    m_list->hide();
    body()->addWidget(m_list);
    body()->addWidget(m_nothing);
    addBack();
    m_register->setArrangement(ActionButton::Arrangement::Beside);
    m_register->setDrawing(Icon::MemberAdd);
    m_register->setHint(QStringLiteral("F3"));
    footer()->addWidget(m_register, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    m_choose = addPrimary();
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_chooseWhenFound = false;
        clearError();
        m_presenter.search(text);
    });
    connect(m_field, &QLineEdit::returnPressed, this, &MemberSheet::choose);
    connect(m_choose, &QPushButton::clicked, this, &MemberSheet::choose);
    connect(m_list, &QListView::clicked, this, [this] { choose(); });
    connect(m_register, &QPushButton::clicked, this,
        [this] { Q_EMIT registerRequested(m_field->text().trimmed()); });
    connect(&presenter, &MemberPresenter::found, this, &MemberSheet::show);
    retranslate();
}

void MemberSheet::open()
{
    if (isOpen())
        return;
    m_field->clear();
    show({}, {});
    openAt(m_field);
}

void MemberSheet::show(const QString& query, const std::vector<MemberCard>& members)
{
    m_answered = query;
    m_members = members;
    m_model->clear();
    for (const MemberCard& card : members) {
        auto* item = new QStandardItem(QString::fromStdString(card.member.name));
        item->setData(static_cast<int>(Icon::Member), IconRole);
        const QString phone = shownPhone(card.member.phone);
        const QString number = QString::fromStdString(card.member.number);
        item->setData(
            phone.isEmpty() ? number : number + QStringLiteral(" · ") + phone, DetailRole);
        item->setData(card.tier, TrailingRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    m_list->setVisible(!members.empty());
    m_nothing->setVisible(members.empty());
    if (!members.empty())
        m_list->setCurrentIndex(m_model->index(0, 0));
    retranslate();
    if (std::exchange(m_chooseWhenFound, false) && members.size() == 1)
        choose();
}

void MemberSheet::choose()
{
    if (!isOpen())
        return;
    // A scanned card: Enter is here before the answer.
    if (m_answered != m_field->text().trimmed()) {
        m_chooseWhenFound = true;
        return;
    }
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_members.size()))
        return;
    const MemberCard member = m_members[static_cast<std::size_t>(row)];
    dismiss();
    Q_EMIT chosen(member);
}

void MemberSheet::moveChoice(int step)
{
    if (m_members.empty())
        return;
    const int last = static_cast<int>(m_members.size()) - 1;
    m_list->setCurrentIndex(
        m_model->index(std::clamp(m_list->currentIndex().row() + step, 0, last), 0));
}

void MemberSheet::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down: moveChoice(1); break;
    case Qt::Key_Up: moveChoice(-1); break;
    case Qt::Key_F3: m_register->click(); break;
    default: CounterSheet::keyPressEvent(event); return;
    }
    event->accept();
}

bool MemberSheet::take(const DeviceEvent& event)
{
    std::string number;
    if (const auto* code = std::get_if<CodeScanned>(&event))
        number = code->code;
    else if (const auto* card = std::get_if<CardSeen>(&event))
        number = card->number;
    const auto* refused = std::get_if<CardRefused>(&event);
    if (number.empty() && !refused)
        return false;
    clearError();
    if (refused && refused->reason == CardRefused::Reason::Unreadable)
        fail(Error{ErrorCode::CardUnreadable, {}}, std::nullopt);
    else if (refused || payments::isPaymentCard(number))
        fail(Error{ErrorCode::PaymentCardRefused, {}}, std::nullopt);
    if (refused || payments::isPaymentCard(number))
        return true;
    m_field->setText(QString::fromStdString(number));
    choose();
    return true;
}

void MemberSheet::retranslate()
{
    setTitle(tr("Member"));
    m_field->setPlaceholderText(tr("Phone digits, name, initials or card number"));
    m_field->setAccessibleName(tr("Search for a member"));
    m_list->setAccessibleName(tr("Members found"));
    m_nothing->setText(m_answered.isEmpty()
            ? tr("Type any four digits of the phone number, the beginning of the name, or pinyin "
                 "initials.")
            : tr("No member found for “%1”. Check the digits, or register a new member.")
                  .arg(m_answered));
    m_register->setText(tr("New member"));
    m_choose->setText(tr("Choose"));
}

}  // namespace bl::desktop
