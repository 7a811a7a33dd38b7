#include "app/desktop/actions.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace bl::desktop {

namespace {

QKeySequence shortcutOf(ActionId id)
{
    switch (id) {
    case ActionId::Product: return Qt::Key_F2;
    case ActionId::Member: return Qt::Key_F3;
    case ActionId::Quantity: return Qt::Key_F4;
    case ActionId::Park: return Qt::Key_F6;
    case ActionId::Recall: return Qt::Key_F7;
    case ActionId::Pay: return Qt::Key_F9;
    case ActionId::More: return Qt::Key_F10;
    case ActionId::BackOffice: return Qt::Key_F11;
    case ActionId::Lock: return Qt::Key_F12;
    case ActionId::Back: return Qt::Key_Escape;
    case ActionId::Finish: return Qt::Key_Enter;
    case ActionId::RemoveLine: return Qt::Key_Delete;
    case ActionId::Count_: break;
    }
    return {};
}

}  // namespace

ActionCollection::ActionCollection(QObject* parent)
    : QObject(parent)
{
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i] = new QAction(this);
        m_actions[i]->setShortcut(shortcutOf(static_cast<ActionId>(i)));
        m_actions[i]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions[i]->setAutoRepeat(false);
    }
    // Both keys that people call Enter; the one that is shown is named so.
    action(ActionId::Finish)->setShortcuts({Qt::Key_Enter, Qt::Key_Return});
    retranslate();
}

QAction* ActionCollection::offer(ActionId id, QWidget& screen) const
{
    screen.addAction(action(id));
    return action(id);
}

void ActionCollection::retranslate()
{
    action(ActionId::Product)->setText(tr("Product"));
    action(ActionId::Member)->setText(tr("Member"));
    action(ActionId::Quantity)->setText(tr("Qty"));
    action(ActionId::Park)->setText(tr("Park"));
    action(ActionId::Recall)->setText(tr("Recall"));
    action(ActionId::More)->setText(tr("More"));
    action(ActionId::BackOffice)->setText(tr("Back office"));
    action(ActionId::Pay)->setText(tr("Pay"));
    action(ActionId::Lock)->setText(tr("Lock"));
    action(ActionId::Back)->setText(tr("Back"));
    action(ActionId::Finish)->setText(tr("Finish and print"));
    action(ActionId::RemoveLine)->setText(tr("Remove line"));
}

}  // namespace bl::desktop
