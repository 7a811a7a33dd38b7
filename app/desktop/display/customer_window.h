#pragma once

#include "app/desktop/display/customer_display_presenter.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/till/background.h"

#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QStackedLayout;

namespace bl::desktop {

/// The customer's side of the counter on a second monitor: lines, total and change, and pictures
/// while nobody is served. It never takes the focus.
class CustomerWindow final : public QWidget {
    Q_OBJECT
public:
    /// Where there is one monitor alone: nowhere, or as a window like others.
    enum class OneMonitor { Hidden, Window };

    explicit CustomerWindow(const Theme& theme);

    /// On the monitor that the counter is not on.
    void open(OneMonitor oneMonitor);
    void show(const CustomerView& view);
    /// The pictures that are shown while nobody is served; empty for none.
    void setPictures(const QString& directory);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* newSale();
    void showLines();
    void nextPicture();
    void loadPicture();

    const Theme& m_theme;
    QStackedLayout* m_pages;
    QLabel* m_greeting;
    QLabel* m_picture;
    QGridLayout* m_lines = nullptr;
    QLabel* m_member = nullptr;
    QLabel* m_caption = nullptr;
    QLabel* m_amount = nullptr;
    QLabel* m_paid = nullptr;
    QWidget* m_sale;  ///< made after its parts' places
    CustomerView m_view;
    QStringList m_pictures;
    qsizetype m_next = 0;
    QTimer m_slide;
    Background m_background;
};

}  // namespace bl::desktop
