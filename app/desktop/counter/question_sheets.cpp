#include "app/desktop/counter/question_sheets.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace bl::desktop {

namespace {

constexpr int kQuestionCard = 480;
constexpr int kLongestLabel = 40;

}  // namespace

ParkSheet::ParkSheet(const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_explanation(newLabel(TextLook::Muted, this))
    , m_field(new QLineEdit(this))
{
    setCardWidth(kQuestionCard);
    m_explanation->setWordWrap(true);
    m_field->setMaxLength(kLongestLabel);
    body()->addWidget(m_explanation);
    body()->addWidget(m_field);
    addBack();
    footer()->addStretch(1);
    m_confirm = addPrimary();
    connect(m_field, &QLineEdit::returnPressed, this, &ParkSheet::confirm);
    connect(m_confirm, &QPushButton::clicked, this, &ParkSheet::confirm);
    retranslate();
}

void ParkSheet::open()
{
    if (isOpen())
        return;
    m_field->clear();
    openAt(m_field);
}

void ParkSheet::confirm()
{
    if (!isOpen())
        return;
    dismiss();
    Q_EMIT confirmed(m_field->text());
}

void ParkSheet::retranslate()
{
    setTitle(tr("Park the ticket"));
    m_explanation->setText(tr("The ticket waits in the recall list. A label helps to find it "
                              "again: a name, a table, a trolley."));
    m_field->setPlaceholderText(tr("Label, may be empty"));
    m_field->setAccessibleName(tr("Label"));
    m_confirm->setText(tr("Park"));
}

ClearSheet::ClearSheet(const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_question(newLabel(TextLook::Plain, this))
{
    setCardWidth(kQuestionCard);
    m_question->setWordWrap(true);
    body()->addWidget(m_question);
    addBack();
    footer()->addStretch(1);
    m_confirm = addPrimary();
    connect(m_confirm, &QPushButton::clicked, this, &ClearSheet::confirm);
    retranslate();
}

void ClearSheet::open()
{
    if (!isOpen())
        openAt(nullptr);
}

void ClearSheet::confirm()
{
    if (!isOpen())
        return;
    dismiss();
    Q_EMIT confirmed();
}

void ClearSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        if (!event->isAutoRepeat())
            confirm();
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void ClearSheet::retranslate()
{
    setTitle(tr("Clear the ticket?"));
    m_question->setText(tr("All lines and the member are taken off. To keep them for later, park "
                           "the ticket instead."));
    m_confirm->setText(tr("Clear"));
}

MoreSheet::MoreSheet(const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
{
    setCardWidth(kQuestionCard);
    struct Entry {
        Icon icon;
        void (MoreSheet::*request)();
    };
    constexpr std::array kEntries{
        Entry{Icon::Receipt, &MoreSheet::receiptsRequested},
        Entry{Icon::Shift, &MoreSheet::shiftRequested},
        Entry{Icon::Trash, &MoreSheet::clearRequested},
        Entry{Icon::Language, &MoreSheet::preferencesRequested},
        Entry{Icon::Settings, &MoreSheet::settingsRequested},
        Entry{Icon::Office, &MoreSheet::officeRequested},
        Entry{Icon::Pay, &MoreSheet::openPaymentsRequested},
    };
    for (const Entry& entry : kEntries) {
        auto* button = new ActionButton(theme, this);
        button->setArrangement(ActionButton::Arrangement::Beside);
        button->setDrawing(entry.icon);
        button->setHint(QString::number(m_entries.size() + 1));
        body()->addWidget(button);
        m_entries << button;
        connect(button, &QPushButton::clicked, this, [this, request = entry.request] {
            if (!isOpen())
                return;
            dismiss();
            Q_EMIT(this->*request)();
        });
    }
    addBack();
    footer()->addStretch(1);
    retranslate();
}

void MoreSheet::open()
{
    if (!isOpen())
        openAt(nullptr);
}

void MoreSheet::keyPressEvent(QKeyEvent* event)
{
    const int entry = event->key() - Qt::Key_1;
    if (entry >= 0 && entry < m_entries.size()) {
        event->accept();
        m_entries[entry]->click();
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void MoreSheet::retranslate()
{
    setTitle(tr("More"));
    const std::array labels{tr("Receipts"), tr("Shift"), tr("Clear the ticket"),
        tr("Language and look"), tr("Settings"), tr("Back office"), tr("Open payments")};
    for (int i = 0; i < m_entries.size(); ++i) {
        m_entries[i]->setText(labels[static_cast<std::size_t>(i)]);
    }
}

}  // namespace bl::desktop
