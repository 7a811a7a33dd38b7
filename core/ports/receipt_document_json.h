#pragma once

#include "core/base/strict_object.h"
#include "core/ports/receipt_document.h"

#include <string>
#include <string_view>

/// Receipt documents as files and as print jobs that wait:
/// `resources/schema/receipt-document.schema.json` describes them.
namespace bl {

constexpr std::size_t kMaxReceiptBlocks = 10'000;

/// The document as one line of JSON; parseReceiptDocument() reads the same document back.
std::string writeReceiptDocument(const ReceiptDocument& document);

/// Reads strictly: what is not in the schema is refused. Fails with InvalidDocument, naming the
/// first place that is wrong.
Result<ReceiptDocument> parseReceiptDocument(std::string_view text);

/// How a text stands, as documents and templates write it; what is usual is left out.
void writeAlign(Json& object, Align align, Align usual);
void writeLook(Json& object, TextSize size, TextWeight weight);
Align readAlign(StrictObject& object, Align usual);
TextSize readSize(StrictObject& object);
TextWeight readWeight(StrictObject& object);
/// The picture at `key`, as base64 of a PNG.
Bitmap readPictureAt(StrictObject& object, std::string_view key);

}  // namespace bl
