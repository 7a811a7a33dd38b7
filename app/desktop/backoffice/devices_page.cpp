#include "app/desktop/backoffice/devices_page.h"

#include "app/desktop/backoffice/add_device_sheet.h"
#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/backoffice/slot_form.h"
#include "app/desktop/backoffice/terminal_payments.h"
#include "app/desktop/devices/device_setup.h"
#include "app/desktop/devices/device_words.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/device_text.h"
#include "app/text/sentence.h"
#include "devices/card/card_apdu.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace bl::desktop {

namespace {

constexpr int kTableHeight = 200;
constexpr int kDetailWidth = 470;
enum Column { RoleColumn, AddressColumn, StateColumn, ErrorColumn, CountColumn, ColumnCount };

/// What fits a cell; the sentence stands below.
QString shortError(const std::optional<Error>& error)
{
    if (!error)
        return {};
    const auto fault = faultOf(*error);
    return fault ? text::faultWords(*fault) : text::sentence(*error);
}

}  // namespace

DevicesPage::DevicesPage(
    DeviceConsole& console, DeviceSetup& setup, const Theme& theme, QWidget* parent)
    : OfficeWidget(parent)
    , m_console(console)
    , m_setup(setup)
    , m_theme(theme)
{
    auto* below = new QHBoxLayout;
    below->setSpacing(theme.size(Size::Space3));
    below->addWidget(newDetail());
    below->addWidget(newTrace(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.size(Size::Space3));
    column->addWidget(newTable());
    column->addLayout(below, 1);
    setFocusProxy(m_table);
    connect(&console, &DeviceConsole::refreshed, this, &DevicesPage::refresh);
    connect(&console, &DeviceConsole::told, this,
        [this](const Message& message) { m_banner->say(message); });
    connect(&setup, &DeviceSetup::saved, this, [this](const QString& slot) {
        m_console.select(slot.toStdString());
        refresh();
        m_banner->say({Tone::Success, tr("The device was added."), {}});
    });
    retranslate();
}

QWidget* DevicesPage::newTable()
{
    auto* panel = new Panel(m_theme, this);
    m_rows = new QStandardItemModel(0, ColumnCount, this);
    m_table = new TableView(m_theme, TableView::Density::BackOffice, panel);
    m_table->setModel(m_rows);
    m_table->setFixedHeight(kTableHeight * m_theme.scale() / 100);
    m_table->horizontalHeader()->setSectionResizeMode(ErrorColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(RoleColumn, 150 * m_theme.scale() / 100);
    m_table->setColumnWidth(AddressColumn, 380 * m_theme.scale() / 100);
    m_table->setColumnWidth(StateColumn, 160 * m_theme.scale() / 100);
    m_table->setColumnWidth(CountColumn, 140 * m_theme.scale() / 100);
    m_add = new ActionButton(m_theme, Icon::Plus, panel);
    m_look = new ActionButton(m_theme, Icon::Sync, panel);
    m_switch = new ActionButton(m_theme, Icon::Lock, panel);
    m_remove = new ActionButton(m_theme, Icon::Trash, panel);
    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    for (ActionButton* button : {m_look, m_switch, m_remove})
        row->addWidget(button);
    panel->column()->addWidget(m_table);
    panel->column()->addLayout(row);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& index) {
            const auto slots = m_console.slots();
            const auto chosen = static_cast<std::size_t>(std::max(0, index.row()));
            if (m_filling || chosen >= slots.size())
                return;
            m_banner->clear();
            m_console.select(slots[chosen].settings.id);
        });
    connect(m_add, &QPushButton::clicked, this, &DevicesPage::openWizard);
    connect(m_look, &QPushButton::clicked, &m_console, &DeviceConsole::lookNow);
    connect(m_remove, &QPushButton::clicked, &m_console, &DeviceConsole::remove);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (m_console.status().settings.enabled)
            m_console.switchOff();
        else
            m_console.switchOn();
    });
    return panel;
}

QWidget* DevicesPage::newDetail()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFixedWidth(kDetailWidth * m_theme.scale() / 100);
    panel->column()->setSpacing(m_theme.size(Size::Space2));
    m_title = newLabel(TextLook::Heading, panel);
    m_error = newLabel(TextLook::Small, panel);
    m_error->setWordWrap(true);
    m_form = new SlotForm(m_console, m_theme, panel);
    panel->column()->addWidget(m_title);
    panel->column()->addWidget(m_error);
    panel->column()->addWidget(m_form);
    addTests(panel);
    addCards(panel);
    m_heard = newLabel(TextLook::Plain, panel);
    m_heard->setWordWrap(true);
    m_heard->setTextFormat(Qt::PlainText);
    panel->column()->addWidget(m_heard);
    m_payments = new TerminalPayments(m_console, m_theme, panel);
    panel->column()->addWidget(m_payments);
    m_banner = new Banner(m_theme, panel);
    panel->column()->addWidget(m_banner);
    panel->column()->addStretch(1);
    connect(m_form, &SlotForm::saved, this, [this] {
        m_banner->say({Tone::Success, tr("Saved."), {}});
    });
    connect(m_form, &SlotForm::failed, this, [this](const Error& error) {
        m_banner->say({Tone::Danger, text::sentence(error), {}});
    });
    // The only question that it asks.
    connect(m_banner, &Banner::actionTriggered, &m_console, &DeviceConsole::replaceCardNumber);
    return panel;
}

void DevicesPage::addCards(Panel* panel)
{
    m_cardNumber = new QLineEdit(panel);
    m_cardNumber->setMaxLength(static_cast<int>(MifareProfile::kBlockBytes));
    m_writeCard = new ActionButton(m_theme, Icon::Member, panel);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.size(Size::Space1));
    row->addWidget(m_cardNumber, 1);
    row->addWidget(m_writeCard);
    panel->column()->addLayout(row);
    const auto write = [this] {
        m_console.writeCard(m_cardNumber->text());
    };
    connect(m_writeCard, &QPushButton::clicked, this, write);
    connect(m_cardNumber, &QLineEdit::returnPressed, this, write);
}

void DevicesPage::addTests(Panel* panel)
{
    auto* grid = new QGridLayout;
    grid->setSpacing(m_theme.size(Size::Space1));
    const auto add = [&](Icon icon, DeviceRole role, auto act) {
        auto* button = new ActionButton(m_theme, icon, panel);
        connect(button, &QPushButton::clicked, &m_console, act);
        // Those of one role lie side by side; only one role's are seen at a time.
        const auto before = static_cast<int>(std::ranges::count(m_tests, role, &Test::role));
        grid->addWidget(button, before / 2, before % 2);
        m_tests.push_back({button, role});
    };
    add(Icon::Printer, DeviceRole::ReceiptPrinter, &DeviceConsole::printTestPage);
    add(Icon::Drawer, DeviceRole::ReceiptPrinter, &DeviceConsole::openDrawer);
    add(Icon::Info, DeviceRole::ReceiptPrinter, &DeviceConsole::askStatus);
    add(Icon::Label, DeviceRole::LabelPrinter, &DeviceConsole::printTestLabel);
    add(Icon::Info, DeviceRole::LabelPrinter, &DeviceConsole::askStatus);
    add(Icon::Quantity, DeviceRole::Scale, &DeviceConsole::weigh);
    add(Icon::Store, DeviceRole::CustomerDisplay, [this] { m_console.show(tr("Welcome")); });
    add(Icon::Sync, DeviceRole::PaymentTerminal, &DeviceConsole::reconnect);
    add(Icon::Info, DeviceRole::PaymentTerminal, &DeviceConsole::diagnose);
    add(Icon::Shift, DeviceRole::PaymentTerminal, &DeviceConsole::closeDay);
    add(Icon::Receipt, DeviceRole::PaymentTerminal, &DeviceConsole::printSlipAgain);
    panel->column()->addLayout(grid);
}

QWidget* DevicesPage::newTrace()
{
    auto* panel = new Panel(m_theme, this);
    m_traceTitle = newLabel(TextLook::Muted, panel);
    m_trace = new QPlainTextEdit(panel);
    m_trace->setReadOnly(true);
    m_trace->setUndoRedoEnabled(false);
    m_trace->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_trace->setTabChangesFocus(true);
    panel->column()->addWidget(m_traceTitle);
    panel->column()->addWidget(m_trace, 1);
    return panel;
}

void DevicesPage::openWizard()
{
    if (!m_wizard)
        m_wizard = new AddDeviceSheet(m_setup, m_theme, window());
    m_wizard->open();
}

void DevicesPage::refresh()
{
    showRows();
    showDetail();
}

void DevicesPage::showRows()
{
    m_filling = true;
    const auto slots = m_console.slots();
    if (m_console.selected().empty() && !slots.empty())
        m_console.select(slots.front().settings.id);
    m_rows->setRowCount(static_cast<int>(slots.size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const auto& status = slots[static_cast<std::size_t>(row)];
        const auto& counters = status.counters;
        const std::array<QString, ColumnCount> texts{roleWord(status.settings.role),
            QString::fromStdString(status.settings.address),
            stateMark(status.state) + QLatin1Char(' ') + stateWord(status),
            shortError(status.lastError),
            tr("%1 / %2").arg(counters.jobs).arg(counters.failures + counters.losses)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = m_rows->item(row, column);
            if (!item) {
                item = new QStandardItem;
                item->setEditable(false);
                m_rows->setItem(row, column, item);
            }
            const auto& text = texts[static_cast<std::size_t>(column)];
            if (item->text() != text) {
                item->setText(text);
                item->setToolTip(text);
            }
        }
        m_rows->item(row, StateColumn)
            ->setData(static_cast<int>(stateTone(status.state)), ToneRole);
        m_rows->item(row, CountColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (status.settings.id == m_console.selected() && m_table->currentIndex().row() != row)
            m_table->selectRow(row);
    }
    m_filling = false;
}

void DevicesPage::showDetail()
{
    const auto status = m_console.status();
    const bool any = !status.settings.id.empty();
    m_title->setText(any ? roleWord(status.settings.role) + QStringLiteral("  ")
                + QString::fromStdString(status.reading.identity)
                         : tr("No device is set up yet. Add one."));
    m_error->setVisible(any && status.lastError);
    m_error->setText(status.lastError ? text::sentence(*status.lastError) : QString());
    m_form->showSlot(status);
    for (ActionButton* button : {m_look, m_switch, m_remove})
        button->setEnabled(any);
    // A number is written where the cards carry one.
    const bool cards =
        any && status.settings.role == DeviceRole::CardReader && !status.settings.profile.empty();
    m_cardNumber->setVisible(cards);
    m_writeCard->setVisible(cards);
    m_switch->setText(status.settings.enabled ? tr("Switch off") : tr("Switch on"));
    for (const auto& test : m_tests) {
        test.button->setVisible(any && test.role == status.settings.role);
        test.button->setEnabled(status.settings.enabled);
    }
    const bool speaks = any
        && (status.settings.role == DeviceRole::Scanner
            || status.settings.role == DeviceRole::CardReader
            || status.settings.role == DeviceRole::Scale);
    m_heard->setVisible(speaks);
    const auto& heard = m_console.heard();
    m_heard->setText(heard.isEmpty()
            ? tr("Scan a code, use a card or put something on the scale: it appears here.")
            : heard.mid(std::max<qsizetype>(0, heard.size() - 6)).join(QLatin1Char('\n')));
    m_payments->refresh();
    const QString trace = m_console.trace().join(QLatin1Char('\n'));
    if (trace != m_trace->toPlainText()) {
        m_trace->setPlainText(trace);
        m_trace->verticalScrollBar()->setValue(m_trace->verticalScrollBar()->maximum());
    }
}

void DevicesPage::retranslate()
{
    m_table->setAccessibleName(tr("Devices"));
    m_rows->setHorizontalHeaderLabels(
        {tr("Device"), tr("Address"), tr("State"), tr("Last error"), tr("Jobs / failures")});
    m_rows->setHeaderData(CountColumn, Qt::Horizontal,
        static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_add->setText(tr("Add a device"));
    m_look->setText(tr("Look for it now"));
    m_remove->setText(tr("Remove"));
    m_cardNumber->setAccessibleName(tr("Number for the card"));
    m_cardNumber->setPlaceholderText(tr("Number for the card on the reader"));
    m_writeCard->setText(tr("Write it"));
    const QStringList names{tr("Test page"), tr("Open the drawer"), tr("Ask its state"),
        tr("Test label"), tr("Ask its state"), tr("Weigh"), tr("Show a text"), tr("Register again"),
        tr("Diagnosis"), tr("End of day"), tr("Print its slip again")};
    for (std::size_t i = 0; i < m_tests.size(); ++i)
        m_tests[i].button->setText(names[static_cast<qsizetype>(i)]);
    m_payments->retranslate();
    m_traceTitle->setText(tr("What goes over its line: → to the device, ← from it"));
    m_trace->setAccessibleName(tr("Trace"));
    refresh();
}

void DevicesPage::load()
{
    m_console.open();
}

void DevicesPage::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous())
        m_console.close();
    QWidget::hideEvent(event);
}

}  // namespace bl::desktop
