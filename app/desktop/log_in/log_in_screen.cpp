#include "app/desktop/log_in/log_in_screen.h"

#include "app/desktop/actions.h"
#include "app/desktop/log_in/user_tile.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/pin_pad.h"
#include "app/text/sentence.h"
#include "core/base/pinyin.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kSideWidth = 380;  // at 100 %
constexpr int kTileWidth = 240;  // at 100 %

bool matches(const staff::User& user, const QString& query)
{
    return QString::fromStdString(user.name).contains(query, Qt::CaseInsensitive)
        || QString::fromStdString(user.login).contains(query, Qt::CaseInsensitive)
        || QString::fromStdString(searchInitials(user.name)).startsWith(query, Qt::CaseInsensitive);
}

}  // namespace

LogInScreen::LogInScreen(
    LogIn& logIn, const Theme& theme, const ActionCollection& actions, QWidget* parent)
    : QWidget(parent)
    , m_logIn(logIn)
    , m_theme(theme)
    , m_title(newLabel(TextLook::Title, this))
    , m_where(newLabel(TextLook::Muted, this))
    , m_filter(new QLineEdit(this))
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget(m_scroll))
    , m_grid(new QGridLayout(m_list))
    , m_empty(new EmptyState(theme, Icon::Member, this))
    , m_side(new Panel(theme, this))
    , m_pad(new PinPad(theme, m_side))
    , m_hint(newLabel(TextLook::Muted, m_side))
    , m_back(new ActionButton(theme, actions.offer(ActionId::Back, *this), m_side))
    , m_settings(new ActionButton(theme, this))
{
    const int gap = theme.size(Size::Space4);
    m_settings->setDrawing(Icon::Settings);
    m_settings->setEmphasis(ActionButton::Emphasis::Quiet);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(theme.size(Size::Space3));
    heading->addWidget(m_title);
    heading->addWidget(m_where, 0, Qt::AlignVCenter);
    heading->addStretch(1);
    heading->addWidget(m_settings);

    m_filter->setMaxLength(40);
    m_filter->setClearButtonEnabled(false);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme.size(Size::Space3));
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_list);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);

    auto* left = new QVBoxLayout;
    left->setSpacing(theme.size(Size::Space3));
    left->addLayout(heading);
    left->addWidget(m_filter);
    left->addWidget(m_scroll, 1);
    left->addWidget(m_empty, 1);

    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    m_side->setFixedWidth(kSideWidth * theme.scale() / 100);
    m_side->column()->addWidget(m_pad);
    m_side->column()->addWidget(m_hint);
    m_side->column()->addStretch(1);
    m_side->column()->addWidget(m_back, 0, Qt::AlignLeft);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(theme.size(Size::Space3));
    row->addLayout(left, 1);
    row->addWidget(m_side);
    setFocusProxy(m_filter);
    m_empty->hide();

    connect(m_settings, &QPushButton::clicked, this, &LogInScreen::settingsRequested);
    connect(m_filter, &QLineEdit::textChanged, this, &LogInScreen::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        const auto first = std::find_if(
            m_tiles.begin(), m_tiles.end(), [](const UserTile* tile) { return !tile->isHidden(); });
        if (first != m_tiles.end())
            m_logIn.choose((*first)->user());
    });
    connect(actions.action(ActionId::Back), &QAction::triggered, this, [this] {
        if (isVisible())
            m_logIn.leave();
    });
    connect(m_pad, &PinPad::pinEntered, &m_logIn, &LogIn::enterPin);
    connect(&m_logIn, &LogIn::usersLoaded, this, &LogInScreen::showUsers);
    connect(&m_logIn, &LogIn::usersFailed, this, [this](const Error& error) {
        showUsers({});
        m_empty->setTexts(tr("The users cannot be read"), text::sentence(error));
    });
    connect(&m_logIn, &LogIn::userChosen, this, &LogInScreen::showChosen);
    connect(&m_logIn, &LogIn::left, this, [this] {
        ask(Asked::Nothing);
        for (UserTile* tile : m_tiles) {
            tile->setAutoExclusive(false);
            tile->setChecked(false);
            tile->setAutoExclusive(true);
        }
        m_filter->clear();
        m_filter->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_logIn, &LogIn::checkingStarted, this, [this] {
        m_pad->setChecking();
        m_hint->setText(tr("Checking …"));
    });
    connect(&m_logIn, &LogIn::pinRejected, this,
        [this](const Error& error) { ask(Asked::Pin, rejection(error)); });
    connect(&m_logIn, &LogIn::locked, this, &LogInScreen::showLocked);
    connect(&m_logIn, &LogIn::newPinWanted, this, [this] { ask(Asked::NewPin); });
    connect(&m_logIn, &LogIn::newPinRejected, this,
        [this](const Error& error) { ask(Asked::NewPin, text::sentence(error)); });
    connect(&m_logIn, &LogIn::newPinFaulty, this,
        [this](NewPinFault fault) { ask(Asked::NewPin, faultText(fault)); });
    connect(&m_logIn, &LogIn::repetitionWanted, this, [this] { ask(Asked::Repetition); });
    connect(&m_logIn, &LogIn::loggedIn, this, [this](const staff::User& user) {
        m_last = user.id;
        ask(Asked::Nothing);
    });
    retranslate();
    ask(Asked::Nothing);
}

void LogInScreen::setRegister(const QString& code)
{
    m_register = code;
    retranslate();
}

void LogInScreen::open()
{
    m_filter->clear();
    ask(Asked::Nothing);
    m_logIn.loadUsers();
}

void LogInScreen::showUsers(const std::vector<staff::User>& users)
{
    for (UserTile* tile : m_tiles)
        delete tile;
    m_tiles.clear();
    for (const auto& user : users) {
        auto* tile = new UserTile(m_theme, user, m_list);
        connect(tile, &UserTile::clicked, this, [this, user] { m_logIn.choose(user); });
        m_tiles.push_back(tile);
    }
    m_empty->setVisible(users.empty());
    m_scroll->setVisible(!users.empty());
    m_filter->setVisible(!users.empty());
    filter(m_filter->text());
    const auto last = users.size() == 1
        ? users.begin()
        : std::find_if(users.begin(), users.end(),
            [this](const staff::User& user) { return user.id == m_last; });
    if (last != users.end() && isVisible())
        m_logIn.choose(*last);
}

void LogInScreen::filter(const QString& text)
{
    const QString query = text.trimmed();
    for (UserTile* tile : m_tiles)
        tile->setVisible(matches(tile->user(), query));
    arrange();
}

void LogInScreen::arrange()
{
    const int gap = m_grid->spacing();
    const int width = kTileWidth * m_theme.scale() / 100;
    const int columns = std::max(1, (m_scroll->viewport()->width() + gap) / (width + gap));
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    int place = 0;
    for (UserTile* tile : m_tiles) {
        if (tile->isHidden())
            continue;
        m_grid->addWidget(tile, place / columns, place % columns);
        ++place;
    }
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int line = 0; line < m_grid->rowCount(); ++line)
        m_grid->setRowStretch(line, 0);
    m_grid->setRowStretch(place / columns + 1, 1);
}

void LogInScreen::showChosen(const staff::User& user)
{
    for (UserTile* tile : m_tiles)
        tile->setChecked(tile->user().id == user.id);
    ask(Asked::Pin);
}

void LogInScreen::showLocked(int seconds)
{
    if (seconds == 0) {
        ask(Asked::Pin);
        return;
    }
    m_pad->reject(text::sentence(Error{ErrorCode::PinLocked, {std::to_string(seconds)}}));
    m_pad->setEnabled(false);
}

void LogInScreen::ask(Asked asked, const QString& reason)
{
    m_asked = asked;
    m_pad->setVisible(asked != Asked::Nothing);
    m_back->setVisible(asked != Asked::Nothing);
    retranslate();
    if (asked != Asked::Nothing)
        m_pad->reject(reason);
}

QString LogInScreen::rejection(const Error& error) const
{
    if (error.code != ErrorCode::WrongPin || error.detail.empty())
        return text::sentence(error);
    const int left = QString::fromStdString(error.detail.front()).toInt();
    return tr("This PIN is not right. %n more try(ies), then you have to wait.", nullptr, left);
}

QString LogInScreen::faultText(NewPinFault fault) const
{
    switch (fault) {
    case NewPinFault::Differs: return tr("The two PINs were not the same. Choose one again.");
    case NewPinFault::SameAsGiven:
        return tr("This is the PIN that was given to you. Choose another one.");
    }
    return {};
}

void LogInScreen::retranslate()
{
    m_title->setText(tr("Who is working?"));
    m_where->setText(m_register.isEmpty() ? QString() : tr("Register %1").arg(m_register));
    m_filter->setPlaceholderText(tr("Name or initials, then Enter"));
    m_filter->setAccessibleName(tr("Search for a user"));
    m_list->setAccessibleName(tr("Users"));
    m_settings->setAccessibleName(tr("Settings"));
    m_settings->setToolTip(tr("Settings"));
    m_empty->setTexts(tr("Nobody can log in here yet"),
        tr("HQ names the users of this register and gives them PINs. They appear here as soon as "
           "this register has heard of them."));
    const QString name = m_logIn.user() ? QString::fromStdString(m_logIn.user()->name) : QString();
    switch (m_asked) {
    case Asked::Nothing: m_hint->setText(tr("Choose your name, then type your PIN.")); break;
    case Asked::Pin:
        m_pad->setPrompt(tr("PIN of %1").arg(name));
        m_hint->clear();
        break;
    case Asked::NewPin:
        m_pad->setPrompt(tr("Choose your own PIN, %1").arg(name));
        m_hint->setText(tr("Your PIN was only given out for the first time. Choose 4 to 8 digits "
                           "that nobody else knows."));
        break;
    case Asked::Repetition:
        m_pad->setPrompt(tr("Type the new PIN again"));
        m_hint->setText(tr("The same digits once more, so that no slip of the finger locks you "
                           "out."));
        break;
    }
}

void LogInScreen::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LogInScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace bl::desktop
