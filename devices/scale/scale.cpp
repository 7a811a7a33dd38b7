#include "devices/scale/scale.h"

namespace bl {

bool fillsLine(const WeightSeen& weight, DeviceTime now)
{
    return weight.stable && !weight.overload && weight.grams > 0 && now - weight.at <= kFreshWeight;
}

bool isEmpty(const WeightSeen& weight)
{
    return weight.stable && !weight.overload && !weight.belowZero && weight.grams == 0;
}

}  // namespace bl
