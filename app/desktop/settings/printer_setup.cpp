#include "app/desktop/settings/printer_setup.h"

#include "app/desktop/printing/print_desk.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/sentence.h"
#include "devices/transport/device_address.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr QLatin1String kEscPosTcp("escpos+tcp://");

}  // namespace

PrinterSetup::PrinterSetup(PrintDesk& printer, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_printer(printer)
    , m_label(newLabel(TextLook::Plain, this))
    , m_field(new QLineEdit(this))
    , m_test(new ActionButton(theme, this))
    , m_hint(newLabel(TextLook::Small, this))
    , m_banner(new Banner(theme, this))
{
    m_field->setMaxLength(200);
    m_field->setPlaceholderText(QStringLiteral("escpos+tcp://192.168.1.40:9100"));
    m_label->setBuddy(m_field);
    m_test->setArrangement(ActionButton::Arrangement::Beside);
    m_test->setDrawing(Icon::Printer);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space2));
    row->addWidget(m_field, 1);
    row->addWidget(m_test);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.size(Size::Space2));
    column->addWidget(m_label);
    column->addLayout(row);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addWidget(m_banner);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        say(Said::Nothing);
        Q_EMIT addressEdited();
    });
    connect(m_test, &QPushButton::clicked, this, &PrinterSetup::test);
    retranslate();
    refresh();
}

void PrinterSetup::refresh()
{
    m_field->setText(QString::fromStdString(m_printer.address()));
    say(Said::Nothing);
}

QString PrinterSetup::address() const
{
    const QString typed = m_field->text().trimmed();
    const bool named = DeviceAddress::parse(typed.toStdString()).ok();
    if (typed.isEmpty() || named || typed.contains(QLatin1String("://")))
        return typed;
    return kEscPosTcp + typed;
}

bool PrinterSetup::take()
{
    const std::string wanted = address().toStdString();
    if (wanted == m_printer.address())
        return true;
    const auto used = m_printer.usePrinter(wanted, {});
    if (!used) {
        say(Said::Failed, used.error());
        m_field->selectAll();
        m_field->setFocus(Qt::OtherFocusReason);
    }
    return used.ok();
}

void PrinterSetup::test()
{
    if (m_field->text().trimmed().isEmpty()) {
        say(Said::Failed, Error{ErrorCode::DeviceAddressInvalid, {""}});
        return;
    }
    if (!take())
        return;
    ReceiptDocument page;
    page.blocks.push_back(
        ReceiptText{"Branchline", Align::Centre, TextSize::Large, TextWeight::Bold});
    page.blocks.push_back(ReceiptText{tr("This printer works.").toStdString(), Align::Centre});
    page.blocks.push_back(ReceiptText{m_printer.address(), Align::Centre});
    page.blocks.push_back(ReceiptRule{});
    page.blocks.push_back(ReceiptText{"简体中文 繁體中文 English 0123456789 ¥1,234.50"});
    page.blocks.push_back(ReceiptBarcode{"BRANCHLINE"});
    say(Said::Testing);
    m_printer.print(
        this, std::move(page), DrawerPulse::None, [this](const Result<PrintProof>& printed) {
            if (printed)
                say(Said::Printed);
            else
                say(Said::Failed, printed.error());
        });
}

void PrinterSetup::say(Said said, const std::optional<Error>& error)
{
    m_said = said;
    m_error = error;
    m_test->setEnabled(said != Said::Testing);
    switch (said) {
    case Said::Nothing: m_banner->clear(); break;
    case Said::Testing: m_banner->say({Tone::Neutral, tr("Printing a test page …"), {}}); break;
    case Said::Printed:
        m_banner->say({Tone::Success, tr("The test page came out. The printer is ready."), {}});
        break;
    case Said::Failed: m_banner->say({Tone::Danger, text::sentence(*error), {}}); break;
    }
}

void PrinterSetup::retranslate()
{
    m_label->setText(tr("Address of the receipt printer"));
    m_field->setAccessibleName(m_label->text());
    m_test->setText(tr("Test print"));
    m_test->setAccessibleName(m_test->text());
    m_hint->setText(tr("A network printer's address; cups:NAME for a printer of this computer, or "
                       "pdf:/DIRECTORY for one file per receipt."));
    const auto error = m_error;
    say(m_said, error);
}

void PrinterSetup::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
