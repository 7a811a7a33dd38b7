#include "app/desktop/till/background.h"

#include <QMetaObject>

namespace bl::desktop {

void Background::deliver(const QPointer<QObject>& receiver, std::function<void()> give)
{
    // The receiver may die on its own thread at any moment: only there is it looked at.
    QMetaObject::invokeMethod(
        this,
        [receiver, give = std::move(give)] {
            if (receiver)
                give();
        },
        Qt::QueuedConnection);
}

}  // namespace bl::desktop
