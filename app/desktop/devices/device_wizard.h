#pragma once

#include "app/desktop/devices/device_setup.h"
#include "app/desktop/theme/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QStackedWidget;

namespace bl::desktop {

class ActionButton;
class Banner;
class CaField;

/// The steps of adding a device, one page each: what it is, where it is, what it can do, whether it
/// works. In the back office and in the first start.
class DeviceWizard final : public QWidget {
    Q_OBJECT
public:
    /// The presenter outlives it.
    DeviceWizard(DeviceSetup& setup, const Theme& theme, QWidget* parent = nullptr);

    QString stepTitle() const;

Q_SIGNALS:
    void titleChanged();

protected:
    void changeEvent(QEvent* event) override;
    /// Enter goes on by one step, and no further than the wizard.
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* newRoles();
    QWidget* newPlaces();
    QWidget* newProfiles();
    QWidget* newTrial();
    void connectSetup();
    void next();
    void takePlace(const std::string& address);
    void showStep();
    void showOffers();
    void showTrial();
    void retranslate();

    DeviceSetup& m_setup;
    const Theme& m_theme;
    QStackedWidget* m_pages;
    std::vector<ActionButton*> m_roles;
    QListWidget* m_offers = nullptr;
    QLabel* m_nothing = nullptr;
    QProgressBar* m_searching = nullptr;
    ActionButton* m_again = nullptr;
    ActionButton* m_network = nullptr;
    QLabel* m_addressLabel = nullptr;
    QLineEdit* m_address = nullptr;
    Banner* m_placeBanner = nullptr;
    QLabel* m_profileText = nullptr;
    QListWidget* m_profiles = nullptr;
    QLabel* m_trialText = nullptr;
    QLineEdit* m_password = nullptr;
    CaField* m_ca = nullptr;
    ActionButton* m_try = nullptr;
    Banner* m_trialBanner = nullptr;
    ActionButton* m_back;
    ActionButton* m_next;
};

}  // namespace bl::desktop
