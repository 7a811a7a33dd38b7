#pragma once

#include "app/desktop/theme/theme.h"

#include <QFrame>

class QLabel;

namespace bl::desktop {

class ActionButton;

/// What a banner or a toast says.
struct Message {
    Tone tone = Tone::Neutral;
    QString text;    ///< what happened, why, what to do
    QString action;  ///< the label of the next step, or empty
};

/// A message that stays until it is dealt with or closed, and stops nobody from working on. It has
/// no height while it says nothing.
class Banner final : public QFrame {
    Q_OBJECT
public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    void say(const Message& message);
    void clear();

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Theme& m_theme;
    Tone m_tone = Tone::Neutral;
    QLabel* m_text;
    ActionButton* m_action;
    ActionButton* m_close;
};

/// A short confirmation at the window's foot that leaves by itself. For what went well; failures
/// belong into a Banner.
class Toast final : public QWidget {
    Q_OBJECT
public:
    /// `window` is what the toast floats over.
    Toast(const Theme& theme, QWidget* window);

    void say(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    const Theme& m_theme;
    QString m_text;
    int m_timer = 0;
};

/// How the drawing beside a message looks.
Icon toneIcon(Tone tone);

}  // namespace bl::desktop
