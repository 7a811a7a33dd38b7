#include "app/desktop/scripted/scripted_hour.h"
#include "app/desktop/session/start_measure.h"
#include "app/desktop/settings/settings_sheet.h"
#include "app/desktop/workstation.h"

#include <QApplication>

namespace bl::desktop {

namespace {

// One of the demo's cashiers; installer/demo names her PIN too.
constexpr const char* kHourUser = "李娜";
constexpr const char* kHourPin = "2580";

}  // namespace

void Workstation::beginUnattended()
{
    if (m_options.measureStart && !m_measure) {
        m_measure = std::make_unique<StartMeasure>(
            *m_logIn, *m_logInScreen, *m_counter, m_register->till());
        connect(m_measure.get(), &StartMeasure::finished, this, [] {
            printStart();
            QCoreApplication::exit(0);
        });
        m_measure->begin();
    } else if (!m_options.scriptedHour.isEmpty() && !std::exchange(m_hourBegan, true)) {
        QMetaObject::invokeMethod(this, &Workstation::playHour, Qt::QueuedConnection);
    }
}

void Workstation::playHour()
{
    ScriptedStage stage{m_shell, m_register->till(), *m_counter, *m_printer, *m_devices, {}};
    stage.logIn = [this] {
        m_register->till().write(
            this, [](TillServices& services) { return services.login.users(); },
            [this](Result<std::vector<staff::User>> users) {
                if (!users)
                    return;
                for (const auto& user : *users) {
                    if (user.name != kHourUser)
                        continue;
                    m_logIn->choose(user);
                    m_logIn->enterPin(QLatin1String(kHourPin));
                }
            });
    };
    QCoreApplication::exit(playScriptedHour(stage, m_options.scriptedHour));
}

}  // namespace bl::desktop
