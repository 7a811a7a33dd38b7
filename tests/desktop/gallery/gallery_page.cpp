#include "tests/desktop/gallery/gallery_page.h"

#include "app/desktop/first_start/language_page.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/search_field.h"
#include "app/desktop/widgets/sheet.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/desktop/widgets/table_view.h"
#include "app/desktop/widgets/tile.h"
#include "tests/desktop/gallery/gallery_controls.h"
#include "tests/desktop/gallery/sample_texts.h"

#include <QAction>
#include <QApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

namespace bl::desktop::test {

namespace {

const text::MoneyFormat kYuan{Currency{"CNY", 2}, QLocale(QLocale::Chinese, QLocale::China)};

/// Builds the pages; everything is owned by the window.
class Builder {
public:
    Builder(Shell& shell, QWidget& window)
        : m_shell(shell)
        , m_theme(shell.theme())
        , m_texts(sampleTexts(shell.language()))
        , m_window(window)
    {
    }

    void counter()
    {
        auto* outer = new QVBoxLayout(&m_window);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        auto* columns = new QHBoxLayout;
        const int space = m_theme.size(Size::Space3);
        columns->setContentsMargins(
            m_theme.size(Size::Space4), space, m_theme.size(Size::Space4), space);
        columns->setSpacing(space);
        auto* left = new QVBoxLayout;
        left->setSpacing(space);
        m_search = new SearchField(m_theme, &m_window);
        m_search->setPlaceholderText(m_texts.placeholder);
        left->addWidget(m_search);
        left->addWidget(cart(), 1);
        left->addWidget(total());
        left->addLayout(actions());
        auto* right = new QVBoxLayout;
        right->setSpacing(space);
        right->addWidget(memberPanel());
        right->addWidget(quickKeys(), 1);
        columns->addLayout(left, 9);
        columns->addLayout(right, 4);
        outer->addLayout(columns, 1);
        outer->addWidget(status());
        m_search->setFocus();
    }

    void searchResults()
    {
        auto* model = new QStandardItemModel(&m_window);
        const Icon icons[] = {Icon::Product, Icon::Product, Icon::Member, Icon::Member};
        for (std::size_t i = 0; i < m_texts.lines.size(); ++i) {
            auto* item = new QStandardItem(i < 2 ? m_texts.lines[i].product : m_texts.member);
            item->setData(static_cast<int>(icons[i]), IconRole);
            item->setData(i < 2 ? QStringLiteral("6901234567892") : m_texts.since, DetailRole);
            item->setData(i < 2 ? m_texts.lines[i].price : m_texts.tier, TrailingRole);
            model->appendRow(item);
        }
        m_search->setResultModel(model);
        m_search->setText(QStringLiteral("wxm"));
        m_search->showResults(QStringLiteral("wxm"));
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QApplication::sendEvent(m_search, &down);
    }

    void paySheet()
    {
        auto* sheet = new Sheet(m_theme, &m_window);
        sheet->setTitle(m_texts.pay);
        sheet->header()->addWidget(
            newLabel(TextLook::Muted, sheet, m_texts.due), 0, Qt::AlignBottom);
        auto* due = new MoneyLabel(TextLook::Due, sheet);
        due->setAmount(Money::minor(27955), kYuan);
        sheet->header()->addWidget(due);

        auto* tenders = new QHBoxLayout;
        tenders->setSpacing(m_theme.size(Size::Space2));
        for (qsizetype i = 0; i < m_texts.tenders.size(); ++i) {
            auto* tender = new ActionButton(m_theme, sheet);
            tender->setText(m_texts.tenders[i]);
            tender->setAccessibleName(m_texts.tenders[i]);
            tender->setHint(QStringLiteral("F%1").arg(i + 1));
            tender->setCheckable(true);
            tender->setChecked(i == 0);
            tenders->addWidget(tender, 1);
        }
        sheet->body()->addLayout(tenders);

        auto* rows = new QVBoxLayout;
        rows->setSpacing(0);
        sheet->body()->addLayout(rows);
        QHBoxLayout* stored = addTenderRow(*rows, *sheet, QStringLiteral("row"), m_texts.stored);
        auto* received = new Badge(Tone::Success, sheet);
        received->setText(m_texts.received);
        stored->addWidget(received);
        stored->addWidget(newAmount(*sheet, QStringLiteral("200.00")));

        QHBoxLayout* cash = addTenderRow(*rows, *sheet, QStringLiteral("row-active"), m_texts.cash);
        auto* amount = new QLineEdit(QStringLiteral("100.00"), sheet);
        setStyleProperty(*amount, "look", QStringLiteral("amount"));
        amount->setAccessibleName(m_texts.cash);
        amount->setAlignment(Qt::AlignRight);
        amount->setFixedWidth(160);
        cash->addWidget(amount);
        cash->addWidget(newAmount(*sheet, QStringLiteral("79.55")));

        auto* quick = new QHBoxLayout;
        quick->setSpacing(m_theme.size(Size::Space2));
        for (const char* label : {"¥79.55", "¥80", "¥100", "¥200"}) {
            auto* button = new ActionButton(m_theme, sheet);
            button->setText(QString::fromUtf8(label));
            quick->addWidget(button);
        }
        quick->addStretch(1);
        quick->addWidget(newLabel(TextLook::Lead, sheet, m_texts.change));
        auto* change = new MoneyLabel(TextLook::Total, sheet);
        change->setTone(Tone::Success);
        change->setAmount(Money::minor(2045), kYuan);
        quick->addWidget(change);
        sheet->body()->addLayout(quick);

        auto* back = new ActionButton(m_theme, m_shell.actions().action(ActionId::Back), sheet);
        back->setArrangement(ActionButton::Arrangement::Beside);
        auto* finish =
            new PrimaryButton(m_theme, m_shell.actions().action(ActionId::Finish), sheet);
        finish->setArrangement(ActionButton::Arrangement::Beside);
        sheet->footer()->addWidget(back, 0, Qt::AlignTop);
        sheet->footer()->addStretch(1);
        sheet->footer()->addWidget(newLabel(TextLook::Muted, sheet, m_texts.open));
        sheet->footer()->addWidget(finish);
        sheet->openAt(amount);
    }

    void welcome()
    {
        auto* row = new QHBoxLayout(&m_window);
        auto* page = new LanguagePage(m_theme, m_shell.language(), &m_window);
        page->setFixedWidth(480);
        row->addWidget(page, 0, Qt::AlignCenter);
    }

private:
    QHBoxLayout* addTenderRow(
        QVBoxLayout& rows, QWidget& sheet, const QString& look, const QString& tender)
    {
        auto* frame = new QFrame(&sheet);
        setStyleProperty(*frame, "look", look);
        auto* row = new QHBoxLayout(frame);
        row->setContentsMargins(m_theme.size(Size::Space3), 2, m_theme.size(Size::Space3), 2);
        row->setSpacing(m_theme.size(Size::Space3));
        frame->setMinimumHeight(m_theme.size(Size::Control) + m_theme.size(Size::Space1));
        row->addWidget(newLabel(TextLook::Plain, frame, tender));
        row->addStretch(1);
        rows.addWidget(frame);
        return row;
    }

    QLabel* newAmount(QWidget& parent, const QString& text)
    {
        QLabel* label = newLabel(TextLook::Plain, &parent, text);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setMinimumWidth(m_theme.size(Size::Pay) + m_theme.size(Size::Space6));
        return label;
    }

    QWidget* cart()
    {
        auto* panel = new Panel(m_theme, &m_window);
        panel->setFlush();
        auto* model = new QStandardItemModel(0, 6, &m_window);
        for (int column = 0; column < 6; ++column) {
            model->setHeaderData(column, Qt::Horizontal, m_texts.columns[column]);
            model->setHeaderData(column, Qt::Horizontal,
                QVariant(Qt::AlignVCenter | (column < 2 ? Qt::AlignLeft : Qt::AlignRight)),
                Qt::TextAlignmentRole);
        }
        int number = 0;
        for (const SampleLine& line : m_texts.lines) {
            QList<QStandardItem*> row;
            for (const QString& text : {QString::number(++number), line.product, line.price,
                     line.quantity, line.reduction, line.net}) {
                auto* item = new QStandardItem(text);
                item->setTextAlignment(
                    Qt::AlignVCenter | (row.size() < 2 ? Qt::AlignLeft : Qt::AlignRight));
                row << item;
            }
            row[0]->setData(static_cast<int>(Tone::Neutral), ToneRole);
            row[4]->setData(line.why, NoteRole);
            row[4]->setData(static_cast<int>(Tone::Danger), ToneRole);
            row[5]->setData(true, StrongRole);
            model->appendRow(row);
        }
        auto* table = new TableView(m_theme, TableView::Density::Counter, panel);
        table->setAccessibleName(m_texts.items);
        table->setModel(model);
        const int widths[] = {48, 0, 110, 84, 190, 104};
        for (int column = 0; column < 6; ++column)
            table->setColumnWidth(column, widths[column]);
        table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
        table->selectRow(3);
        panel->column()->addWidget(table);
        return panel;
    }

    QWidget* total()
    {
        auto* panel = new Panel(m_theme, &m_window);
        panel->column()->setContentsMargins(m_theme.size(Size::Space4), m_theme.size(Size::Space2),
            m_theme.size(Size::Space4), m_theme.size(Size::Space2));
        auto* row = new QHBoxLayout;
        row->setSpacing(m_theme.size(Size::Space6));
        row->addWidget(newLabel(TextLook::Muted, panel, m_texts.items));
        row->addStretch(1);
        row->addWidget(newLabel(TextLook::Lead, panel, m_texts.total));
        auto* amount = new MoneyLabel(TextLook::Total, panel);
        amount->setAmount(Money::minor(27955), kYuan);
        row->addWidget(amount);
        panel->column()->addLayout(row);
        return panel;
    }

    QLayout* actions()
    {
        auto* row = new QHBoxLayout;
        row->setSpacing(m_theme.size(Size::Space2));
        for (const ActionId id : {ActionId::Product, ActionId::Member, ActionId::Quantity,
                 ActionId::Park, ActionId::Recall, ActionId::More, ActionId::Lock})
            row->addWidget(new ActionButton(m_theme, m_shell.actions().action(id), &m_window), 3);
        row->addWidget(
            new PrimaryButton(m_theme, m_shell.actions().action(ActionId::Pay), &m_window), 5);
        return row;
    }

    QWidget* memberPanel()
    {
        auto* panel = new Panel(m_theme, &m_window);
        auto* head = new QHBoxLayout;
        head->setSpacing(m_theme.size(Size::Space3));
        auto* avatar = new Avatar(m_theme, panel);
        avatar->setPerson(m_texts.member);
        head->addWidget(avatar);
        auto* names = new QVBoxLayout;
        names->setSpacing(m_theme.size(Size::Space1));
        auto* first = new QHBoxLayout;
        first->setSpacing(m_theme.size(Size::Space2));
        first->addWidget(newLabel(TextLook::Title, panel, m_texts.member));
        auto* tier = new Badge(Tone::Accent, panel);
        tier->setText(m_texts.tier);
        first->addWidget(tier);
        auto* birthday = new Badge(Tone::Warning, panel);
        birthday->setText(m_texts.birthday);
        first->addWidget(birthday);
        first->addStretch(1);
        names->addLayout(first);
        names->addWidget(newLabel(TextLook::Small, panel, m_texts.since));
        head->addLayout(names, 1);
        panel->column()->addLayout(head);
        auto* grid = new QGridLayout;
        const QStringList values{QStringLiteral("¥820.00"), QStringLiteral("¥80.00"),
            QStringLiteral("¥500.00"), QStringLiteral("12,480")};
        for (int i = 0; i < 4; ++i) {
            auto* cell = new QVBoxLayout;
            cell->setSpacing(0);
            cell->addWidget(newLabel(TextLook::Small, panel, m_texts.balanceLabels[i]));
            cell->addWidget(newLabel(TextLook::Amount, panel, values[i]));
            grid->addLayout(cell, i / 2, i % 2);
        }
        panel->column()->addLayout(grid);
        auto* pass = newLabel(TextLook::Small, panel, m_texts.pass);
        pass->setWordWrap(true);
        panel->column()->addWidget(pass);
        auto* note = new Note(m_theme, panel);
        note->setText(m_texts.note);
        panel->column()->addWidget(note);
        return panel;
    }

    QWidget* quickKeys()
    {
        auto* panel = new Panel(m_theme, &m_window);
        auto* chips = new QHBoxLayout;
        chips->setSpacing(m_theme.size(Size::Space2));
        for (const QString& category : m_texts.categories) {
            auto* chip = new ActionButton(m_theme, panel);
            chip->setText(category);
            chip->setCheckable(true);
            chip->setChecked(category == m_texts.categories.front());
            chips->addWidget(chip);
        }
        chips->addStretch(1);
        panel->column()->addLayout(chips);
        auto* grid = new QGridLayout;
        grid->setSpacing(m_theme.size(Size::Space2));
        for (int i = 0; i < m_texts.tiles.size(); ++i) {
            auto* tile = new Tile(m_theme, panel);
            tile->setText(m_texts.tiles[i]);
            grid->addWidget(tile, i / 4, i % 4);
        }
        panel->column()->addLayout(grid);
        panel->column()->addStretch(1);
        return panel;
    }

    QWidget* status()
    {
        auto* strip = new StatusStrip(m_theme, &m_window);
        const Tone tones[] = {Tone::Success, Tone::Success, Tone::Warning, Tone::Danger};
        for (int i = 0; i < m_texts.status.size(); ++i)
            strip->addDot()->setState(tones[i], m_texts.status[i]);
        for (const QString& text : m_texts.who)
            strip->addText()->setText(text);
        return strip;
    }

    Shell& m_shell;
    const Theme& m_theme;
    const SampleTexts& m_texts;
    QWidget& m_window;
    SearchField* m_search = nullptr;
};

}  // namespace

const char* pageName(GalleryPage page)
{
    switch (page) {
    case GalleryPage::Counter: return "counter";
    case GalleryPage::Search: return "search";
    case GalleryPage::Pay: return "pay";
    case GalleryPage::Controls: return "controls";
    case GalleryPage::Welcome: return "welcome";
    }
    return "";
}

std::unique_ptr<QWidget> newPage(GalleryPage page, Shell& shell)
{
    auto window = std::make_unique<QWidget>();
    window->resize(1366, 768);
    Builder builder(shell, *window);
    if (page == GalleryPage::Controls)
        buildControls(shell, *window);
    else if (page == GalleryPage::Welcome)
        builder.welcome();
    else
        builder.counter();
    window->show();
    window->activateWindow();
    QApplication::processEvents();
    if (page == GalleryPage::Search)
        builder.searchResults();
    if (page == GalleryPage::Pay)
        builder.paySheet();
    QApplication::processEvents();
    return window;
}

}  // namespace bl::desktop::test
