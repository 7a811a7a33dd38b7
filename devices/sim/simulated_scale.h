#pragma once

#include "devices/sim/commanded_device.h"

namespace bl::sim {

/// What a simulated scale speaks. The last four speak all the time.
enum class ScaleLanguage { Toledo, Nci, Aandd, Reversed, Plain, Framed, Labelled };

std::optional<ScaleLanguage> findScaleLanguage(std::string_view name);

/// `{"weight":1234}` in grams, with `"unstable":true` or `"overload":true`; faults as those of
/// SpeakingDevice.
class SimulatedScale final : public CommandedDevice {
public:
    explicit SimulatedScale(ScaleLanguage language, std::string unit = "kg")
        : m_language(language)
        , m_unit(std::move(unit))
    {
    }

    Result<Reaction> obey(const Json& command) override;
    Reaction connected() override;
    Reaction receive(std::span<const std::uint8_t> bytes) override;
    Reaction timeCame() override;

private:
    bool isContinuous() const;
    std::string frame() const;
    Reaction say();

    ScaleLanguage m_language;
    std::string m_unit;
    std::int64_t m_grams = 0;
    bool m_unstable = false;
    bool m_overload = false;
    bool m_garbage = false;
    bool m_half = false;
    bool m_wrongSum = false;
    int m_wobble = 0;
    std::string m_question;
};

}  // namespace bl::sim
