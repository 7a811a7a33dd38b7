#include "app/desktop/shift/report_sheet.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bl::desktop {

ShiftReportSheet::ShiftReportSheet(const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
    , m_print(new ActionButton(theme, this))
    , m_done(new PrimaryButton(theme, this))
{
    setCardWidth(480);
    m_print->setArrangement(ActionButton::Arrangement::Beside);
    m_print->setDrawing(Icon::Printer);
    m_done->setArrangement(ActionButton::Arrangement::Beside);
    m_done->setHint(QStringLiteral("Esc"));
    body()->addWidget(m_banner);
    footer()->addWidget(m_print, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    footer()->addWidget(m_done);
    connect(m_done, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (m_shown)
            Q_EMIT printRequested(shiftDocument(m_shown->report, m_shown->reader, m_shown->format));
    });
}

void ShiftReportSheet::showReport(
    const services::ShiftReport& report, ShiftReader reader, const ShiftFormat& format)
{
    m_shown = Shown{report, reader, format};
    m_banner->clear();
    fill();
    openAt(m_done);
}

void ShiftReportSheet::showPrinted(const Result<PrintProof>& printed)
{
    if (!isOpen())
        return;
    if (printed)
        m_banner->say({Tone::Success, tr("The report is printed."), {}});
    else
        m_banner->say({Tone::Danger, text::sentence(printed.error()), {}});
}

void ShiftReportSheet::fill()
{
    if (!m_shown)
        return;
    setTitle(shiftReportTitle(m_shown->report));
    m_print->setText(tr("Print"));
    m_done->setText(tr("Done"));
    delete m_rows;
    m_rows = new QWidget(this);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(m_theme.size(Size::Space2));
    grid->setHorizontalSpacing(m_theme.size(Size::Space6));
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const auto& row : shiftRows(m_shown->report, m_shown->reader, m_shown->format)) {
        const bool difference = row.kind == ShiftRow::Kind::Difference;
        grid->addWidget(
            newLabel(difference ? TextLook::Heading : TextLook::Muted, m_rows, row.label), line, 0);
        auto* value = newLabel(difference ? TextLook::Heading : TextLook::Plain, m_rows, row.value);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (row.kind != ShiftRow::Kind::Text && row.amount.isNegative())
            setStyleProperty(*value, "tone", toneName(Tone::Danger));
        grid->addWidget(value, line, 1);
        ++line;
    }
    body()->addWidget(m_rows);
    m_rows->show();
}

void ShiftReportSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

}  // namespace bl::desktop
