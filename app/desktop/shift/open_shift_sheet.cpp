#include "app/desktop/shift/open_shift_sheet.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/number_pad.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bl::desktop {

OpenShiftSheet::OpenShiftSheet(ShiftDesk& desk, const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_desk(desk)
    , m_explanation(newLabel(TextLook::Muted, this))
    , m_caption(newLabel(TextLook::Plain, this))
    , m_float(new QLineEdit(this))
    , m_pad(new NumberPad(theme, NumberPad::Kind::Decimal, this))
    , m_banner(new Banner(theme, this))
    , m_back(new ActionButton(theme, this))
    , m_open(new PrimaryButton(theme, this))
{
    setCardWidth(460);
    m_explanation->setWordWrap(true);
    setStyleProperty(*m_float, "look", QStringLiteral("amount"));
    m_float->setAlignment(Qt::AlignRight);
    m_float->setMaxLength(14);
    m_pad->setTarget(m_float);
    m_caption->setBuddy(m_float);
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    m_back->setHint(QStringLiteral("Esc"));
    m_open->setArrangement(ActionButton::Arrangement::Beside);
    m_open->setHint(QStringLiteral("Enter"));
    body()->addWidget(m_explanation);
    body()->addWidget(m_banner);
    body()->addWidget(m_caption);
    body()->addWidget(m_float);
    body()->addWidget(m_pad, 1);
    footer()->addWidget(m_back, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    footer()->addWidget(m_open);

    connect(m_back, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    connect(m_open, &QPushButton::clicked, this, &OpenShiftSheet::submit);
    connect(m_float, &QLineEdit::returnPressed, this, &OpenShiftSheet::submit);
    connect(m_float, &QLineEdit::textEdited, m_banner, &Banner::clear);
    connect(&m_desk, &ShiftDesk::opened, this, &Sheet::dismiss);
    connect(&m_desk, &ShiftDesk::failed, this, [this](const Error& error) {
        if (isOpen())
            m_banner->say({Tone::Danger, text::sentence(error, m_format->money), {}});
    });
    retranslate();
}

void OpenShiftSheet::ask(const ShiftFormat& format)
{
    m_format = format;
    m_banner->clear();
    m_float->clear();
    retranslate();
    openAt(m_float);
}

void OpenShiftSheet::submit()
{
    if (!m_format)
        return;
    const QString typed = m_float->text().trimmed();
    // An empty drawer is a float of zero.
    const auto amount = typed.isEmpty() ? std::optional<Money>(Money())
                                        : typedAmount(typed, m_format->money.currency);
    if (!amount) {
        m_banner->say({Tone::Danger,
            text::sentence(Error{ErrorCode::InvalidNumber, {typed.toStdString()}}), {}});
        m_float->selectAll();
        return;
    }
    m_desk.open(*amount);
}

void OpenShiftSheet::retranslate()
{
    setTitle(tr("Open a shift"));
    m_explanation->setText(tr("Count the money in the drawer before the first sale."));
    m_caption->setText(tr("Float in the drawer"));
    m_float->setAccessibleName(m_caption->text());
    m_float->setPlaceholderText(m_format
            ? text::formatAmount(Money(), m_format->money.currency, m_format->money.locale)
            : QString());
    m_back->setText(tr("Back"));
    m_open->setText(tr("Open the shift"));
}

void OpenShiftSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
