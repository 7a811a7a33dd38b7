#pragma once

#include "app/desktop/first_start/first_start.h"
#include "app/desktop/theme/theme.h"
#include "app/text/language.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QProgressBar;
class QStackedWidget;

namespace bl::desktop {

class ActionButton;
class Banner;
class LanguagePage;
class DeviceDesk;
class DeviceSetup;
class DeviceWizard;

/// The first start, page by page: language, joining HQ, devices, and the wait for HQ's data.
/// Enter goes on, Esc goes back.
class FirstStartScreen final : public QWidget {
    Q_OBJECT
public:
    enum class Page { Language, Join, Devices, Feed };

    FirstStartScreen(FirstStart& firstStart, DeviceDesk& devices, DeviceSetup& setup,
        const Theme& theme, text::Language language, QWidget* parent = nullptr);

    /// A register that joined before and whose first feed never ended begins later.
    void openAt(Page page);
    Page page() const { return m_page; }

Q_SIGNALS:
    void languageChosen(bl::text::Language language);
    void modeChosen(bl::desktop::Mode mode);
    void joined(const QString& registerCode);
    /// What waits for HQ is tried now.
    void retryRequested();
    /// Somebody can log in.
    void finished();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* newJoinPage();
    QWidget* newDevicesPage();
    QWidget* newFeedPage();
    void connectPresenter();
    void next();
    void back();
    void setJoining(bool joining);
    void showProgress(int users, const sync::SyncStatus& status);
    void retranslate();

    FirstStart& m_firstStart;
    DeviceDesk& m_devices;
    DeviceSetup& m_setup;
    const Theme& m_theme;
    Page m_page = Page::Language;
    QString m_registerCode;
    std::optional<Error> m_joinError;
    bool m_demoMissing = false;
    int m_users = 0;
    std::optional<sync::SyncStatus> m_status;

    QLabel* m_step;
    QStackedWidget* m_pages;
    LanguagePage* m_language;
    QLabel* m_joinTitle = nullptr;
    QLabel* m_joinText = nullptr;
    QLabel* m_addressLabel = nullptr;
    QLineEdit* m_address = nullptr;
    QLabel* m_codeLabel = nullptr;
    QLineEdit* m_code = nullptr;
    Banner* m_joinBanner = nullptr;
    QProgressBar* m_joinBar = nullptr;
    QLabel* m_demoText = nullptr;
    ActionButton* m_demo = nullptr;
    QLabel* m_devicesTitle = nullptr;
    QLabel* m_devicesText = nullptr;
    QLabel* m_devicesAdded = nullptr;
    DeviceWizard* m_wizard = nullptr;
    QLabel* m_feedTitle = nullptr;
    QLabel* m_feedText = nullptr;
    QProgressBar* m_feedBar = nullptr;
    Banner* m_feedBanner = nullptr;
    ActionButton* m_back;
    ActionButton* m_next;
};

}  // namespace bl::desktop
