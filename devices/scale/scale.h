#pragma once

#include "core/base/result.h"
#include "devices/slot/device_event.h"

#include <chrono>

namespace bl {

/// A scale at the counter.
class Scale {
public:
    enum class Watch { Off, On };

    virtual ~Scale() = default;

    /// Whether a screen wants to see the weight: only then the scale is asked again and again and
    /// WeightSeen events flow. Any thread; returns at once.
    virtual void watch(Watch watch) = 0;

    /// The weight now, at rest: what may fill a line, or zero where nothing lies there. Fails with
    /// Unstable, Overload (also below zero), Timeout or what the line fails with.
    virtual Result<WeightSeen> weigh(std::chrono::milliseconds timeout) = 0;
};

/// How old a weight may be that fills a line.
constexpr std::chrono::milliseconds kFreshWeight{1000};

/// Whether a weight may fill a line: stable, above nothing, no overload, and not old.
bool fillsLine(const WeightSeen& weight, DeviceTime now);

/// Whether nothing lies on the scale.
bool isEmpty(const WeightSeen& weight);

}  // namespace bl
