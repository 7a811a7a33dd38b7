#include "core/receipts/label_template.h"

#include "core/base/strict_object.h"

#include <array>

namespace bl::receipts {

namespace {

constexpr std::array<std::string_view, 2> kLayouts{"shelf", "product"};

struct LabelFlag {
    std::string_view name;
    bool LabelTemplate::*value;
};
constexpr std::array<LabelFlag, 6> kLabelFlags{
    {{"name", &LabelTemplate::name}, {"price", &LabelTemplate::price},
        {"unit", &LabelTemplate::unit}, {"barcode", &LabelTemplate::barcode},
        {"code", &LabelTemplate::code}, {"store", &LabelTemplate::store}}};

}  // namespace

std::string writeTemplate(const LabelTemplate& label)
{
    Json json = Json::object();
    json["layout"] = kLayouts[static_cast<std::size_t>(label.layout)];
    json["width"] = label.widthMm;
    json["height"] = label.heightMm;
    if (label.gapMm != LabelTemplate{}.gapMm)
        json["gap"] = label.gapMm;
    for (const auto& flag : kLabelFlags)
        if (label.*flag.value != LabelTemplate{}.*flag.value)
            json[std::string(flag.name)] = label.*flag.value;
    return dumpJson(json);
}

Result<LabelTemplate> parseLabelTemplate(std::string_view text)
{
    BL_TRY(const Json json, parseDocument(text));
    std::optional<Error> problem;
    StrictObject object(json, {}, problem);
    LabelTemplate label;
    label.layout = static_cast<LabelLayout>(object.choice("layout", kLayouts));
    label.widthMm = static_cast<int>(object.integer("width", kMinLabelMm, kMaxLabelMm));
    label.heightMm = static_cast<int>(object.integer("height", kMinLabelMm, kMaxLabelMm));
    label.gapMm = static_cast<int>(object.integerOr("gap", 0, kMaxLabelGapMm, label.gapMm));
    for (const auto& flag : kLabelFlags)
        label.*flag.value = object.flagOr(flag.name, label.*flag.value);
    object.end();
    if (problem)
        return *problem;
    return label;
}

}  // namespace bl::receipts
