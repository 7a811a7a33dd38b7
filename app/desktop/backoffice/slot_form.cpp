#include "app/desktop/backoffice/slot_form.h"

#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/devices/ca_field.h"
#include "app/desktop/devices/device_words.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/choice_box.h"
#include "devices/printer/printer_profile.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

SlotForm::SlotForm(DeviceConsole& console, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_address(new QLineEdit(this))
    , m_profile(new ChoiceBox(theme, this))
    , m_cards(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_ca(new CaField(theme, this))
    , m_save(new ActionButton(theme, Icon::Check, this))
{
    m_address->setMaxLength(200);
    m_cards->setMaxLength(20);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(128);
    for (const auto& profile : printerProfiles())
        m_profile->addItem(
            QString::fromStdString(profile.title), QString::fromStdString(profile.name));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space2));
    row->addWidget(m_profile, 1);
    row->addWidget(m_password, 1);
    row->addStretch(0);
    row->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.size(Size::Space2));
    column->addWidget(m_address);
    column->addWidget(m_ca);
    column->addWidget(m_cards);
    column->addLayout(row);
    setFocusProxy(m_address);
    connect(m_save, &QPushButton::clicked, this, &SlotForm::save);
    connect(m_address, &QLineEdit::returnPressed, this, &SlotForm::save);
    connect(m_address, &QLineEdit::textChanged, this, &SlotForm::showCertificate);
    retranslate();
}

void SlotForm::showSlot(const SlotStatus& status)
{
    const auto& settings = status.settings;
    const bool any = !settings.id.empty();
    m_role = settings.role;
    const auto fill = [](QLineEdit* field, const std::string& text) {
        if (!field->isModified() || !field->hasFocus())
            field->setText(QString::fromStdString(text));
    };
    fill(m_address, settings.address);
    const bool printer = any && m_role == DeviceRole::ReceiptPrinter;
    const bool cards = any && m_role == DeviceRole::CardReader;
    m_profile->setVisible(printer);
    if (printer && !m_profile->hasFocus())
        m_profile->setCurrentIndex(
            std::max(0, m_profile->findData(QString::fromStdString(settings.profile))));
    m_cards->setVisible(cards);
    if (cards)
        fill(m_cards, settings.profile);
    m_password->setVisible(any && hasSecret(m_role));
    m_password->setPlaceholderText(secretWord(m_role));
    m_password->setAccessibleName(secretWord(m_role));
    m_ca->setFile(QString::fromStdString(settings.caFile));
    showCertificate();
    m_address->setEnabled(any);
    m_save->setEnabled(any);
}

void SlotForm::showCertificate()
{
    m_ca->setVisible(wantsCertificate(m_address->text()));
}

void SlotForm::save()
{
    SlotSettings wanted;
    wanted.address = m_address->text().trimmed().toStdString();
    if (m_role == DeviceRole::ReceiptPrinter)
        wanted.profile = m_profile->currentData().toString().toStdString();
    else if (m_role == DeviceRole::CardReader)
        wanted.profile = m_cards->text().trimmed().toStdString();
    if (wantsCertificate(m_address->text()))
        wanted.caFile = m_ca->file().toStdString();
    const auto done = m_console.setUp(wanted);
    m_address->setModified(false);
    m_cards->setModified(false);
    if (done && hasSecret(m_role) && !m_password->text().isEmpty())
        m_console.setPassword(m_password->text().toStdString());
    m_password->clear();
    if (done)
        Q_EMIT saved();
    else
        Q_EMIT failed(done.error());
}

void SlotForm::retranslate()
{
    m_address->setAccessibleName(tr("Address"));
    m_profile->setAccessibleName(tr("Printer profile"));
    m_cards->setAccessibleName(tr("Where cards carry their number"));
    m_cards->setPlaceholderText(tr("mifare:8 for block 8; empty for the chip's number"));
    m_password->setPlaceholderText(secretWord(m_role));
    m_password->setAccessibleName(secretWord(m_role));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save"));
}

void SlotForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
