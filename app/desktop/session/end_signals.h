#pragma once

#include <QObject>

namespace bl::desktop {

/// SIGTERM and SIGINT close the window and end the event loop with status 0 while this lives: what
/// was begun is finished, the ticket is on disk, the receipt is printed.
class EndSignals final : public QObject {
    Q_OBJECT
public:
    EndSignals();
    /// From here on a second signal ends the program at once.
    ~EndSignals() override;
};

}  // namespace bl::desktop
