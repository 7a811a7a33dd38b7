#pragma once

#include "app/desktop/counter/counter_values.h"
#include "app/desktop/widgets/labels.h"

class QStackedLayout;

namespace bl::desktop {

class ActionButton;
class ActionCollection;

/// Whose ticket it is.
class MemberPanel final : public QFrame {
    Q_OBJECT
public:
    MemberPanel(const Theme& theme, ActionCollection& actions, QWidget* parent = nullptr);

    void setMember(const std::optional<MemberCard>& member);

Q_SIGNALS:
    void removeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* newMember();
    QWidget* newNobody();
    void retranslate();

    const Theme& m_theme;
    std::optional<MemberCard> m_member;
    QWidget* m_somebody = nullptr;
    QWidget* m_nobody = nullptr;
    Avatar* m_avatar = nullptr;
    QLabel* m_name = nullptr;
    Badge* m_tier = nullptr;
    Badge* m_birthday = nullptr;
    QLabel* m_since = nullptr;
    QLabel* m_number = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_remove = nullptr;
    QLabel* m_hint = nullptr;
    ActionButton* m_find = nullptr;
};

}  // namespace bl::desktop
