#pragma once

#include "app/desktop/theme/theme.h"
#include "core/staff/user.h"

#include <QAbstractButton>

namespace bl::desktop {

/// One user to choose from: the first letter in a circle and the whole name.
class UserTile final : public QAbstractButton {
    Q_OBJECT
public:
    UserTile(const Theme& theme, staff::User user, QWidget* parent = nullptr);

    const staff::User& user() const { return m_user; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int circle() const;

    const Theme& m_theme;
    staff::User m_user;
};

}  // namespace bl::desktop
