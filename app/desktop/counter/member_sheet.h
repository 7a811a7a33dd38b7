#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "app/desktop/counter/counter_values.h"

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace bl::desktop {

class MemberPresenter;

/// Looks a member up by phone digits, name, initials or number.
class MemberSheet final : public CounterSheet {
    Q_OBJECT
public:
    MemberSheet(
        MemberPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window);

    void open();
    /// A card or a code is looked for like what is typed.
    bool take(const DeviceEvent& event) override;

Q_SIGNALS:
    void chosen(const bl::desktop::MemberCard& member);
    /// What was typed becomes the phone number or the name.
    void registerRequested(const QString& typed);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void show(const QString& query, const std::vector<MemberCard>& members);
    void moveChoice(int step);
    void choose();

    MemberPresenter& m_presenter;
    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_nothing;
    ActionButton* m_register;
    PrimaryButton* m_choose;
    std::vector<MemberCard> m_members;
    QString m_answered;
    bool m_chooseWhenFound = false;
};

}  // namespace bl::desktop
