#include "core/ports/receipt_document_json.h"

#include "core/ports/bitmap_png.h"

#include <array>

namespace bl {

namespace {

constexpr std::array<std::string_view, 3> kAligns{"left", "centre", "right"};
constexpr std::array<std::string_view, 2> kSizes{"normal", "large"};
constexpr std::array<std::string_view, 2> kWeights{"normal", "bold"};
constexpr std::array<std::string_view, 7> kTypes{
    "text", "pair", "rule", "space", "barcode", "qr", "image"};
constexpr TextRule kLine{0, 2000};
constexpr TextRule kQrText{1, 500};
constexpr TextRule kBarcode{1, 253};
constexpr int kMaxSpace = 100;

struct BlockWriter {
    Json json = Json::object();

    void begin(std::size_t type) { json["type"] = kTypes[type]; }
    void operator()(const ReceiptText& block)
    {
        begin(0);
        json["text"] = block.text;
        writeAlign(json, block.align, Align::Left);
        writeLook(json, block.size, block.weight);
    }
    void operator()(const ReceiptPair& block)
    {
        begin(1);
        json["left"] = block.left;
        json["right"] = block.right;
        writeLook(json, block.size, block.weight);
    }
    void operator()(const ReceiptRule&) { begin(2); }
    void operator()(const ReceiptSpace& block)
    {
        begin(3);
        json["lines"] = block.lines;
    }
    void operator()(const ReceiptBarcode& block)
    {
        begin(4);
        json["code"] = block.code;
    }
    void operator()(const ReceiptQr& block)
    {
        begin(5);
        json["text"] = block.text;
    }
    void operator()(const ReceiptImage& block)
    {
        begin(6);
        json["png"] = pictureText(block.picture);
        writeAlign(json, block.align, Align::Centre);
    }
};

std::string readBarcode(StrictObject& object)
{
    auto code = object.text("code", kBarcode);
    for (const char c : code)
        if (c < 0x20 || c > 0x7e)
            object.refuse("code", {"ascii"});
    return code;
}

ReceiptBlock readBlock(const Json& json, std::string pointer, std::optional<Error>& problem)
{
    StrictObject object(json, std::move(pointer), problem);
    const auto block = [&]() -> ReceiptBlock {
        switch (object.choice("type", kTypes)) {
        case 0:
            return ReceiptText{object.text("text", kLine), readAlign(object, Align::Left),
                readSize(object), readWeight(object)};
        case 1:
            return ReceiptPair{object.text("left", kLine), object.text("right", kLine),
                readSize(object), readWeight(object)};
        case 2: return ReceiptRule{};
        case 3: return ReceiptSpace{static_cast<int>(object.integerOr("lines", 1, kMaxSpace, 1))};
        case 4: return ReceiptBarcode{readBarcode(object)};
        case 5: return ReceiptQr{object.text("text", kQrText)};
        default:
            return ReceiptImage{readPictureAt(object, "png"), readAlign(object, Align::Centre)};
        }
    }();
    object.end();
    return block;
}

}  // namespace

void writeAlign(Json& object, Align align, Align usual)
{
    if (align != usual)
        object["align"] = kAligns[static_cast<std::size_t>(align)];
}

void writeLook(Json& object, TextSize size, TextWeight weight)
{
    if (size != TextSize::Normal)
        object["size"] = kSizes[static_cast<std::size_t>(size)];
    if (weight != TextWeight::Normal)
        object["weight"] = kWeights[static_cast<std::size_t>(weight)];
}

Align readAlign(StrictObject& object, Align usual)
{
    return static_cast<Align>(object.choiceOr("align", kAligns, static_cast<std::size_t>(usual)));
}

TextSize readSize(StrictObject& object)
{
    return static_cast<TextSize>(object.choiceOr("size", kSizes, 0));
}

TextWeight readWeight(StrictObject& object)
{
    return static_cast<TextWeight>(object.choiceOr("weight", kWeights, 0));
}

Bitmap readPictureAt(StrictObject& object, std::string_view key)
{
    const auto picture = readPicture(object.text(key, {1, (kMaxPictureBytes + 2) / 3 * 4}));
    if (picture)
        return *picture;
    object.refuse(key, picture.error().detail);
    return {};
}

std::string writeReceiptDocument(const ReceiptDocument& document)
{
    Json blocks = Json::array();
    for (const auto& block : document.blocks) {
        BlockWriter writer;
        std::visit(writer, block);
        blocks.push_back(std::move(writer.json));
    }
    return dumpJson(Json{{"blocks", std::move(blocks)}});
}

Result<ReceiptDocument> parseReceiptDocument(std::string_view text)
{
    BL_TRY(const Json json, parseDocument(text));
    std::optional<Error> problem;
    StrictObject object(json, {}, problem);
    ReceiptDocument document;
    std::size_t index = 0;
    for (const auto& block : object.array("blocks", 1, kMaxReceiptBlocks)) {
        document.blocks.push_back(readBlock(block, pointerTo("/blocks", index++), problem));
        if (problem)
            return *problem;
    }
    object.end();
    if (problem)
        return *problem;
    return document;
}

}  // namespace bl
