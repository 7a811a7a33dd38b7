#include "devices/printer/escpos_done_watch.h"

#include "devices/printer/escpos_codec.h"

#include <algorithm>

namespace bl::escpos {

namespace {

constexpr unsigned kMarks = 10000;
/// A printer that never answers owes no more than that.
constexpr int kMostOpen = 8;

}  // namespace

DoneWatch::DoneWatch(JobDone way, unsigned firstMark)
    : m_way(way)
    , m_job(firstMark % kMarks)
{
}

void DoneWatch::begin()
{
    m_done.reset();
    m_old = m_open;
    m_passedOver = 0;
    m_job = (m_job + 1) % kMarks;
    unsigned digits = m_job;
    for (auto place = m_mark.rbegin(); place != m_mark.rend(); ++place, digits /= 10)
        *place = static_cast<char>('0' + digits % 10);
}

std::vector<std::uint8_t> DoneWatch::ask()
{
    if (m_way == JobDone::Mark)
        return encodeMark(m_mark);
    m_open = std::min(m_open + 1, kMostOpen);
    m_passedOver = std::max(0, m_passedOver - 1);
    return encodeSensorQuery();
}

void DoneWatch::take(const Answer& answer)
{
    if (const auto* mark = std::get_if<MarkAnswer>(&answer)) {
        if (mark->mark == m_mark)
            m_done = PrinterCondition::Ready;
    } else if (const auto* sensor = std::get_if<SensorAnswer>(&answer)) {
        m_open = std::max(0, m_open - 1);
        if (m_old > 0) {
            --m_old;
            ++m_passedOver;
        } else if (m_way == JobDone::Sensor) {
            m_done = readSensor(*sensor);
        }
    }
}

}  // namespace bl::escpos
