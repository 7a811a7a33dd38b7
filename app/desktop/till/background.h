#pragma once

#include "core/base/thread_executor.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace bl::desktop {

/// Does what may take long (a keychain, a printer, the network) on a thread of its own, one job
/// after the other. The answer arrives on the thread of `receiver`, unless the receiver is gone by
/// then. The destructor waits for the job that runs and drops the others.
class Background final : public QObject {
    Q_OBJECT
public:
    /// `work()` gives a value, which `then` takes.
    template <typename Work, typename Then>
    void run(QObject* receiver, Work work, Then then)
    {
        m_thread.post([this, receiver = QPointer<QObject>(receiver), work = std::move(work),
                          then = std::move(then)]() mutable {
            auto answer = std::make_shared<std::invoke_result_t<Work&>>(work());
            deliver(
                receiver, [then = std::move(then), answer]() mutable { then(std::move(*answer)); });
        });
    }

private:
    void deliver(const QPointer<QObject>& receiver, std::function<void()> give);

    ThreadExecutor m_thread;
};

}  // namespace bl::desktop
