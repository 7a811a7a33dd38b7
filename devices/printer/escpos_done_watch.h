#pragma once

#include "devices/printer/escpos_answers.h"
#include "devices/printer/printer_profile.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace bl::escpos {

/// Tells the answer that says that the present job is done from one to what was asked for an
/// earlier job.
///
/// A mark comes back as it was sent. The sensor's answers all look alike, but come in the order of
/// the questions: as many are passed over as are still open of earlier jobs. Whether those will
/// come at all nobody knows, so for each one passed over the printer is asked once more.
class DoneWatch {
public:
    /// `firstMark` is another one after each start, because the last one's answer may still come.
    DoneWatch(JobDone way, unsigned firstMark);

    /// The job is sent: from now on the questions are about this one.
    void begin();

    /// The bytes of a question.
    std::vector<std::uint8_t> ask();

    void take(const Answer& answer);

    /// What became of the job; nothing where it is not known yet.
    std::optional<PrinterCondition> done() const { return m_done; }

    /// Whether an answer was passed over that may have been this job's own: ask once more.
    bool wantsAnother() const { return m_passedOver > 0; }

    /// Whether there are questions that have no answer.
    bool isOpen() const { return m_open > 0; }
    /// Those will never be answered.
    void forget() { m_open = 0; }

private:
    JobDone m_way;
    unsigned m_job;
    std::array<char, 4> m_mark{};
    int m_open = 0;        ///< questions to the sensor without an answer
    int m_old = 0;         ///< those among them that are about earlier jobs
    int m_passedOver = 0;  ///< answers that may have been to those
    std::optional<PrinterCondition> m_done;
};

}  // namespace bl::escpos
