#pragma once

#include "app/desktop/theme/theme.h"
#include "core/base/error.h"

#include <QWidget>

class QLabel;

namespace bl::desktop {

class ActionButton;

/// What is shown instead of the counter where the register cannot start: why, and what to do.
class FailureScreen final : public QWidget {
    Q_OBJECT
public:
    FailureScreen(const Theme& theme, QString dataDirectory, QWidget* parent = nullptr);

    void showError(const Error& error);

Q_SIGNALS:
    void retryRequested();
    void quitRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    QString m_directory;
    Error m_error{ErrorCode::Cancelled, {}};
    QLabel* m_title;
    QLabel* m_reason;
    QLabel* m_where;
    ActionButton* m_quit;
    ActionButton* m_retry;
};

}  // namespace bl::desktop
