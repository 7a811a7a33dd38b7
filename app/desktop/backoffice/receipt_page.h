#pragma once

#include "app/desktop/backoffice/office_widget.h"
#include "app/desktop/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace bl::desktop {

class ActionButton;
class Banner;
class BlockOptions;
class ReceiptTemplates;

/// The page on which receipts are given their look: templates at the left, the blocks of the
/// selected one and their options in the middle, the receipt at the right.
class ReceiptPage final : public OfficeWidget {
    Q_OBJECT
public:
    /// The presenter outlives it.
    ReceiptPage(ReceiptTemplates& presenter, const Theme& theme, QWidget* parent = nullptr);

    /// The row of the block whose options are shown.
    void selectBlock(int row);

protected:
    void retranslate() override;
    void load() override;

private:
    QWidget* newTemplates();
    QWidget* newEditor();
    QWidget* newPreview();
    void connectPresenter();
    void showTemplates();
    void showDraft();
    void showBlocks();
    void showOptions();
    void drawPreview();
    void choosePicture(int dithering);
    int block() const;

    ReceiptTemplates& m_presenter;
    const Theme& m_theme;
    Banner* m_banner;
    QListWidget* m_templates = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_languages = nullptr;
    QListWidget* m_blocks = nullptr;
    QComboBox* m_add = nullptr;
    BlockOptions* m_options = nullptr;
    QLabel* m_readOnly = nullptr;
    QWidget* m_editing = nullptr;
    QScrollArea* m_area = nullptr;
    QLabel* m_picture = nullptr;
    ActionButton* m_up = nullptr;
    ActionButton* m_down = nullptr;
    ActionButton* m_remove = nullptr;
    ActionButton* m_duplicate = nullptr;
    ActionButton* m_use = nullptr;
    ActionButton* m_discard = nullptr;
    ActionButton* m_save = nullptr;
    ActionButton* m_revert = nullptr;
    ActionButton* m_wide = nullptr;
    ActionButton* m_narrow = nullptr;
    ActionButton* m_example = nullptr;
    ActionButton* m_lastSale = nullptr;
    ActionButton* m_print = nullptr;
    int m_paperMm = 80;
    bool m_filling = false;
};

}  // namespace bl::desktop
