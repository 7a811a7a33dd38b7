#include "app/desktop/first_start/first_start_screen.h"
#include "app/desktop/settings/settings_sheet.h"
#include "app/desktop/workstation.h"

namespace bl::desktop {

void Workstation::showFirstStart(const RegisterFacts& facts)
{
    m_firstStart = std::make_unique<FirstStart>(m_register->till(), m_register->link(),
        m_register->background(),
        FirstStart::Ports{[this](const std::string& url, const std::string& code) {
                              return m_register->join(url, code);
                          },
            [] {
                return inviteToDemo(demoDirectory());
            }});
    m_firstStartScreen = new FirstStartScreen(
        *m_firstStart, *m_devices, *m_deviceSetup, m_shell.theme(), m_shell.language());
    m_shell.window().addScreen(m_firstStartScreen);
    connect(m_firstStartScreen, &FirstStartScreen::languageChosen, this,
        [this](text::Language language) { m_shell.setLanguage(language); });
    connect(m_firstStartScreen, &FirstStartScreen::modeChosen, this,
        [this](Mode mode) { m_shell.setMode(mode); });
    connect(m_firstStartScreen, &FirstStartScreen::joined, this, &Workstation::joined);
    connect(m_firstStartScreen, &FirstStartScreen::retryRequested, &m_register->link(),
        &HqLink::pushNow);
    connect(m_firstStartScreen, &FirstStartScreen::finished, this, [this] {
        m_firstStartScreen->deleteLater();
        showLogIn();
    });
    m_shell.window().showScreen(m_firstStartScreen);
    m_firstStartScreen->openAt(
        facts.site ? FirstStartScreen::Page::Feed : FirstStartScreen::Page::Language);
}

void Workstation::joined()
{
    m_register->readFacts(this, [this](Result<RegisterFacts> facts) {
        if (!facts || !facts->site || !facts->sync) {
            fail(facts ? Error{ErrorCode::NotEnrolled, {}} : facts.error());
            return;
        }
        useSite(*facts->site);
        m_hq = *facts->sync;
        connectToHq();
    });
}

}  // namespace bl::desktop
