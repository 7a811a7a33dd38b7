#pragma once

#include "app/desktop/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace bl::desktop {

class ActionButton;

/// Whether that address is reached over HTTPS, where a certificate of one's own may be needed.
bool wantsCertificate(const QString& address);

/// The file with the certificates that a device over HTTPS is trusted by: typed, or chosen.
class CaField final : public QWidget {
    Q_OBJECT
public:
    explicit CaField(const Theme& theme, QWidget* parent = nullptr);

    QString file() const;
    void setFile(const QString& file);

Q_SIGNALS:
    void fileChanged(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void retranslate();

    QLineEdit* m_file;
    ActionButton* m_choose;
};

}  // namespace bl::desktop
