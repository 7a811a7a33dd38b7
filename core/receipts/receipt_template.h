#pragma once

#include "core/base/result.h"
#include "core/ports/receipt_document.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// How a store's receipts look, as data: blocks from top to bottom, each with its few options. The
/// same template serves sales, refunds and copies.
/// `resources/schema/receipt-template.schema.json` describes the JSON.
namespace bl::receipts {

/// In which languages a receipt speaks. Whether Chinese is written in simplified or traditional
/// characters follows the program.
enum class Languages {
    Program,  ///< the one that the screens speak
    Chinese,
    English,
    Both,  ///< both words beside each other: 合计 Total
};

/// What the house itself has to say, in its own words; a language that has none is left out where
/// another speaks.
struct HouseText {
    std::string simplified;
    std::string traditional;
    std::string english;

    bool isEmpty() const { return simplified.empty() && traditional.empty() && english.empty(); }
    friend bool operator==(const HouseText&, const HouseText&) = default;
};

struct LogoBlock {
    Bitmap picture;
    Align align = Align::Centre;

    friend bool operator==(const LogoBlock&, const LogoBlock&) = default;
};

/// The store's name, address and telephone number.
struct StoreBlock {
    bool name = true;
    bool address = true;
    bool phone = true;

    friend bool operator==(const StoreBlock&, const StoreBlock&) = default;
};

/// Where it says that this is a copy or a refund: on every receipt, once.
struct MarksBlock {
    friend bool operator==(const MarksBlock&, const MarksBlock&) = default;
};

struct FactsBlock {
    bool receipt = true;
    bool date = true;
    bool registerCode = true;
    bool cashier = true;

    friend bool operator==(const FactsBlock&, const FactsBlock&) = default;
};

struct LinesBlock {
    bool code = false;
    bool unitPrice = true;
    bool reduction = true;  ///< below the line

    friend bool operator==(const LinesBlock&, const LinesBlock&) = default;
};

/// The total, and what is told besides.
struct SumsBlock {
    bool reductions = true;
    bool rounding = true;
    bool taxes = true;
    bool tenders = true;
    bool change = true;

    friend bool operator==(const SumsBlock&, const SumsBlock&) = default;
};

enum class NameShown { No, Masked, Full };

/// Only on receipts for members; below a rule of its own.
struct MemberBlock {
    NameShown name = NameShown::Full;
    bool number = true;
    bool balance = true;
    bool points = true;

    friend bool operator==(const MemberBlock&, const MemberBlock&) = default;
};

struct TextBlock {
    HouseText text;
    Align align = Align::Centre;
    TextSize size = TextSize::Normal;
    TextWeight weight = TextWeight::Normal;

    friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

/// A QR code of `content`, in which `{receipt}`, `{total}`, `{store}` and `{date}` stand for what
/// is printed.
struct QrBlock {
    std::string content = "{receipt}";

    friend bool operator==(const QrBlock&, const QrBlock&) = default;
};

/// The receipt's number as a bar code.
struct BarcodeBlock {
    friend bool operator==(const BarcodeBlock&, const BarcodeBlock&) = default;
};
struct RuleBlock {
    friend bool operator==(const RuleBlock&, const RuleBlock&) = default;
};
struct SpaceBlock {
    int lines = 1;

    friend bool operator==(const SpaceBlock&, const SpaceBlock&) = default;
};

/// Thanks below a sale; the product's own words where the house has none.
struct ThanksBlock {
    HouseText text;

    friend bool operator==(const ThanksBlock&, const ThanksBlock&) = default;
};

/// The first digits of the journal's hash, which prove that the sale is in the books, and the
/// release of prices and rules.
struct ProofBlock {
    bool rules = true;

    friend bool operator==(const ProofBlock&, const ProofBlock&) = default;
};

using TemplateBlock =
    std::variant<LogoBlock, StoreBlock, MarksBlock, FactsBlock, LinesBlock, SumsBlock, MemberBlock,
        TextBlock, QrBlock, BarcodeBlock, RuleBlock, SpaceBlock, ThanksBlock, ProofBlock>;

struct ReceiptTemplate {
    Languages languages = Languages::Program;
    std::vector<TemplateBlock> blocks;

    friend bool operator==(const ReceiptTemplate&, const ReceiptTemplate&) = default;
};

constexpr std::size_t kMaxTemplateBlocks = 100;
/// So that a template fits a line of the journal.
constexpr std::size_t kMaxTemplateBytes = std::size_t{128} * 1024;

/// One line of JSON; parseReceiptTemplate() reads the same template back.
std::string writeTemplate(const ReceiptTemplate& receipt);

/// Reads strictly. Fails with InvalidDocument, naming the first place that is wrong.
Result<ReceiptTemplate> parseReceiptTemplate(std::string_view text);

/// The JSON's word for the block's kind: `logo`, `store` …
std::string_view typeName(const TemplateBlock& block);

/// Whether a QR code's content has no placeholder but those that are known.
bool isQrContent(std::string_view content);

}  // namespace bl::receipts
