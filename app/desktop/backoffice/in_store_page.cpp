#include "app/desktop/backoffice/in_store_page.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/fault_text.h"
#include "app/text/number_text.h"
#include "app/text/sentence.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kTrialWidth = 380;
constexpr int kLongestCode = 90;

/// A number with so many places behind its point, as codes carry it.
QString decimalText(std::int64_t value, int places)
{
    std::int64_t scale = 1;
    for (int i = 0; i < places; ++i)
        scale *= 10;
    const QString whole = QString::number(value / scale);
    return places == 0 ? whole
                       : whole + QLocale().decimalPoint()
            + QString::number(value % scale).rightJustified(places, QLatin1Char('0'));
}

}  // namespace

InStorePage::InStorePage(InStoreCodes& presenter, const Theme& theme, QWidget* parent)
    : OfficeWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space3));
    row->addWidget(newPatterns(), 1);
    row->addWidget(newTrial());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    column->addLayout(row, 1);
    setFocusProxy(m_patterns);
    connect(&presenter, &InStoreCodes::loaded, this, [this](const QString& patterns) {
        // What somebody is writing is not taken away from them.
        if (m_patterns->toPlainText() == m_kept)
            m_patterns->setPlainText(patterns);
        m_kept = patterns;
        check();
    });
    connect(&presenter, &InStoreCodes::saved, this, [this] {
        m_banner->say({Tone::Success, tr("Saved. Scans use these patterns from now on."), {}});
        m_presenter.load();
    });
    connect(&presenter, &InStoreCodes::read, this, [this](const InStoreCodes::Reading& reading) {
        m_reading = reading;
        showReading();
    });
    connect(&presenter, &InStoreCodes::failed, this, [this](const Error& error) {
        m_banner->say({Tone::Danger, text::sentence(error), {}});
    });
    retranslate();
}

QWidget* InStorePage::newPatterns()
{
    auto* panel = new Panel(m_theme, this);
    m_title = newLabel(TextLook::Heading, panel);
    m_help = newLabel(TextLook::Muted, panel);
    m_help->setWordWrap(true);
    m_patterns = new QPlainTextEdit(panel);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.size(Size::Text));
    m_patterns->setFont(fixed);
    m_patterns->setTabChangesFocus(true);
    m_fault = newLabel(TextLook::Plain, panel);
    m_fault->setWordWrap(true);
    m_usual = new ActionButton(m_theme, panel);
    m_usual->setDrawing(Icon::Sync);
    m_save = new ActionButton(m_theme, panel);
    m_save->setDrawing(Icon::Check);
    auto* row = new QHBoxLayout;
    for (ActionButton* button : {m_usual, m_save})
        button->setArrangement(ActionButton::Arrangement::Beside);
    row->addWidget(m_usual);
    row->addStretch(1);
    row->addWidget(m_save);
    panel->column()->addWidget(m_title);
    panel->column()->addWidget(m_help);
    panel->column()->addWidget(m_patterns, 1);
    panel->column()->addWidget(m_fault);
    panel->column()->addLayout(row);
    connect(m_patterns, &QPlainTextEdit::textChanged, this, [this] {
        check();
        tryCode();
    });
    connect(m_usual, &QPushButton::clicked, this,
        [this] { m_patterns->setPlainText(QString::fromStdString(usualInStoreCodes())); });
    connect(m_save, &QPushButton::clicked, this,
        [this] { m_presenter.save(m_patterns->toPlainText()); });
    return panel;
}

QWidget* InStorePage::newTrial()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFixedWidth(kTrialWidth * m_theme.scale() / 100);
    m_trialTitle = newLabel(TextLook::Heading, panel);
    m_code = new QLineEdit(panel);
    m_code->setMaxLength(kLongestCode);
    m_answer = newLabel(TextLook::Plain, panel);
    m_answer->setWordWrap(true);
    panel->column()->addWidget(m_trialTitle);
    panel->column()->addWidget(m_code);
    panel->column()->addWidget(m_answer);
    panel->column()->addStretch(1);
    connect(m_code, &QLineEdit::textChanged, this, &InStorePage::tryCode);
    return panel;
}

void InStorePage::check()
{
    const auto fault = InStoreCodes::check(m_patterns->toPlainText());
    m_fault->setText(fault
            ? tr("Line %1: %2.").arg(fault->line).arg(text::faultText(fault->error, 0))
            : QString());
    m_fault->setVisible(fault.has_value());
    m_save->setEnabled(!fault && m_patterns->toPlainText() != m_kept);
}

void InStorePage::tryCode()
{
    m_reading.reset();
    if (m_code->text().trimmed().isEmpty()
        || InStoreCodes::check(m_patterns->toPlainText()).has_value())
        showReading();
    else
        m_presenter.tryCode(m_patterns->toPlainText(), m_code->text());
}

void InStorePage::showReading()
{
    if (!m_reading) {
        m_answer->setText(
            tr("Scan a label of the shop: what the patterns read in it appears here."));
        return;
    }
    if (!m_reading->code) {
        m_answer->setText(tr("No pattern fits this code, or its check digit is wrong."));
        return;
    }
    const auto& code = *m_reading->code;
    QStringList lines;
    lines << (m_reading->product ? QString::fromStdString(m_reading->product->name)
                                 : tr("No product has the number %1.")
                                       .arg(QString::fromStdString(code.articles.front())));
    if (code.grams)
        lines << tr("Weight: %1 kg").arg(decimalText(*code.grams, 3));
    if (code.price)
        lines << tr("Price: %1").arg(decimalText(*code.price, code.priceDecimals));
    m_answer->setText(lines.join(QLatin1Char('\n')));
}

void InStorePage::load()
{
    m_presenter.load();
}

void InStorePage::retranslate()
{
    m_title->setText(tr("Codes of this shop's scales and label printers"));
    m_help->setText(
        tr("One pattern a line. Digits stand for themselves, each point for a digit of the "
           "product's number, {NNDDD} for a weight in kilograms and {$NNNDD} for a price, N before "
           "and D behind the decimal point. The check digit follows and is not written. Lines that "
           "begin with # are notes."));
    m_patterns->setAccessibleName(tr("Patterns of in-store codes"));
    m_usual->setText(tr("Take the usual ones"));
    m_save->setText(tr("Save"));
    m_trialTitle->setText(tr("Try a code"));
    m_code->setAccessibleName(tr("Try a code"));
    m_code->setPlaceholderText(tr("Scan or type a code"));
    check();
    showReading();
}

}  // namespace bl::desktop
