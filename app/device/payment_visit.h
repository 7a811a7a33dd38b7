#pragma once

#include "app/device/device_call.h"
#include "app/device/interruption.h"
#include "core/ports/payment_terminal.h"
#include "devices/payment/payment_run.h"

#include <functional>
#include <mutex>
#include <string>

namespace bl::device {

/// Ends what waits: before the terminal is open by leaving; later what is carried out is given up,
/// and its end is waited for as long as the command has time.
class PaymentStop {
public:
    explicit PaymentStop(DeviceVisit& visit)
        : m_visit(visit)
    {
    }

    /// From any thread.
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        if (m_over)
            return;
        m_stopped = true;
        if (m_run)
            m_run->giveUp();
        else if (!m_opened)
            m_visit.giveUp();
    }
    void opened()
    {
        const std::lock_guard lock(m_mutex);
        m_opened = true;
    }
    /// The terminal is gone after that.
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
    }

    /// While it lives, that is what is given up.
    class Carrying {
    public:
        Carrying(PaymentStop& stop, PaymentRun& run)
            : m_stop(stop)
        {
            const std::lock_guard lock(stop.m_mutex);
            stop.m_run = &run;
            if (stop.m_stopped)
                run.giveUp();
        }
        ~Carrying()
        {
            const std::lock_guard lock(m_stop.m_mutex);
            m_stop.m_run = nullptr;
        }
        Carrying(const Carrying&) = delete;
        Carrying& operator=(const Carrying&) = delete;

    private:
        PaymentStop& m_stop;
    };

private:
    DeviceVisit& m_visit;
    std::mutex m_mutex;  // guards what follows
    PaymentRun* m_run = nullptr;
    bool m_opened = false;
    bool m_stopped = false;
    bool m_over = false;
};

/// What works with a terminal; the visit says of errors what people should hear.
using TerminalWork =
    std::function<Result<text::CommandResult>(PaymentTerminal&, PaymentStop&, const DeviceVisit&)>;

/// Opens the terminal, and has `work` done with money. When the time is over the terminal is asked
/// to abort; one that does not answer then either is left, and what was sent is unknown. A gateway
/// is the terminal for `code`.
Result<text::CommandResult> withTerminal(const DeviceCall& call, const std::string& code,
    Interruption& interruption, const TerminalWork& work);

}  // namespace bl::device
