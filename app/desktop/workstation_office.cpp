#include "app/desktop/backoffice/devices_page.h"
#include "app/desktop/backoffice/in_store_page.h"
#include "app/desktop/backoffice/label_page.h"
#include "app/desktop/backoffice/receipt_page.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/workstation.h"

/// The workstation's way into the back office and out of it.
namespace bl::desktop {

void Workstation::buildOffice()
{
    m_office = new BackOffice(m_shell.theme(), m_shell.actions());
    m_shell.window().addScreen(m_office);
    m_receiptTemplates = std::make_unique<ReceiptTemplates>(
        m_register->till(), *m_printer, [this] { return m_office->actor(); });
    m_office->addPage({Icon::Receipt, [] { return tr("Receipts"); },
        [this](QWidget* parent) {
            return new ReceiptPage(*m_receiptTemplates, m_shell.theme(), parent);
        }});
    m_labelPrinting = std::make_unique<LabelPrinting>(
        m_register->till(), *m_devices, [this] { return m_office->actor(); });
    m_office->addPage({Icon::Label, [] { return tr("Labels"); },
        [this](QWidget* parent) {
            return new LabelPage(*m_labelPrinting, m_shell.theme(), parent);
        }});
    m_inStoreCodes = std::make_unique<InStoreCodes>(m_register->till());
    m_office->addPage({Icon::Scan, [] { return tr("In-store codes"); },
        [this](QWidget* parent) {
            return new InStorePage(*m_inStoreCodes, m_shell.theme(), parent);
        }});
    m_console = std::make_unique<DeviceConsole>(*m_devices, *m_payments, m_register->till(),
        m_counter->prints, [this] { return m_office->actor(); });
    m_deviceSetup = std::make_unique<DeviceSetup>(*m_devices, DeviceSetup::systemFinders());
    m_devicesPage = 3;
    m_office->addPage({Icon::Printer, [] { return tr("Devices"); },
        [this](QWidget* parent) {
            return new DevicesPage(*m_console, *m_deviceSetup, m_shell.theme(), parent);
        }});
    connect(m_counter->view, &CounterView::officeRequested, this, &Workstation::openOffice);
    connect(m_office, &BackOffice::leaveRequested, this,
        [this] { m_shell.window().showScreen(m_counter->view); });
}

void Workstation::openOffice()
{
    enterOffice([] {});
}

void Workstation::enterOffice(std::function<void()> then)
{
    if (!m_user || m_approvalSheet->isOpen())
        return;
    const auto enter = [this, then = std::move(then)](std::optional<UserId> approver) {
        m_office->open({m_user->id, approver});
        m_shell.window().showScreen(m_office);
        then();
    };
    if (m_user->may(access::Permission::Settings)) {
        enter({});
        return;
    }
    askManager(
        access::Permission::Settings, [enter](const staff::User& approver) { enter(approver.id); });
}

}  // namespace bl::desktop
