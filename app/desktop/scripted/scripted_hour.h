#pragma once

#include <QString>

#include <functional>

namespace bl::desktop {

class DeviceDesk;
class PrintDesk;
class Shell;
class Till;
struct Counter;

/// What the scripted hour is played on.
struct ScriptedStage {
    Shell& shell;
    Till& till;
    Counter& counter;
    PrintDesk& printer;
    DeviceDesk& devices;
    /// Begins the log-in, which ends with Counter::start; empty where somebody is logged in.
    std::function<void()> logIn;
};

/// Plays a plausible hour at the counter with key events into the real widgets: opens a shift,
/// sells a dozen tickets in three languages and two themes, some of them on a card and by a scale
/// where those are set up, and closes the shift (F10, 2). Keeps pictures
/// (`NN-what-lang-theme.png`) and `summary.txt` in `directory`, which is made. Gives the program's
/// exit status: 0, or 1 where something did not happen, which standard error then names. Call it
/// with the window shown, from within the event loop; it returns when the hour is over.
int playScriptedHour(const ScriptedStage& stage, const QString& directory);

}  // namespace bl::desktop
