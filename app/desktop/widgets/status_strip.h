#pragma once

#include "app/desktop/theme/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace bl::desktop {

/// How something stands: a shape (not only a colour) and words. A disc is well, a ring waits, a
/// square has failed.
class StatusDot final : public QWidget {
    Q_OBJECT
public:
    explicit StatusDot(const Theme& theme, QWidget* parent = nullptr);

    void setState(Tone tone, const QString& text);
    Tone tone() const { return m_tone; }
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont textFont() const;

    const Theme& m_theme;
    Tone m_tone = Tone::Neutral;
    QString m_text;
};

/// The bar at the window's foot: what runs beside the sale on the left, who and when on the right.
class StatusStrip final : public QFrame {
    Q_OBJECT
public:
    explicit StatusStrip(const Theme& theme, QWidget* parent = nullptr);

    StatusDot* addDot();
    QLabel* addText();

private:
    const Theme& m_theme;
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

}  // namespace bl::desktop
