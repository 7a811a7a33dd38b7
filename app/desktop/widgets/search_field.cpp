#include "app/desktop/widgets/search_field.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"

#include <QFocusEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kRowsAtOnce = 8;

}  // namespace

SearchField::SearchField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_popup(new QFrame(this))
    , m_list(new QListView(m_popup))
    , m_nothing(newLabel(TextLook::Muted, m_popup))
    , m_clear(new ActionButton(theme, this))
{
    setStyleProperty(*this, "look", QStringLiteral("search"));
    m_clear->setDrawing(Icon::Close);
    m_clear->setEmphasis(ActionButton::Emphasis::Quiet);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();

    setStyleProperty(*m_popup, "look", QStringLiteral("popup"));
    m_popup->hide();
    m_list->setItemDelegate(new ResultDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(theme.size(Size::Space4));
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(1, theme.size(Size::Space1), 1, theme.size(Size::Space1));
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    retranslate();

    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        if (query().isEmpty())
            hideResults();
    });
    connect(this, &QLineEdit::textEdited, this, [this] { Q_EMIT queryChanged(query()); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        reset();
        Q_EMIT queryChanged(QString());
    });
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex& index) { Q_EMIT resultChosen(index); });
}

SearchField::~SearchField()
{
    delete m_popup;
}

void SearchField::setResultModel(QAbstractItemModel* model)
{
    m_list->setModel(model);
    m_list->setAccessibleName(tr("Search results"));
}

void SearchField::showResults(const QString& answered)
{
    if (answered != query() || answered.isEmpty() || !m_list->model())
        return;
    const bool found = m_list->model()->rowCount() > 0;
    m_list->setVisible(found);
    m_nothing->setVisible(!found);
    if (!found)
        m_nothing->setText(
            tr("Nothing found for “%1”. Try fewer characters, a phone number or pinyin initials.")
                .arg(answered));
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    m_popup->setParent(window());
    placePopup();
    m_popup->show();
    m_popup->raise();
}

void SearchField::hideResults()
{
    if (m_popup)
        m_popup->hide();
}

bool SearchField::resultsVisible() const
{
    return m_popup && m_popup->isVisible();
}

void SearchField::reset()
{
    clear();
    hideResults();
}

void SearchField::placePopup()
{
    if (m_popup->parentWidget() == this)
        return;
    const QPoint below = mapTo(window(), QPoint(0, height() + m_theme.size(Size::Space1)));
    int wanted = 0;
    if (m_list->isVisibleTo(m_popup)) {
        const int rows = std::min(m_list->model()->rowCount(), kRowsAtOnce);
        wanted = rows * m_list->sizeHintForRow(0) + 2 * m_theme.size(Size::Space1) + 2;
    } else {
        wanted = m_nothing->heightForWidth(width() - 2) + 2 * m_theme.size(Size::Space1);
    }
    const int room = window()->height() - below.y() - m_theme.size(Size::Space4);
    m_popup->setGeometry(QRect(below, QSize(width(), std::min(wanted, room))));
}

void SearchField::placeInside()
{
    const int side = m_theme.size(Size::Control);
    const int edge = (height() - side) / 2;
    m_clear->setGeometry(width() - side - edge, edge, side, side);
    setTextMargins(m_theme.size(Size::Icon) + m_theme.size(Size::Space2), 0, side, 0);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = m_theme.size(Size::Icon);
    painter.drawPixmap(m_theme.size(Size::Space3), (height() - side) / 2,
        m_theme.pixmap(Icon::Search, hasFocus() ? Colour::Accent : Colour::Muted, side, *this));
}

void SearchField::moveChoice(int step)
{
    const int rows = m_list->model()->rowCount();
    const QModelIndex current = m_list->currentIndex();
    const int row = current.isValid() ? current.row() + step : (step > 0 ? 0 : rows - 1);
    const QModelIndex next = m_list->model()->index(std::clamp(row, 0, rows - 1), 0);
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    const bool choosing = m_popup->isVisible() && m_list->isVisible();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (choosing) {
            moveChoice(event->key() == Qt::Key_Down ? 1 : -1);
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (choosing && m_list->currentIndex().isValid())
            Q_EMIT resultChosen(m_list->currentIndex());
        else if (!query().isEmpty())
            Q_EMIT submitted(query());
        else
            break;
        return;
    case Qt::Key_Escape:
        if (m_popup->isVisible()) {
            hideResults();
            return;
        }
        if (!text().isEmpty()) {
            m_clear->click();
            return;
        }
        break;
    default: QLineEdit::keyPressEvent(event); return;
    }
    // Arrows and Enter on an empty field belong to the screen: the cart's rows, for example.
    event->ignore();
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        hideResults();
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeInside();
    if (resultsVisible())
        placePopup();
}

void SearchField::hideEvent(QHideEvent* event)
{
    QLineEdit::hideEvent(event);
    hideResults();
}

void SearchField::retranslate()
{
    setAccessibleName(tr("Scan or search"));
    m_clear->setAccessibleName(tr("Clear the search"));
    m_clear->setToolTip(tr("Clear the search"));
    m_list->setAccessibleName(tr("Search results"));
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
