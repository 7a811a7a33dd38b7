#include "app/desktop/widgets/banner.h"
#include "app/desktop/workstation.h"

#include <utility>

/// The workstation's way through a shift: opened, reported and closed.
namespace bl::desktop {

void Workstation::connectShift()
{
    connect(m_desk.get(), &ShiftDesk::shiftKnown, this,
        [this](const std::optional<shifts::Shift>& shift) {
            m_board->setShift(shift ? std::optional<std::int64_t>(shift->number) : std::nullopt);
            if (std::exchange(m_offerShift, false) && !shift)
                askForShift();
        });
    connect(m_desk.get(), &ShiftDesk::opened, this, [this](const shifts::Shift& shift) {
        m_shell.window().toast()->say(tr("Shift %1 is open.").arg(shift.number));
        if (std::exchange(m_payAfterShift, false))
            m_counter->presenter.requestPay();
    });
    const auto show = [this](const services::ShiftReport& report) {
        m_shiftReport->showReport(report,
            m_desk->maySeeExpected() ? ShiftReader::Manager : ShiftReader::Cashier, shiftFormat());
    };
    connect(m_desk.get(), &ShiftDesk::closed, this, show);
    connect(m_desk.get(), &ShiftDesk::reported, this, show);
    connect(m_closeShift, &CloseShiftSheet::reportRequested, m_desk.get(), &ShiftDesk::report);
    connect(m_openShift, &Sheet::closed, this, [this] {
        if (!m_desk->current())
            m_payAfterShift = false;
    });
    // Behind the report, which a manager's permission opens too.
    for (const Sheet* sheet : {static_cast<Sheet*>(m_openShift), static_cast<Sheet*>(m_closeShift)})
        connect(
            sheet, &Sheet::closed, m_desk.get(), [this] { m_desk->dropApproval(); },
            Qt::QueuedConnection);
    connect(m_shiftReport, &ShiftReportSheet::printRequested, this,
        [this](const ReceiptDocument& document) {
            m_counter->prints.print(m_shiftReport, tr("Shift report").toStdString(), document,
                [this](const Result<PrintProof>& printed) { m_shiftReport->showPrinted(printed); });
        });
    connect(m_approvalSheet, &ApprovalSheet::approved, this, [this](const staff::User& approver) {
        if (const auto then = std::exchange(m_afterApproval, nullptr))
            then(approver);
    });
}

void Workstation::askForShift()
{
    // Money that was charged and belongs to no sale would be missing tomorrow.
    if (m_desk->current() && !m_counter->openPayments.list().empty())
        m_counter->view->showOpenPayments();
    else
        openOrCloseShift();
}

void Workstation::openOrCloseShift()
{
    // It is asked once, however many reasons there are.
    if (m_openShift->isOpen() || m_closeShift->isOpen() || m_approvalSheet->isOpen())
        return;
    const auto ask = [this] {
        if (m_desk->current())
            m_closeShift->ask(shiftFormat());
        else
            m_openShift->ask(shiftFormat());
    };
    if (m_desk->mayWork())
        ask();
    else
        askManager(access::Permission::Shift, [this, ask](const staff::User& approver) {
            m_desk->allow(approver);
            ask();
        });
}

ShiftFormat Workstation::shiftFormat() const
{
    return {{m_site->currency, m_shell.locale()}, m_site->timeZone,
        QString::fromStdString(m_site->registerCode)};
}

}  // namespace bl::desktop
