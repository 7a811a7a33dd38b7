#pragma once

#include "app/desktop/theme/icons.h"

#include <QObject>

#include <array>

class QAction;
class QWidget;

namespace bl::desktop {

/// Everything that has a key.
enum class ActionId {
    Product,
    Member,
    Quantity,
    Park,
    Recall,
    More,
    BackOffice,
    Pay,
    Lock,
    Back,
    Finish,
    RemoveLine,
    Count_
};

/// All actions with their labels and shortcuts, in one place, so that no key is given twice.
///
/// A screen takes the actions it offers with `offer`. Their shortcuts work while the focus is
/// within that screen: not behind a sheet, and not on a screen that is hidden.
class ActionCollection final : public QObject {
    Q_OBJECT
public:
    explicit ActionCollection(QObject* parent = nullptr);

    QAction* action(ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }

    /// Gives the action's shortcut to `screen` and returns the action.
    QAction* offer(ActionId id, QWidget& screen) const;

    /// Labels in the program's present language.
    void retranslate();

private:
    std::array<QAction*, static_cast<std::size_t>(ActionId::Count_)> m_actions{};
};

}  // namespace bl::desktop
