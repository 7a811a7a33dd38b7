#pragma once

#include <QEvent>
#include <QWidget>

namespace bl::desktop {

/// What every page of the back office is: it reads what it shows each time it comes into sight, and
/// again when the program speaks another language.
class OfficeWidget : public QWidget {
public:
    explicit OfficeWidget(QWidget* parent)
        : QWidget(parent)
    {
    }

protected:
    /// Sets all texts; the page's constructor calls it too.
    virtual void retranslate() = 0;
    virtual void load() = 0;

    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() != QEvent::LanguageChange)
            return;
        retranslate();
        if (isVisible())
            load();
    }

    void showEvent(QShowEvent* event) override
    {
        QWidget::showEvent(event);
        load();
    }
};

}  // namespace bl::desktop
