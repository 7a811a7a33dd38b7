#pragma once

#include "app/desktop/backoffice/office_widget.h"
#include "app/desktop/theme/theme.h"
#include "core/catalog/product.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QStandardItemModel;

namespace bl::desktop {

class ActionButton;
class Banner;
class LabelPrinting;
class SearchField;
class TableView;

/// The page on which labels are printed: the template and its options at the left, products and
/// numbers in the middle, the label at the right.
class LabelPage final : public OfficeWidget {
    Q_OBJECT
public:
    /// The presenter outlives it.
    LabelPage(LabelPrinting& presenter, const Theme& theme, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void load() override;

private:
    QWidget* newTemplate();
    QWidget* newProducts();
    QWidget* newPreview();
    void connectPresenter();
    void showTemplates();
    void showDraft();
    void showWanted();
    void showFound(const QString& typed, const std::vector<catalog::Product>& products);
    void changeDraft();
    void showPlaces();
    void drawPreview();

    LabelPrinting& m_presenter;
    const Theme& m_theme;
    Banner* m_banner;
    QListWidget* m_templates = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_layout = nullptr;
    QLabel* m_sizeTitle = nullptr;
    QLineEdit* m_width = nullptr;
    QLineEdit* m_height = nullptr;
    QLineEdit* m_gap = nullptr;
    std::vector<QCheckBox*> m_flags;
    ActionButton* m_duplicate = nullptr;
    ActionButton* m_discard = nullptr;
    ActionButton* m_save = nullptr;
    SearchField* m_search = nullptr;
    QStandardItemModel* m_results = nullptr;
    std::vector<catalog::Product> m_found;
    TableView* m_table = nullptr;
    QStandardItemModel* m_rows = nullptr;
    ActionButton* m_more = nullptr;
    ActionButton* m_fewer = nullptr;
    QLabel* m_picture = nullptr;
    QLineEdit* m_address = nullptr;
    ActionButton* m_print = nullptr;
    bool m_filling = false;
};

}  // namespace bl::desktop
