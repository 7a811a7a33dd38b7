#include "app/desktop/widgets/pin_pad.h"

#include "app/desktop/widgets/number_pad.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace bl::desktop {

PinPad::PinPad(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_prompt(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_reason(new QLabel(this))
    , m_pad(new NumberPad(theme, NumberPad::Kind::Pin, this))
{
    setStyleProperty(*m_prompt, "text-look", QStringLiteral("heading"));
    m_prompt->setAlignment(Qt::AlignHCenter);
    m_prompt->setWordWrap(true);
    m_prompt->setBuddy(m_field);
    setStyleProperty(*m_field, "look", QStringLiteral("amount"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAlignment(Qt::AlignCenter);
    m_field->setMaxLength(kLongest);
    m_field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_field));
    m_field->setContextMenuPolicy(Qt::NoContextMenu);
    setStyleProperty(*m_reason, "tone", toneName(Tone::Danger));
    m_reason->setAlignment(Qt::AlignHCenter);
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(2 * theme.size(Size::TextTitle));
    m_pad->setTarget(m_field);
    setFocusProxy(m_field);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.size(Size::Space3));
    column->addWidget(m_prompt);
    column->addWidget(m_field);
    column->addWidget(m_reason);
    column->addWidget(m_pad, 1);
    retranslate();

    connect(m_field, &QLineEdit::returnPressed, this, &PinPad::submit);
    connect(m_field, &QLineEdit::textEdited, m_reason, &QLabel::clear);
    connect(m_pad, &NumberPad::enterPressed, this, &PinPad::submit);
}

void PinPad::setPrompt(const QString& prompt)
{
    m_prompt->setText(prompt);
    m_field->setAccessibleDescription(prompt);
}

void PinPad::setChecking()
{
    setEnabled(false);
}

void PinPad::reject(const QString& reason)
{
    reset();
    m_reason->setText(reason);
}

void PinPad::reset()
{
    setEnabled(true);
    m_field->clear();
    m_reason->clear();
    m_field->setFocus(Qt::OtherFocusReason);
}

void PinPad::submit()
{
    const QString pin = m_field->text();
    m_field->clear();
    if (pin.size() < kShortest) {
        m_reason->setText(tr("A PIN has at least %n digit(s).", nullptr, kShortest));
        return;
    }
    Q_EMIT pinEntered(pin);
}

void PinPad::retranslate()
{
    m_field->setAccessibleName(tr("PIN"));
}

void PinPad::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // It would go on speaking the language before.
        m_reason->clear();
    }
}

}  // namespace bl::desktop
