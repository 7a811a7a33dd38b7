#pragma once

#include "app/desktop/log_in/log_in.h"
#include "app/desktop/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace bl::desktop {

class ActionButton;
class ActionCollection;
class EmptyState;
class Panel;
class PinPad;
class UserTile;

/// Tiles of those who can log in, and the pad for the PIN. Letters filter the tiles, Enter takes
/// the first, digits are the PIN: nothing but the keyboard is needed.
class LogInScreen final : public QWidget {
    Q_OBJECT
public:
    LogInScreen(LogIn& logIn, const Theme& theme, const ActionCollection& actions,
        QWidget* parent = nullptr);

    /// What this register is called ("S01-1").
    void setRegister(const QString& code);

    /// Reads the users again; who worked here last is asked for the PIN at once.
    void open();

    /// Nobody can log in yet.
    bool isEmpty() const { return m_tiles.empty(); }

Q_SIGNALS:
    void settingsRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What stands on the right; texts are made of it, so that they follow the language.
    enum class Asked { Nothing, Pin, NewPin, Repetition };

    void showUsers(const std::vector<staff::User>& users);
    void filter(const QString& text);
    void arrange();
    void showChosen(const staff::User& user);
    void showLocked(int seconds);
    void ask(Asked asked, const QString& reason = {});
    void retranslate();
    QString rejection(const Error& error) const;
    QString faultText(NewPinFault fault) const;

    LogIn& m_logIn;
    const Theme& m_theme;
    Asked m_asked = Asked::Nothing;
    UserId m_last{};
    QString m_register;
    QLabel* m_title;
    QLabel* m_where;
    QLineEdit* m_filter;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QGridLayout* m_grid;
    std::vector<UserTile*> m_tiles;
    EmptyState* m_empty;
    Panel* m_side;
    PinPad* m_pad;
    QLabel* m_hint;
    ActionButton* m_back;
    ActionButton* m_settings;
};

}  // namespace bl::desktop
