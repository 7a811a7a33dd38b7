#pragma once

#include "devices/scanner/key_burst.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

class QKeyEvent;
class QWindow;

namespace bl::desktop {

/// Scanners and readers that pretend to be keyboards: catches what they type before any field or
/// button does. Keys are held back for the 50 ms that it takes to tell a scanner from a person and
/// then go, unchanged and in their order, to what had the focus when they were pressed.
class WedgeFilter final : public QObject {
    Q_OBJECT
public:
    /// Sees every event of the application as long as it lives.
    explicit WedgeFilter(QObject* parent = nullptr);
    ~WedgeFilter() override;

Q_SIGNALS:
    /// A code was scanned, or a card swiped.
    void heard(const bl::DeviceEvent& event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Held {
        std::unique_ptr<QKeyEvent> event;
        QPointer<QObject> window;
        QPointer<QObject> focus;
    };
    enum class KeyKind { Character, Terminator, Modifier, Other };

    KeyKind kindOf(const QKeyEvent& key) const;
    bool overrideShortcut(QKeyEvent& key);
    bool press(QObject* window, const QKeyEvent& key);
    bool release(QObject* window, const QKeyEvent& key);
    void hold(QObject* window, const QKeyEvent& key);
    void settle(KeyBurst::Time now);
    void silenceCame();
    void act(KeyBurst::Verdict verdict);
    void replay();
    void consume();
    static void send(const Held& held);

    KeyBurst m_burst;
    std::vector<Held> m_held;
    QSet<int> m_consumed;  ///< keys of a scan that are still down
    QTimer m_silence;
    bool m_replaying = false;
};

}  // namespace bl::desktop
