#pragma once

#include "app/desktop/theme/theme.h"

#include <QLineEdit>
#include <QPointer>

class QAbstractItemModel;
class QFrame;
class QLabel;
class QListView;
class QModelIndex;

namespace bl::desktop {

class ActionButton;

/// The field that a scanner and a person type into, with the results below it.
///
/// It never waits: it says what is looked for with `queryChanged`, and whoever searches fills the
/// model some time later and calls `showResults` with the query it answers; answers to an older
/// query are dropped. A scanner's code ends with Enter and goes out as `submitted`, unless a result
/// was chosen with the arrow keys.
class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const Theme& theme, QWidget* parent = nullptr);
    ~SearchField() override;

    /// Results in the roles of row_delegate.h; not owned.
    void setResultModel(QAbstractItemModel* model);

    /// The model answers `query` now. Opens the list, or says that nothing was found.
    void showResults(const QString& query);
    void hideResults();
    bool resultsVisible() const;

    /// Empty, closed, ready for the next code.
    void reset();

Q_SIGNALS:
    /// What is looked for, trimmed; empty when the field was cleared.
    void queryChanged(const QString& query);
    /// Enter on a typed or scanned text.
    void submitted(const QString& text);
    /// A result was chosen.
    void resultChosen(const QModelIndex& index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void placeInside();
    void placePopup();
    void moveChoice(int step);
    void retranslate();
    QString query() const { return text().trimmed(); }

    const Theme& m_theme;
    QPointer<QFrame> m_popup;  // belongs to the window while it is open
    QListView* m_list;
    QLabel* m_nothing;
    ActionButton* m_clear;
};

}  // namespace bl::desktop
