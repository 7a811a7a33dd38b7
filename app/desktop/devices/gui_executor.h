#pragma once

#include "core/base/executor.h"

#include <QObject>

#include <map>

class QTimer;

namespace bl::desktop {

/// Runs tasks on the thread that it was made on, in the event loop: for parts that know no Qt.
class GuiExecutor final : public QObject, public Executor {
    Q_OBJECT
public:
    explicit GuiExecutor(QObject* parent = nullptr);

    void post(Task task) override;
    /// On this object's thread alone, as `cancel`.
    TimerId postAfter(std::chrono::milliseconds delay, Task task) override;
    void cancel(TimerId timer) override;

private:
    std::map<TimerId, QTimer*> m_timers;
    TimerId m_lastTimer = 0;
};

}  // namespace bl::desktop
