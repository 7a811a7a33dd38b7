#pragma once

#include <QLayout>
#include <QList>

namespace bl::desktop {

/// Lays widgets out in reading order and breaks the row where the next one does not fit.
class ChipLayout final : public QLayout {
    Q_OBJECT
public:
    explicit ChipLayout(int spacing);
    ~ChipLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    enum class Mode { Measure, Place };
    int arrange(const QRect& rect, Mode mode) const;

    QList<QLayoutItem*> m_items;
};

}  // namespace bl::desktop
