#include "app/text/reason_text.h"

#include <QCoreApplication>

namespace bl::text {

namespace {

struct ReasonText {
    Q_DECLARE_TR_FUNCTIONS(ReasonText)
};

}  // namespace

QString enrolmentSentence(const QString& reason)
{
    if (reason == QLatin1String("unknown"))
        return ReasonText::tr(
            "HQ does not know this enrolment code. Check that it was typed correctly.");
    if (reason == QLatin1String("used"))
        return ReasonText::tr("This enrolment code has been used already. Ask HQ for a new one.");
    if (reason == QLatin1String("expired"))
        return ReasonText::tr("This enrolment code has expired. Ask HQ for a new one.");
    if (reason == QLatin1String("locked"))
        return ReasonText::tr("HQ has locked enrolment after too many wrong codes. Wait a few "
                              "minutes, then try again.");
    return ReasonText::tr("HQ refused to enrol this register (%1). Ask HQ for a new code.")
        .arg(reason);
}

QString hqStorageSentence(const QString& reason)
{
    if (reason == QLatin1String("disk-full"))
        return ReasonText::tr("HQ cannot save: its disk is full. Tell HQ. Sales stay safe here and "
                              "go out by themselves afterwards.");
    return ReasonText::tr("HQ cannot save (%1). Tell HQ. Sales stay safe here and go out by "
                          "themselves afterwards.")
        .arg(reason);
}

QString networkSentence(const QString& host, const QString& reason, const QString& kind)
{
    if (kind == QLatin1String("certificate"))
        return ReasonText::tr("%1 is reached, but its certificate is not trusted: %2. Check the "
                              "address and this computer's clock, or name HQ's certificates with "
                              "--ca.")
            .arg(host, reason);
    if (kind == QLatin1String("ca-file"))
        return ReasonText::tr("The certificates to trust for %1 cannot be read: %2. Check the "
                              "file that was named with --ca.")
            .arg(host, reason);
    return ReasonText::tr("%1 cannot be reached: %2. Check the network, and that HQ is running.")
        .arg(host, reason);
}

QString addressSentence(const QString& address, const QString& reason)
{
    if (reason == QLatin1String("user"))
        return ReasonText::tr("HQ's address (%1) takes no user and no password in front of an @. "
                              "The enrolment code is enough; leave them out.")
            .arg(address);
    if (reason == QLatin1String("query"))
        return ReasonText::tr("HQ's address (%1) takes nothing from a ? or # on. Leave it out.")
            .arg(address);
    if (reason == QLatin1String("not-hq"))
        return ReasonText::tr("No Branchline HQ answers at %1. Check the address, also what "
                              "stands behind the name and the port.")
            .arg(address);
    return ReasonText::tr("“%1” is not an address. Write it like https://hq.example.com.")
        .arg(address);
}

QString secretStoreSentence(const QString& place, const QString& reason)
{
    if (reason == QLatin1String("mode"))
        return ReasonText::tr("Others than its owner may use the file %1, in which this "
                              "register's key is. Take their rights away (chmod 600), then try "
                              "again.")
            .arg(place);
    if (reason == QLatin1String("owner"))
        return ReasonText::tr("The file %1, in which this register's key is, belongs to another "
                              "user. Start Branchline as that user, or give the file to this one.")
            .arg(place);
    if (reason == QLatin1String("damaged"))
        return ReasonText::tr("The file %1, in which this register's key is, is damaged. Restore "
                              "it from a backup, or ask HQ to enrol this register again.")
            .arg(place);
    if (!reason.isEmpty() && reason != QStringLiteral("…"))
        return ReasonText::tr("The file %1, in which this register's key is, cannot be used: %2. "
                              "Give this user the right to read and write it, then try again.")
            .arg(place, reason);
    return ReasonText::tr(
        "The system's keychain refused access: %1. Unlock it and start Branchline again.")
        .arg(place);
}

QString permissionSentence(const QString& permission)
{
    if (permission == QLatin1String("sell"))
        return ReasonText::tr("Selling is not permitted to this user. Ask a manager.");
    if (permission == QLatin1String("refund"))
        return ReasonText::tr("Refunds are not permitted to this user. Ask a manager to allow it "
                              "with their PIN.");
    if (permission == QLatin1String("stock"))
        return ReasonText::tr("Correcting the stock is not permitted to this user. Ask a manager "
                              "to allow it with their PIN.");
    if (permission == QLatin1String("shift"))
        return ReasonText::tr("Opening and closing shifts is not permitted to this user. Ask a "
                              "manager to allow it with their PIN.");
    if (permission == QLatin1String("member"))
        return ReasonText::tr("Registering and changing members is not permitted to this user. "
                              "Ask a manager to allow it with their PIN.");
    if (permission == QLatin1String("settings"))
        return ReasonText::tr("Changing settings is not permitted to this user. Ask a manager.");
    if (permission == QLatin1String("reports"))
        return ReasonText::tr("Seeing reports is not permitted to this user. Ask a manager.");
    if (permission == QLatin1String("approve"))
        return ReasonText::tr("Allowing what others may not do is not permitted to this user. "
                              "Choose a manager.");
    return ReasonText::tr("This is not permitted to this user. Ask a manager to allow it with "
                          "their PIN.");
}

}  // namespace bl::text
