#include "app/desktop/shift/close_shift_sheet.h"

#include "app/desktop/shift/denominations.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/number_pad.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kMostPieces = 99'999;
constexpr int kLeastRowsOfPieces = 4;

}  // namespace

CloseShiftSheet::CloseShiftSheet(ShiftDesk& desk, const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_desk(desk)
    , m_theme(theme)
    , m_explanation(newLabel(TextLook::Muted, this))
    , m_banner(new Banner(theme, this))
    , m_table(new QWidget(this))
    , m_tableTitle(newLabel(TextLook::Plain, m_table))
    , m_caption(newLabel(TextLook::Plain, this))
    , m_total(new QLineEdit(this))
    , m_pad(new NumberPad(theme, NumberPad::Kind::Decimal, this))
    , m_back(new ActionButton(theme, this))
    , m_report(new ActionButton(theme, this))
    , m_close(new PrimaryButton(theme, this))
{
    setCardWidth(820);
    m_explanation->setWordWrap(true);
    setStyleProperty(*m_total, "look", QStringLiteral("amount"));
    m_total->setAlignment(Qt::AlignRight);
    m_total->setMaxLength(14);
    m_total->installEventFilter(this);
    m_caption->setBuddy(m_total);
    m_pad->setTarget(m_total);
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    m_back->setHint(QStringLiteral("Esc"));
    m_report->setArrangement(ActionButton::Arrangement::Beside);
    m_close->setArrangement(ActionButton::Arrangement::Beside);
    m_close->setHint(QStringLiteral("Enter"));

    auto* right = new QVBoxLayout;
    right->setSpacing(theme.size(Size::Space2));
    right->addWidget(m_caption);
    right->addWidget(m_total);
    right->addWidget(m_pad, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme.size(Size::Space6));
    columns->addWidget(m_table, 1);
    columns->addLayout(right, 1);
    body()->addWidget(m_explanation);
    body()->addWidget(m_banner);
    body()->addLayout(columns, 1);
    footer()->addWidget(m_back, 0, Qt::AlignVCenter);
    footer()->addWidget(m_report, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    footer()->addWidget(m_close);

    connect(m_back, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    connect(m_report, &QPushButton::clicked, this, &CloseShiftSheet::reportRequested);
    connect(m_close, &QPushButton::clicked, this, &CloseShiftSheet::submit);
    connect(m_total, &QLineEdit::returnPressed, this, &CloseShiftSheet::submit);
    connect(m_total, &QLineEdit::textEdited, m_banner, &Banner::clear);
    connect(&m_desk, &ShiftDesk::closed, this, &Sheet::dismiss);
    connect(&m_desk, &ShiftDesk::failed, this, [this](const Error& error) {
        if (isOpen())
            m_banner->say({Tone::Danger, text::sentence(error, m_format->money), {}});
    });
    retranslate();
}

void CloseShiftSheet::ask(const ShiftFormat& format)
{
    const bool sameCurrency = m_format && m_format->money.currency == format.money.currency;
    m_format = format;
    if (!sameCurrency)
        makePieces();
    for (const auto& pieces : m_pieces)
        pieces.count->clear();
    m_total->clear();
    m_pad->setTarget(m_total);
    m_banner->clear();
    m_report->setVisible(m_desk.maySeeExpected());
    retranslate();
    openAt(m_total);
}

void CloseShiftSheet::makePieces()
{
    delete m_table->layout();
    for (const auto& pieces : m_pieces) {
        delete pieces.label;
        delete pieces.count;
    }
    m_pieces.clear();
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.size(Size::Space3));
    grid->setVerticalSpacing(m_theme.size(Size::Space2));
    const auto values = denominationsOf(m_format->money.currency);
    const int rows = std::max(kLeastRowsOfPieces, (static_cast<int>(values.size()) + 1) / 2);
    grid->addWidget(m_tableTitle, 0, 0, 1, 4);
    for (const Money value : values) {
        const int place = static_cast<int>(m_pieces.size());
        auto* label = newLabel(TextLook::Plain, m_table);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* count = new QLineEdit(m_table);
        count->setValidator(new QIntValidator(0, kMostPieces, count));
        count->setAlignment(Qt::AlignRight);
        count->setMaxLength(5);
        count->installEventFilter(this);
        grid->addWidget(label, 1 + place % rows, 2 * (place / rows));
        grid->addWidget(count, 1 + place % rows, 2 * (place / rows) + 1);
        connect(count, &QLineEdit::textChanged, this, &CloseShiftSheet::addUp);
        connect(count, &QLineEdit::returnPressed, this, [this] { focusNextPrevChild(true); });
        m_pieces.push_back({value, label, count});
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->setRowStretch(rows + 1, 1);
    m_table->setVisible(!m_pieces.empty());
}

void CloseShiftSheet::addUp()
{
    std::int64_t sum = 0;
    bool any = false;
    for (const auto& pieces : m_pieces) {
        any = any || !pieces.count->text().isEmpty();
        sum += pieces.value.minor() * pieces.count->text().toInt();
    }
    if (any)
        m_total->setText(
            QString::fromStdString(plainMoney(Money::minor(sum), m_format->money.currency)));
}

void CloseShiftSheet::submit()
{
    if (!m_format)
        return;
    const QString typed = m_total->text().trimmed();
    const auto amount = typedAmount(typed, m_format->money.currency);
    if (!amount) {
        m_banner->say({Tone::Danger,
            typed.isEmpty()
                ? tr("Count the drawer first. An empty drawer is 0.")
                : text::sentence(Error{ErrorCode::InvalidNumber, {typed.toStdString()}}),
            {}});
        m_total->setFocus(Qt::OtherFocusReason);
        m_total->selectAll();
        return;
    }
    m_desk.close(*amount);
}

void CloseShiftSheet::retranslate()
{
    setTitle(tr("Close the shift"));
    m_explanation->setText(tr("Count all cash in the drawer, the float included. It works without "
                              "HQ; nothing is lost."));
    m_tableTitle->setText(tr("Notes and coins, if you like"));
    m_caption->setText(tr("Counted in the drawer"));
    m_total->setAccessibleName(m_caption->text());
    for (const auto& pieces : m_pieces) {
        const QString value = text::formatMoney(pieces.value, m_format->money);
        pieces.label->setText(value);
        pieces.count->setAccessibleName(tr("Pieces of %1").arg(value));
    }
    m_back->setText(tr("Back"));
    m_report->setText(tr("X report"));
    m_close->setText(tr("Close the shift"));
}

void CloseShiftSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool CloseShiftSheet::eventFilter(QObject* watched, QEvent* event)
{
    // The pad types into the field that was last in use.
    if (event->type() == QEvent::FocusIn) {
        if (auto* field = qobject_cast<QLineEdit*>(watched))
            m_pad->setTarget(field);
    }
    return Sheet::eventFilter(watched, event);
}

}  // namespace bl::desktop
