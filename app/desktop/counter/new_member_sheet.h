#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "app/desktop/counter/counter_values.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace bl::desktop {

class MemberPresenter;

/// Registers a member in a few seconds: phone, name, tier.
class NewMemberSheet final : public CounterSheet {
    Q_OBJECT
public:
    NewMemberSheet(
        MemberPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window);

    /// `typed` is the phone number where it is digits, else the name.
    void open(const QString& typed);

Q_SIGNALS:
    void registered(const bl::desktop::MemberCard& member);

protected:
    void retranslate() override;

private:
    void showTiers(const std::vector<members::Tier>& tiers);
    void submit();

    MemberPresenter& m_presenter;
    QLabel* m_phoneLabel;
    QLineEdit* m_phone;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_tierLabel;
    QHBoxLayout* m_tierRow;
    QButtonGroup* m_group;
    std::vector<members::Tier> m_tiers;
    PrimaryButton* m_submit;
};

}  // namespace bl::desktop
