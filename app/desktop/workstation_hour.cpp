#include "app/desktop/scripted/scripted_hour.h"
#include "app/desktop/settings/settings_sheet.h"
#include "app/desktop/workstation.h"

#include <QApplication>

namespace bl::desktop {

namespace {

// One of the demo's cashiers; installer/demo names her PIN too.
constexpr const char* kHourUser = "李娜";
constexpr const char* kHourPin = "2580";

}  // namespace

void Workstation::playHour()
{
    ScriptedStage stage{m_shell, m_register->till(), *m_counter, *m_printer, {}};
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
