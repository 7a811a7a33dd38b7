#include "app/desktop/devices/ca_field.h"

#include "app/desktop/widgets/action_button.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>

namespace bl::desktop {

bool wantsCertificate(const QString& address)
{
    return address.contains(QLatin1String("+https://"));
}

CaField::CaField(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_file(new QLineEdit(this))
    , m_choose(new ActionButton(theme, Icon::Search, this))
{
    m_file->setMaxLength(280);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.size(Size::Space2));
    row->addWidget(m_file, 1);
    row->addWidget(m_choose);
    setFocusProxy(m_file);
    connect(m_file, &QLineEdit::textEdited, this, &CaField::fileChanged);
    connect(m_choose, &QPushButton::clicked, this, &CaField::choose);
    retranslate();
}

QString CaField::file() const
{
    return m_file->text().trimmed();
}

void CaField::setFile(const QString& file)
{
    if (!m_file->hasFocus())
        m_file->setText(file);
}

void CaField::choose()
{
    auto* dialog = new QFileDialog(this, tr("Choose a certificate"), {},
        tr("Certificates") + QStringLiteral(" (*.pem *.crt *.cer)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_file->setText(file);
        Q_EMIT fileChanged(file);
    });
    dialog->open();
}

void CaField::retranslate()
{
    m_file->setPlaceholderText(tr("Own CA certificate (PEM), or empty"));
    m_file->setAccessibleName(tr("Certificate of an own authority"));
    m_choose->setText(tr("Choose"));
    m_choose->setAccessibleName(tr("Choose a certificate"));
}

void CaField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
