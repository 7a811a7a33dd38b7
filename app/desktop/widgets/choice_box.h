#pragma once

#include "app/desktop/theme/theme.h"

#include <QComboBox>

namespace bl::desktop {

/// A list to choose one from, with the sign that there is a list.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace bl::desktop
