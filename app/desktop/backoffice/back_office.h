#pragma once

#include "app/desktop/theme/theme.h"
#include "core/staff/actor.h"
#include "core/staff/user.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace bl::desktop {

class ActionButton;
class ActionCollection;

/// One page of the back office.
struct OfficePage {
    Icon icon = Icon::None;
    std::function<QString()> title;  ///< in the program's present language
    /// Makes the page when it is first shown. The back office owns it; it gets the focus with its
    /// focus proxy.
    std::function<QWidget*(QWidget* parent)> create;
};

/// The manager's screen: the pages' names at the left, one page beside them. Esc and F11 lead back
/// to the counter.
class BackOffice final : public QWidget {
    Q_OBJECT
public:
    BackOffice(const Theme& theme, ActionCollection& actions, QWidget* parent = nullptr);

    /// Pages come in the order in which they are added.
    void addPage(OfficePage page);

    /// Somebody who may works here from now on; the page that was open last is shown.
    void open(const staff::Actor& actor);
    /// Who works, and who allowed it: every change is theirs.
    const staff::Actor& actor() const { return m_actor; }

    /// Shows the page of that position, as a press on its name does.
    void showPage(int index);
    int currentPage() const;
    /// The page that is shown; null before the first.
    QWidget* page() const;

Q_SIGNALS:
    /// Back to the counter.
    void leaveRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void present(int index);
    void retranslate();

    const Theme& m_theme;
    staff::Actor m_actor{staff::kSystemUser};
    std::vector<OfficePage> m_pages;
    std::vector<QWidget*> m_made;  ///< of the same positions; null before they are first shown
    QListWidget* m_names;
    QLabel* m_heading;
    QLabel* m_title;
    QStackedWidget* m_stack;
    ActionButton* m_back;
};

}  // namespace bl::desktop
