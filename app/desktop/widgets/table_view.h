#pragma once

#include "app/desktop/theme/theme.h"

#include <QTableView>
#include <QVariantAnimation>

namespace bl::desktop {

class RowDelegate;

/// A table in the product's look: whole rows are selected, one click activates nothing, columns are
/// set by the screen.
class TableView final : public QTableView {
    Q_OBJECT
public:
    enum class Density { Counter, BackOffice };

    TableView(const Theme& theme, Density density, QWidget* parent = nullptr);

    /// Selects a row that was just added, scrolls to it and lets it fade from the accent.
    void showAdded(int row);

    /// Whether a row is still fading.
    bool isGlowing() const { return m_fade.state() == QAbstractAnimation::Running; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applySizes();
    void paintGlow(int row, int percent);

    const Theme& m_theme;
    Density m_density;
    RowDelegate* m_delegate;
    QVariantAnimation m_fade;
    int m_addedRow = -1;
};

}  // namespace bl::desktop
