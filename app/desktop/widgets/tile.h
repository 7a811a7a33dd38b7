#pragma once

#include "app/desktop/theme/theme.h"

#include <QAbstractButton>

namespace bl::desktop {

/// A quick key: the first letter of a product's name as its picture, and the name in at most two
/// lines.
class Tile final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Tile(const Theme& theme, QWidget* parent = nullptr);

    /// What each tile would like to have; they may be wider.
    static QSize naturalSize(const Theme& theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace bl::desktop
