#pragma once

#include "app/desktop/theme/theme.h"
#include "app/text/number_text.h"

#include <QFrame>
#include <QLabel>

class QVBoxLayout;

/// The small, quiet parts: text in the theme's looks, badges, amounts, panels.
namespace bl::desktop {

/// The sizes and colours that text comes in.
enum class TextLook { Plain, Muted, Small, Status, Heading, Title, Lead, Amount, Due, Total };

QLabel* newLabel(TextLook look, QWidget* parent, const QString& text = {});
void setTextLook(QLabel& label, TextLook look);

/// A surface with a border that groups what belongs together.
class Panel final : public QFrame {
    Q_OBJECT
public:
    explicit Panel(const Theme& theme, QWidget* parent = nullptr);

    /// A column with the panel's padding; screens put their parts into it.
    QVBoxLayout* column() const { return m_column; }
    /// No padding: for tables that reach the border.
    void setFlush();

private:
    QVBoxLayout* m_column;
};

/// One word about a thing: a tier, "birthday today", "blocked".
class Badge final : public QLabel {
    Q_OBJECT
public:
    explicit Badge(Tone tone, QWidget* parent = nullptr);
    void setTone(Tone tone);
};

/// An amount in tabular figures; negative ones are red and carry a minus sign.
class MoneyLabel final : public QLabel {
    Q_OBJECT
public:
    explicit MoneyLabel(TextLook look, QWidget* parent = nullptr);

    void setAmount(Money amount, const text::MoneyFormat& format);
    /// Colours a non-negative amount, for example the change in green.
    void setTone(Tone tone);

private:
    void applyTone();

    Tone m_tone = Tone::Neutral;
    Money m_amount;
};

/// A warning about a person or a thing that must be read ("allergic to alcohol").
class Note final : public QFrame {
    Q_OBJECT
public:
    explicit Note(const Theme& theme, QWidget* parent = nullptr);
    void setText(const QString& text);

private:
    QLabel* m_label;
};

/// A person's first letter in a circle.
class Avatar final : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(const Theme& theme, QWidget* parent = nullptr);
    void setPerson(const QString& name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_letter;
};

}  // namespace bl::desktop
