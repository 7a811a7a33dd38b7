#include "app/desktop/display/customer_displays.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/devices/device_desk.h"
#include "app/desktop/till/till.h"
#include "devices/transport/device_address.h"

#include <QApplication>
#include <QEvent>

namespace bl::desktop {

namespace {

constexpr const char* kOwnWindow = "screen";
constexpr const char* kWindowProfile = "window";

bool isOwnWindow(const SlotSettings& slot)
{
    const auto address = DeviceAddress::parse(slot.address, DeviceRole::CustomerDisplay);
    return slot.enabled && address && address->driver == kOwnWindow;
}

}  // namespace

CustomerDisplays::CustomerDisplays(
    DeviceDesk& desk, CounterPresenter& counter, Till& till, const Theme& theme)
    : m_desk(desk)
    , m_till(till)
    , m_theme(theme)
    , m_presenter(counter)
{
    connect(&m_presenter, &CustomerDisplayPresenter::changed, this, &CustomerDisplays::show);
    connect(&desk, &DeviceDesk::settingsChanged, this, &CustomerDisplays::arrange);
    // HQ may have renamed the shop since the last log-in.
    connect(&counter, &CounterPresenter::restored, this, &CustomerDisplays::readShop);
    qApp->installEventFilter(this);
    readShop();
    arrange();
}

CustomerDisplays::~CustomerDisplays() = default;

bool CustomerDisplays::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::LanguageChange)
        m_presenter.retranslate();
    return false;
}

void CustomerDisplays::readShop()
{
    m_till.read(
        this,
        [](TillQueries& queries) -> Result<std::string> {
            BL_TRY(const auto site, queries.site.find());
            if (!site || !site->store)
                return std::string();
            BL_TRY(const auto store,
                queries.entities.find(journal::EntityKind::Store, site->store->uuid));
            return store ? std::string(store->text("name")) : std::string();
        },
        [this](const Result<std::string>& name) {
            if (name)
                m_presenter.setShop(QString::fromStdString(*name));
        });
}

void CustomerDisplays::arrange()
{
    std::string setup;
    QString pictures;
    auto oneMonitor = CustomerWindow::OneMonitor::Hidden;
    for (const auto& slot : m_desk.settings()) {
        if (slot.role != DeviceRole::CustomerDisplay || !isOwnWindow(slot))
            continue;
        const auto address = DeviceAddress::parse(slot.address).value();
        pictures = QString::fromStdString(std::get<NamedPlace>(address.place).name);
        if (slot.profile == kWindowProfile)
            oneMonitor = CustomerWindow::OneMonitor::Window;
        setup = slot.address + '\n' + slot.profile;
    }
    if (setup != m_windowSetup) {
        m_windowSetup = setup;
        m_window.reset();
        if (!setup.empty()) {
            m_window = std::make_unique<CustomerWindow>(m_theme);
            m_window->show(m_presenter.view());
            m_window->setPictures(pictures);
            m_window->open(oneMonitor);
        }
    }
    m_shown = {};
    show(m_presenter.view());
}

void CustomerDisplays::show(const CustomerView& view)
{
    if (m_window)
        m_window->show(view);
    if (view.content == m_shown)
        return;
    m_shown = view.content;
    for (const auto& slot : m_desk.settings()) {
        if (slot.role != DeviceRole::CustomerDisplay || !slot.enabled || isOwnWindow(slot))
            continue;
        // What a display cannot show now it is shown when it is there again, or the next line is.
        m_desk.devices().run<CustomerDisplay>(
            slot.id,
            [content = view.content](CustomerDisplay& display) { return display.show(content); },
            [](const Result<void>&) {});
    }
}

}  // namespace bl::desktop
