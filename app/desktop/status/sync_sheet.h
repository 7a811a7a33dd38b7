#pragma once

#include "app/desktop/widgets/sheet.h"
#include "core/base/time_zone.h"
#include "core/storage/sync_state_store.h"
#include "sync/client/sync_status.h"

#include <optional>

class QLabel;

namespace bl::desktop {

class ActionButton;

/// The synchronisation in detail: how it stands, what waits, what HQ holds back.
class SyncSheet final : public Sheet {
    Q_OBJECT
public:
    SyncSheet(const Theme& theme, QWidget* window);

    void setStatus(const sync::SyncStatus& status);
    /// What the register's file knows: the address, and the lines that HQ holds back.
    void setRecord(const storage::SyncRecord& record, const TimeZone& zone);
    void open();

Q_SIGNALS:
    void pushRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* label;
        QLabel* value;
    };

    Row addRow();
    void refresh();

    sync::SyncStatus m_status;
    std::optional<storage::SyncRecord> m_record;
    std::optional<TimeZone> m_zone;
    QLabel* m_sentence;
    Row m_address{};
    Row m_contact{};
    Row m_waiting{};
    Row m_held{};
    Row m_clock{};
    ActionButton* m_push;
    ActionButton* m_done;
};

}  // namespace bl::desktop
