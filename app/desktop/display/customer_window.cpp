#include "app/desktop/display/customer_window.h"

#include "app/desktop/widgets/labels.h"
#include "app/text/number_text.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QImageReader>
#include <QLabel>
#include <QPointer>
#include <QScreen>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr std::size_t kShownLines = 9;
constexpr std::chrono::seconds kSlide{8};
constexpr int kLoosePixels = 900;

/// The picture as large as fits, without its details where it is far larger.
QImage readPicture(const QString& file, QSize room)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isEmpty())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return reader.read();
}

}  // namespace

CustomerWindow::CustomerWindow(const Theme& theme)
    : QWidget(nullptr, Qt::Window | Qt::WindowDoesNotAcceptFocus)
    , m_theme(theme)
    , m_pages(new QStackedLayout(this))
    , m_greeting(newLabel(TextLook::Total, this))
    , m_picture(new QLabel(this))
    , m_sale(newSale())
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setFocusPolicy(Qt::NoFocus);
    for (QLabel* label : {m_greeting, m_picture})
        label->setAlignment(Qt::AlignCenter);
    m_greeting->setWordWrap(true);
    // A picture must not make the window larger.
    m_picture->setMinimumSize(1, 1);
    for (QWidget* page :
        {static_cast<QWidget*>(m_greeting), static_cast<QWidget*>(m_picture), m_sale})
        m_pages->addWidget(page);
    m_slide.setInterval(kSlide);
    connect(&m_slide, &QTimer::timeout, this, &CustomerWindow::nextPicture);
}

QWidget* CustomerWindow::newSale()
{
    auto* sale = new QWidget(this);
    auto* column = new QVBoxLayout(sale);
    const int space = m_theme.size(Size::Space4);
    column->setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space);
    column->setSpacing(space);
    m_member = newLabel(TextLook::Lead, sale);
    column->addWidget(m_member);
    m_lines = new QGridLayout;
    m_lines->setColumnStretch(0, 1);
    m_lines->setHorizontalSpacing(2 * space);
    column->addLayout(m_lines);
    column->addStretch(1);
    m_paid = newLabel(TextLook::Lead, sale);
    m_paid->setAlignment(Qt::AlignRight);
    column->addWidget(m_paid);
    auto* total = new QHBoxLayout;
    m_caption = newLabel(TextLook::Title, sale);
    m_amount = newLabel(TextLook::Total, sale);
    m_amount->setAlignment(Qt::AlignRight);
    total->addWidget(m_caption);
    total->addWidget(m_amount, 1);
    column->addLayout(total);
    return sale;
}

void CustomerWindow::open(OneMonitor oneMonitor)
{
    // Not every window system heeds a window that wants no focus.
    const QPointer<QWidget> counter = QApplication::activeWindow();
    const auto screens = QGuiApplication::screens();
    const QScreen* const main = QGuiApplication::primaryScreen();
    const auto other =
        std::ranges::find_if(screens, [main](const QScreen* screen) { return screen != main; });
    if (other != screens.end()) {
        setWindowFlag(Qt::FramelessWindowHint);
        setGeometry((*other)->geometry());
        showFullScreen();
    } else if (oneMonitor == OneMonitor::Window) {
        resize(kLoosePixels, kLoosePixels * 3 / 4);
        QWidget::show();
    }
    if (counter)
        counter->activateWindow();
}

void CustomerWindow::show(const CustomerView& view)
{
    const bool wasIdle = m_view.content.kind == DisplayContent::Kind::Idle;
    m_view = view;
    const bool idle = view.content.kind == DisplayContent::Kind::Idle;
    if (idle) {
        const QString shop = QString::fromStdString(view.content.heading.text);
        const QString welcome = QString::fromStdString(view.content.caption.text);
        m_greeting->setText(shop.isEmpty() ? welcome : shop + QLatin1Char('\n') + welcome);
        if (!wasIdle || m_pages->currentWidget() == m_sale)
            m_pages->setCurrentWidget(m_greeting);
        if (!m_pictures.isEmpty() && !m_slide.isActive())
            m_slide.start();
        return;
    }
    m_slide.stop();
    m_pages->setCurrentWidget(m_sale);
    const text::MoneyFormat money{view.currency, QLocale()};
    const bool paid = view.change.has_value();
    m_member->setText(view.member);
    m_member->setVisible(!view.member.isEmpty());
    m_caption->setText(paid ? tr("Change") : tr("Total"));
    m_amount->setText(text::formatMoney(paid ? *view.change : view.total, money));
    m_paid->setVisible(paid);
    if (paid)
        m_paid->setText(tr("Total %1 · received %2")
                            .arg(text::formatMoney(view.total, money),
                                text::formatMoney(*view.received, money)));
    showLines();
}

void CustomerWindow::showLines()
{
    while (const QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const text::MoneyFormat money{m_view.currency, QLocale()};
    const auto& lines = m_view.lines;
    const std::size_t first = lines.size() - std::min(lines.size(), kShownLines);
    for (std::size_t i = first; i < lines.size(); ++i) {
        const int row = static_cast<int>(i - first);
        const auto& line = lines[i];
        auto* name = newLabel(TextLook::Lead, m_sale, QString::fromStdString(line.item.name));
        name->setWordWrap(true);
        m_lines->addWidget(name, row, 0);
        m_lines->addWidget(
            newLabel(TextLook::Lead, m_sale,
                QStringLiteral("× ") + text::formatQuantity(line.item.quantity, QLocale())),
            row, 1, Qt::AlignRight);
        m_lines->addWidget(newLabel(TextLook::Lead, m_sale, text::formatMoney(line.net, money)),
            row, 2, Qt::AlignRight);
    }
}

void CustomerWindow::setPictures(const QString& directory)
{
    m_pictures.clear();
    m_slide.stop();
    if (directory.isEmpty())
        return;
    const QDir folder(directory);
    const auto files = folder.entryList(
        {QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg")}, QDir::Files,
        QDir::Name);
    for (const auto& file : files)
        m_pictures << folder.filePath(file);
    m_next = 0;
    if (!m_pictures.isEmpty() && m_view.content.kind == DisplayContent::Kind::Idle) {
        m_slide.start();
        nextPicture();
    }
}

void CustomerWindow::nextPicture()
{
    if (m_pictures.isEmpty())
        return;
    m_next = (m_next + 1) % m_pictures.size();
    loadPicture();
}

void CustomerWindow::loadPicture()
{
    m_background.run(
        this, [file = m_pictures.at(m_next), room = size()] { return readPicture(file, room); },
        [this](const QImage& image) {
            const bool idle = m_view.content.kind == DisplayContent::Kind::Idle;
            if (image.isNull() || !idle)
                return;
            m_picture->setPixmap(QPixmap::fromImage(image));
            m_pages->setCurrentWidget(m_picture);
        });
}

void CustomerWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_pages->currentWidget() == m_picture && !m_pictures.isEmpty())
        loadPicture();
}

void CustomerWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        show(CustomerView(m_view));
}

}  // namespace bl::desktop
