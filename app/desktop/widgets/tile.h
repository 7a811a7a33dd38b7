#pragma once

#include "app/desktop/theme/theme.h"

#include <QAbstractButton>

namespace bl::desktop {

/// A quick key: a product's picture and its name in at most two lines.
class Tile final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Tile(const Theme& theme, QWidget* parent = nullptr);

    /// Without a picture the first letter of the name stands for it.
    void setPicture(const QPixmap& picture);

    /// What each tile would like to have; they may be wider.
    static QSize naturalSize(const Theme& theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QPixmap m_picture;
};

}  // namespace bl::desktop
