#include "app/desktop/devices/gui_executor.h"

#include <QTimer>

namespace bl::desktop {

GuiExecutor::GuiExecutor(QObject* parent)
    : QObject(parent)
{
}

void GuiExecutor::post(Task task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

Executor::TimerId GuiExecutor::postAfter(std::chrono::milliseconds delay, Task task)
{
    const TimerId id = ++m_lastTimer;
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    m_timers[id] = timer;
    connect(timer, &QTimer::timeout, this, [this, id, task = std::move(task)] {
        cancel(id);
        task();
    });
    timer->start(delay);
    return id;
}

void GuiExecutor::cancel(TimerId timer)
{
    const auto found = m_timers.find(timer);
    if (found == m_timers.end())
        return;
    found->second->stop();
    found->second->deleteLater();
    m_timers.erase(found);
}

}  // namespace bl::desktop
