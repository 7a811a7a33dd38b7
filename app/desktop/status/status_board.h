#pragma once

#include "app/desktop/printing/print_desk.h"
#include "app/desktop/theme/theme.h"
#include "core/base/time_zone.h"
#include "sync/client/sync_status.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QLabel;

namespace bl::desktop {

class StatusDot;
class StatusStrip;

/// What the status strip says: HQ, printer, the other devices and clock on the left, release,
/// shift, user and time on the right. Devices that work share a few words; each that does not is
/// named.
class StatusBoard final : public QObject {
    Q_OBJECT
public:
    /// The strip and the clock outlive it.
    StatusBoard(StatusStrip& strip, const WallClock& clock, QObject* parent = nullptr);

    void setSync(const sync::SyncStatus& status);
    /// When HQ was last heard, by the newest status.
    const std::optional<Instant>& contact() const { return m_status.lastContact; }
    void setPrinter(PrinterState state);
    /// All that are set up, the receipt printer too, which is left out here.
    void setDevices(const std::vector<SlotStatus>& devices);
    void setZone(const TimeZone& zone);
    void setRelease(std::int64_t number);
    void setShift(const std::optional<std::int64_t>& number);
    /// Empty for nobody.
    void setUser(const QString& name);

    /// Says everything again: after a change of the language, and every second.
    void refresh();

Q_SIGNALS:
    /// The part about HQ was pressed.
    void syncPressed();
    /// The printer or another device was pressed.
    void devicesPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refreshDevices();
    QString printerText() const;
    Tone printerTone() const;

    const WallClock& m_clock;
    sync::SyncStatus m_status;
    PrinterState m_printer = PrinterState::NotConfigured;
    std::optional<TimeZone> m_zone;
    std::int64_t m_release = 0;
    std::optional<std::int64_t> m_shift;
    QString m_user;
    StatusDot* m_syncDot;
    StatusDot* m_printerDot;
    std::vector<SlotStatus> m_devices;
    StatusDot* m_readyDot;                  ///< all other devices that work
    std::vector<StatusDot*> m_troubleDots;  ///< one each for the first that do not, then the rest
    StatusDot* m_clockDot;
    QLabel* m_releaseText;
    QLabel* m_whoText;
    QLabel* m_timeText;
    QTimer m_second;
};

}  // namespace bl::desktop
