#pragma once

#include "app/desktop/counter/counter_sheet.h"

class QLabel;
class QLineEdit;

namespace bl::desktop {

/// Asks under which label the ticket is put aside; none is needed.
class ParkSheet final : public CounterSheet {
    Q_OBJECT
public:
    ParkSheet(const Theme& theme, ActionCollection& actions, QWidget* window);
    void open();

Q_SIGNALS:
    void confirmed(const QString& label);

protected:
    void retranslate() override;

private:
    void confirm();

    QLabel* m_explanation;
    QLineEdit* m_field;
    PrimaryButton* m_confirm;
};

/// Asks before the whole ticket is thrown away.
class ClearSheet final : public CounterSheet {
    Q_OBJECT
public:
    ClearSheet(const Theme& theme, ActionCollection& actions, QWidget* window);
    void open();

Q_SIGNALS:
    void confirmed();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void confirm();

    QLabel* m_question;
    PrimaryButton* m_confirm;
};

/// What has no key of its own on the counter; each entry has a digit.
class MoreSheet final : public CounterSheet {
    Q_OBJECT
public:
    MoreSheet(const Theme& theme, ActionCollection& actions, QWidget* window);
    void open();

Q_SIGNALS:
    void receiptsRequested();
    void openPaymentsRequested();
    void shiftRequested();
    void clearRequested();
    void preferencesRequested();
    void settingsRequested();
    void officeRequested();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QList<ActionButton*> m_entries;
};

}  // namespace bl::desktop
