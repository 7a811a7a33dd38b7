#include "app/desktop/widgets/number_pad.h"

#include "app/desktop/widgets/action_button.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>

namespace bl::desktop {

NumberPad::NumberPad(const Theme& theme, Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme.size(Size::Space2));
    for (int digit = 1; digit <= 9; ++digit)
        addKey((digit - 1) / 3, (digit - 1) % 3, QString::number(digit));
    addKey(3, 1, QStringLiteral("0"));

    m_backspace = addKey(3, kind == Kind::Pin ? 0 : 2, QString());
    m_backspace->setDrawing(Icon::Backspace);
    m_backspace->setAutoRepeat(true);
    connect(m_backspace, &QPushButton::clicked, this, [this] {
        if (m_target)
            m_target->backspace();
    });
    if (kind == Kind::Pin) {
        m_enter = addKey(3, 2, QString());
        m_enter->setDrawing(Icon::Check);
        connect(m_enter, &QPushButton::clicked, this, &NumberPad::enterPressed);
    } else {
        m_point = addKey(3, 0, QStringLiteral("."));
    }
    retranslate();
}

void NumberPad::setTarget(QLineEdit* field)
{
    m_target = field;
}

ActionButton* NumberPad::addKey(int row, int column, const QString& label)
{
    auto* key = new ActionButton(m_theme, this);
    key->setText(label);
    key->setAccessibleName(label);
    key->setLabelSize(Size::TextTitle);
    key->setFocusPolicy(Qt::NoFocus);
    key->setMinimumSize(m_theme.size(Size::Pay), m_theme.size(Size::Action));
    key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    if (!label.isEmpty())
        connect(key, &QPushButton::clicked, this, [this, label] { type(label); });
    m_grid->addWidget(key, row, column);
    return key;
}

void NumberPad::type(const QString& text)
{
    if (!m_target)
        return;
    m_target->setFocus(Qt::OtherFocusReason);
    m_target->insert(text);
}

void NumberPad::retranslate()
{
    m_backspace->setAccessibleName(tr("Delete the last digit"));
    if (m_enter)
        m_enter->setAccessibleName(tr("Confirm"));
    if (m_point)
        m_point->setAccessibleName(tr("Decimal point"));
}

void NumberPad::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
