#include "core/receipts/receipt_template.h"

#include "core/ports/bitmap_png.h"
#include "core/ports/receipt_document_json.h"

#include <algorithm>
#include <array>

namespace bl::receipts {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<TemplateBlock>> kBlockTypes{"logo",
    "store", "marks", "facts", "lines", "sums", "member", "text", "qr", "barcode", "rule", "space",
    "thanks", "proof"};
constexpr std::array<std::string_view, 4> kLanguages{"program", "chinese", "english", "both"};
constexpr std::array<std::string_view, 3> kNames{"no", "masked", "full"};
constexpr std::array<std::string_view, 4> kPlaceholders{
    "{receipt}", "{total}", "{store}", "{date}"};
constexpr TextRule kHouseText{0, 500};
constexpr TextRule kQrContent{1, 300};
constexpr int kMostSpace = 20;

/// A block's flags, in JSON and in the block; what is as usual is left out.
template <typename Block>
struct Flag {
    std::string_view name;
    bool Block::*value;
};
constexpr std::array<Flag<StoreBlock>, 3> kStoreFlags{{{"name", &StoreBlock::name},
    {"address", &StoreBlock::address}, {"phone", &StoreBlock::phone}}};
constexpr std::array<Flag<FactsBlock>, 4> kFactsFlags{
    {{"receipt", &FactsBlock::receipt}, {"date", &FactsBlock::date},
        {"register", &FactsBlock::registerCode}, {"cashier", &FactsBlock::cashier}}};
constexpr std::array<Flag<LinesBlock>, 3> kLinesFlags{{{"code", &LinesBlock::code},
    {"unitPrice", &LinesBlock::unitPrice}, {"reduction", &LinesBlock::reduction}}};
constexpr std::array<Flag<SumsBlock>, 5> kSumsFlags{{{"reductions", &SumsBlock::reductions},
    {"rounding", &SumsBlock::rounding}, {"taxes", &SumsBlock::taxes},
    {"tenders", &SumsBlock::tenders}, {"change", &SumsBlock::change}}};
constexpr std::array<Flag<MemberBlock>, 3> kMemberFlags{{{"number", &MemberBlock::number},
    {"balance", &MemberBlock::balance}, {"points", &MemberBlock::points}}};
constexpr std::array<Flag<ProofBlock>, 1> kProofFlags{{{"rules", &ProofBlock::rules}}};

template <typename Block, std::size_t N>
void writeFlags(Json& json, const Block& block, const std::array<Flag<Block>, N>& flags)
{
    for (const auto& flag : flags)
        if (block.*flag.value != Block{}.*flag.value)
            json[std::string(flag.name)] = block.*flag.value;
}

template <typename Block, std::size_t N>
Block readFlags(StrictObject& object, const std::array<Flag<Block>, N>& flags)
{
    Block block;
    for (const auto& flag : flags)
        block.*flag.value = object.flagOr(flag.name, block.*flag.value);
    return block;
}

void writeHouseText(Json& json, const HouseText& text)
{
    if (!text.simplified.empty())
        json["simplified"] = text.simplified;
    if (!text.traditional.empty())
        json["traditional"] = text.traditional;
    if (!text.english.empty())
        json["english"] = text.english;
}

HouseText readHouseText(StrictObject& object)
{
    return {object.textOr("simplified", kHouseText, {}),
        object.textOr("traditional", kHouseText, {}), object.textOr("english", kHouseText, {})};
}

struct TemplateBlockWriter {
    Json& json;

    void operator()(const LogoBlock& block)
    {
        json["png"] = pictureText(block.picture);
        writeAlign(json, block.align, Align::Centre);
    }
    void operator()(const StoreBlock& block) { writeFlags(json, block, kStoreFlags); }
    void operator()(const MarksBlock&) {}
    void operator()(const FactsBlock& block) { writeFlags(json, block, kFactsFlags); }
    void operator()(const LinesBlock& block) { writeFlags(json, block, kLinesFlags); }
    void operator()(const SumsBlock& block) { writeFlags(json, block, kSumsFlags); }
    void operator()(const MemberBlock& block)
    {
        if (block.name != NameShown::Full)
            json["name"] = kNames[static_cast<std::size_t>(block.name)];
        writeFlags(json, block, kMemberFlags);
    }
    void operator()(const TextBlock& block)
    {
        writeHouseText(json, block.text);
        writeAlign(json, block.align, Align::Centre);
        writeLook(json, block.size, block.weight);
    }
    void operator()(const QrBlock& block) { json["content"] = block.content; }
    void operator()(const BarcodeBlock&) {}
    void operator()(const RuleBlock&) {}
    void operator()(const SpaceBlock& block)
    {
        if (block.lines != 1)
            json["lines"] = block.lines;
    }
    void operator()(const ThanksBlock& block) { writeHouseText(json, block.text); }
    void operator()(const ProofBlock& block) { writeFlags(json, block, kProofFlags); }
};

TextBlock readTextBlock(StrictObject& object)
{
    TextBlock block{readHouseText(object), readAlign(object, Align::Centre), readSize(object),
        readWeight(object)};
    return block;
}

QrBlock readQrBlock(StrictObject& object)
{
    QrBlock block{object.text("content", kQrContent)};
    if (!isQrContent(block.content))
        object.refuse("content", {"placeholder", "{receipt} {total} {store} {date}"});
    return block;
}

MemberBlock readMemberBlock(StrictObject& object)
{
    auto block = readFlags(object, kMemberFlags);
    block.name = static_cast<NameShown>(
        object.choiceOr("name", kNames, static_cast<std::size_t>(NameShown::Full)));
    return block;
}

TemplateBlock readTemplateBlock(
    const Json& json, std::string pointer, std::optional<Error>& problem)
{
    StrictObject object(json, std::move(pointer), problem);
    const auto block = [&]() -> TemplateBlock {
        switch (object.choice("type", kBlockTypes)) {
        case 0: return LogoBlock{readPictureAt(object, "png"), readAlign(object, Align::Centre)};
        case 1: return readFlags(object, kStoreFlags);
        case 2: return MarksBlock{};
        case 3: return readFlags(object, kFactsFlags);
        case 4: return readFlags(object, kLinesFlags);
        case 5: return readFlags(object, kSumsFlags);
        case 6: return readMemberBlock(object);
        case 7: return readTextBlock(object);
        case 8: return readQrBlock(object);
        case 9: return BarcodeBlock{};
        case 10: return RuleBlock{};
        case 11: return SpaceBlock{static_cast<int>(object.integerOr("lines", 1, kMostSpace, 1))};
        case 12: return ThanksBlock{readHouseText(object)};
        default: return readFlags(object, kProofFlags);
        }
    }();
    object.end();
    return block;
}

}  // namespace

bool isQrContent(std::string_view content)
{
    while (!content.empty()) {
        const auto brace = content.find_first_of("{}");
        if (brace == std::string_view::npos)
            return true;
        content.remove_prefix(brace);
        const auto known = std::ranges::find_if(
            kPlaceholders, [&](std::string_view word) { return content.starts_with(word); });
        if (known == kPlaceholders.end())
            return false;
        content.remove_prefix(known->size());
    }
    return true;
}

std::string_view typeName(const TemplateBlock& block)
{
    return kBlockTypes[block.index()];
}

std::string writeTemplate(const ReceiptTemplate& receipt)
{
    Json blocks = Json::array();
    for (const auto& block : receipt.blocks) {
        Json json{{"type", typeName(block)}};
        std::visit(TemplateBlockWriter{json}, block);
        blocks.push_back(std::move(json));
    }
    Json json = Json::object();
    json["languages"] = kLanguages[static_cast<std::size_t>(receipt.languages)];
    json["blocks"] = std::move(blocks);
    return dumpJson(json);
}

Result<ReceiptTemplate> parseReceiptTemplate(std::string_view text)
{
    if (text.size() > kMaxTemplateBytes)
        return wrongDocument({}, {"template-size"});
    BL_TRY(const Json json, parseDocument(text));
    std::optional<Error> problem;
    StrictObject object(json, {}, problem);
    ReceiptTemplate receipt;
    receipt.languages = static_cast<Languages>(object.choiceOr("languages", kLanguages, 0));
    const Json& blocks = object.array("blocks", 1, kMaxTemplateBlocks);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        receipt.blocks.push_back(readTemplateBlock(blocks[i], pointerTo("/blocks", i), problem));
    const auto marks = std::ranges::count_if(receipt.blocks,
        [](const TemplateBlock& block) { return std::holds_alternative<MarksBlock>(block); });
    if (marks != 1)
        object.refuse("blocks", {"marks-once"});
    object.end();
    if (problem)
        return *problem;
    return receipt;
}

}  // namespace bl::receipts
