#include "app/desktop/scripted/scripted_payments.h"

#include "app/desktop/counter/counter.h"
#include "app/desktop/devices/device_desk.h"
#include "app/desktop/scripted/scripted_hand.h"
#include "app/desktop/scripted/scripted_hour.h"
#include "app/desktop/widgets/sheet.h"

#include <QLineEdit>

namespace bl::desktop {

ScriptedPayments::ScriptedPayments(const ScriptedStage& stage, ScriptedHand& hand)
    : m_stage(stage)
    , m_hand(hand)
{
    QObject::connect(&stage.counter.presenter, &CounterPresenter::sold, &m_context,
        [this](const SaleSummary& sale) {
            ++m_sales;
            m_total += sale.total;
        });
}

void ScriptedPayments::openSheet()
{
    m_hand.press(Qt::Key_F9);
    m_hand.await(
        QStringLiteral("the pay sheet opens"), [this] { return m_hand.sheet() != nullptr; });
}

void ScriptedPayments::awaitSale(int before)
{
    m_hand.await(
        QStringLiteral("the sale is on disk"), [this, before] { return m_sales > before; });
    m_hand.require(QStringLiteral("it was sold once"), m_sales == before + 1);
}

void ScriptedPayments::cash(const QString& received, const QString& picture)
{
    const int before = m_sales;
    openSheet();
    m_hand.type(received);
    if (!picture.isEmpty())
        m_hand.picture(picture);
    m_hand.press(Qt::Key_Return);
    m_hand.press(Qt::Key_Return);  // people do
    awaitSale(before);
}

void ScriptedPayments::card(const QString& onCard, const QString& picture)
{
    const auto& pay = m_stage.counter.pay;
    if (!pay.hasTerminal()) {
        cash();
        return;
    }
    const int before = m_sales;
    const Money total = m_stage.counter.presenter.cart().total;
    openSheet();
    m_hand.press(Qt::Key_F4);
    m_hand.type(onCard);
    m_hand.press(Qt::Key_Return);
    m_hand.await(QStringLiteral("the terminal works"), [&pay] { return pay.isBusy(); });
    m_hand.picture(picture);
    m_hand.await(QStringLiteral("the card is charged"), [this, &pay, before] {
        return m_sales > before || (!pay.isBusy() && pay.remaining() < pay.due());
    });
    if (onCard.isEmpty()) {
        m_onCards += total;
    } else {
        m_onCards += total - pay.remaining();
        m_hand.press(Qt::Key_F1);
        m_hand.picture(picture);
        m_hand.press(Qt::Key_Return);
    }
    awaitSale(before);
}

void ScriptedPayments::weigh()
{
    if (m_stage.devices.devices().slotOf(DeviceRole::Scale).empty()) {
        m_hand.type(QStringLiteral("1.255"));
        return;
    }
    m_hand.await(QStringLiteral("the scale tells the weight"), [this] {
        m_hand.press(Qt::Key_F8);
        const auto* field = qobject_cast<QLineEdit*>(m_stage.shell.window().focusWidget());
        return field && !field->text().isEmpty();
    });
}

QString ScriptedPayments::roundSum() const
{
    const std::int64_t due = m_stage.counter.presenter.cart().total.minor() / 100 + 1;
    return QString::number((due / 100 + 1) * 100);
}

}  // namespace bl::desktop
