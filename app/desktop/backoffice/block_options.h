#pragma once

#include "app/desktop/printing/picture_import.h"
#include "app/desktop/theme/theme.h"
#include "core/receipts/receipt_template.h"

#include <QWidget>

class QVBoxLayout;

namespace bl::desktop {

/// The options of one block of a receipt template, to be changed.
class BlockOptions final : public QWidget {
    Q_OBJECT
public:
    explicit BlockOptions(const Theme& theme, QWidget* parent = nullptr);

    void edit(const receipts::TemplateBlock& block);
    void clear();

    /// What the block is called: "Store", "Lines".
    static QString titleOf(const receipts::TemplateBlock& block);
    /// What it does, in a sentence.
    static QString hintOf(const receipts::TemplateBlock& block);

Q_SIGNALS:
    void changed(const bl::receipts::TemplateBlock& block);
    void pictureRequested(bl::desktop::Dithering dithering);

private:
    class Builder;

    void change(receipts::TemplateBlock block);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QWidget* m_form = nullptr;
    receipts::TemplateBlock m_block;
};

}  // namespace bl::desktop
