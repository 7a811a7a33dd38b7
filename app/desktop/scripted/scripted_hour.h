#pragma once

#include <QString>

#include <functional>

namespace bl::desktop {

class PrintWorker;
class Shell;
class Till;
struct Counter;

/// What the scripted hour is played on, and how the screens that belong to others are reached. Each step
/// starts something that goes on in the event loop; the hour waits for what follows from it.
struct ScriptedStage {
    Shell& shell;
    Till& till;
    Counter& counter;
    PrintWorker& printer;
    std::function<void()> logIn;       ///< ends with Counter::start; empty where somebody is logged in
    std::function<void()> openShift;   ///< with a float, through its screen
    std::function<void()> closeShift;  ///< with a count, through its screen
};

/// Plays a plausible hour at the counter with key events into the real widgets, keeps pictures
/// (`NN-what-lang-theme.png`) and `summary.txt` in `directory`, and gives the program's exit status: 0, or
/// 1 where something did not happen, which standard error then names. Call it with the window shown, from
/// within the event loop.
int playScriptedHour(const ScriptedStage& stage, const QString& directory);

}  // namespace bl::desktop
