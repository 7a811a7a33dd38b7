#pragma once

#include "app/desktop/theme/theme.h"

#include <QWidget>

class QLabel;

namespace bl::desktop {

/// What stands where nothing is yet: what belongs there.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const Theme& theme, Icon icon, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& explanation);

protected:
    void changeEvent(QEvent* event) override;

private:
    void redraw();

    const Theme& m_theme;
    Icon m_icon;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_explanation;
};

}  // namespace bl::desktop
