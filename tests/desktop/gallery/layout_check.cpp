#include "tests/desktop/gallery/layout_check.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/desktop/widgets/table_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>

namespace bl::desktop::test {

namespace {

QString named(const QWidget& widget, const QString& text)
{
    return QStringLiteral("%1 “%2” (%3×%4)")
        .arg(QLatin1String(widget.metaObject()->className()), text)
        .arg(widget.width())
        .arg(widget.height());
}

void checkLabel(const QLabel& label, QStringList& faults)
{
    if (label.text().isEmpty())
        return;
    const bool fits = label.wordWrap()
        ? label.heightForWidth(label.width()) <= label.height()
        : label.sizeHint().width() <= label.width() && label.sizeHint().height() <= label.height();
    if (!fits)
        faults << named(label, label.text()) + QStringLiteral(" is cut off");
}

void checkButton(const QAbstractButton& button, int finger, QStringList& faults)
{
    if (button.width() < finger || button.height() < finger)
        faults << named(button, button.text()) + QStringLiteral(" is too small for a finger");
    if (button.sizeHint().width() > button.width() || button.sizeHint().height() > button.height())
        faults << named(button, button.text()) + QStringLiteral(" is cut off");
}

void checkField(const QLineEdit& field, int finger, QStringList& faults)
{
    if (field.height() < finger)
        faults << named(field, field.text()) + QStringLiteral(" is too small for a finger");
    const QMargins margins = field.textMargins();
    const int room = field.width() - margins.left() - margins.right() - 4;
    if (field.fontMetrics().horizontalAdvance(field.placeholderText()) > room)
        faults << named(field, field.placeholderText()) + QStringLiteral(" is cut off");
}

void checkTable(const QTableView& table, QStringList& faults)
{
    const auto* model = table.model();
    for (int column = 0; model && column < model->columnCount(); ++column) {
        if (table.horizontalHeader()->sectionSizeHint(column) > table.columnWidth(column))
            faults << QStringLiteral("header of column %1 is cut off").arg(column);
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, column);
            if (table.itemDelegate()->sizeHint({}, index).width() > table.columnWidth(column))
                faults << QStringLiteral("cell “%1” is cut off").arg(index.data().toString());
        }
    }
}

void checkName(QWidget& widget, QStringList& faults)
{
    const auto* accessible = QAccessible::queryAccessibleInterface(&widget);
    if (!accessible || accessible->text(QAccessible::Name).isEmpty())
        faults << named(widget, {}) + QStringLiteral(" has no accessible name");
}

}  // namespace

QStringList layoutFaults(const QWidget& window, const Theme& theme)
{
    QStringList faults;
    const int finger = theme.size(Size::Control);
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisible() || qobject_cast<QScrollBar*>(widget))
            continue;
        if (const auto* label = qobject_cast<QLabel*>(widget))
            checkLabel(*label, faults);
        if (const auto* dot = qobject_cast<StatusDot*>(widget);
            dot && dot->sizeHint().width() > dot->width())
            faults << named(*dot, dot->text()) + QStringLiteral(" is cut off");
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const auto* field = qobject_cast<QLineEdit*>(widget);
        const auto* table = qobject_cast<QTableView*>(widget);
        // The corner between a table's headers is never shown here.
        if (table)
            checkTable(*table, faults);
        if (button && !qobject_cast<QTableView*>(widget->parentWidget()))
            checkButton(*button, finger, faults);
        if (field)
            checkField(*field, finger, faults);
        const bool operable = (button && !qobject_cast<QTableView*>(widget->parentWidget()))
            || field || table || qobject_cast<QListView*>(widget);
        if (operable)
            checkName(*widget, faults);
        const QWidget* parent = widget->parentWidget();
        if ((button || field) && parent && !parent->rect().contains(widget->geometry()))
            faults << named(*widget, button ? button->text() : field->text())
                    + QStringLiteral(" leaves its parent");
    }
    return faults;
}

}  // namespace bl::desktop::test
