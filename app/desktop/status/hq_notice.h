#pragma once

#include "sync/client/sync_client.h"

#include <QWidget>

#include <optional>

namespace bl::desktop {

class Banner;
class Theme;

/// Says above the screens what keeps this register from HQ and does not pass by itself: the key is
/// missing, HQ refuses it, the books differ. Selling goes on below.
class HqNotice final : public QWidget {
    Q_OBJECT
public:
    explicit HqNotice(const Theme& theme, QWidget* parent = nullptr);

    void setStatus(const sync::SyncStatus& status);

Q_SIGNALS:
    /// The connection could not even be begun; it is to be tried once more.
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    Banner* m_banner;
    sync::SyncState m_state = sync::SyncState::Stopped;
    std::optional<Error> m_error;  ///< that was told and not closed
};

}  // namespace bl::desktop
