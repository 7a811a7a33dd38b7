#include "app/hq/commands.h"
#include "app/hq/hq_data.h"
#include "core/services/organisation/organisation_file.h"
#include "core/services/organisation/organisation_service.h"

#include <QFile>

namespace bl::hq {

namespace {

constexpr qint64 kMaxFileBytes = 256 * 1024 * 1024;

Result<std::string> readOrganisationFile(const std::string& name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::UnreadableFile, {name, file.errorString().toStdString()}};
    const QByteArray bytes = file.read(kMaxFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::UnreadableFile, {name, file.errorString().toStdString()}};
    if (bytes.size() > kMaxFileBytes)
        return Error{ErrorCode::TooLarge, {name, "256 MiB"}};
    return bytes.toStdString();
}

QString kindText(const std::string& kind)
{
    if (kind == "store")
        return HqProgram::tr("Stores");
    if (kind == "role")
        return HqProgram::tr("Roles");
    if (kind == "user")
        return HqProgram::tr("Users");
    if (kind == "tier")
        return HqProgram::tr("Tiers");
    if (kind == "category")
        return HqProgram::tr("Categories");
    if (kind == "product")
        return HqProgram::tr("Products");
    if (kind == "price")
        return HqProgram::tr("Prices");
    if (kind == "member")
        return HqProgram::tr("Members");
    if (kind == "template")
        return HqProgram::tr("Templates");
    if (kind == "setting")
        return HqProgram::tr("Settings");
    if (kind == "release")
        return HqProgram::tr("Price releases");
    return QString::fromStdString(kind);
}

QStringList linesOf(const Json& summary)
{
    if (summary.empty())
        return {HqProgram::tr("Nothing differs; nothing was changed.")};
    QStringList lines;
    for (const auto& [kind, count] : summary.items())
        lines << HqProgram::tr("%1: %2 new, %3 changed")
                     .arg(kindText(kind))
                     .arg(count.value("created", std::int64_t{0}))
                     .arg(count.value("changed", std::int64_t{0}));
    return lines;
}

Result<text::CommandResult> apply(const text::CommandArguments& arguments)
{
    BL_TRY(const auto directory, arguments.required("data"));
    BL_TRY(const auto text, readOrganisationFile(arguments.positional().at(0)));
    BL_TRY(auto plan, services::parseOrganisation(text));
    Json request;
    request["text"] = text;
    const auto work = [&](sql::Database& database) -> Result<Json> {
        BL_CHECK(services::OrganisationService::settleSecrets(plan, database));
        return applyPlan(database, plan);
    };
    BL_TRY(auto summary, withHq(directory, kApply, request, work));
    text::CommandResult result;
    result.lines = linesOf(summary);
    result.json = std::move(summary);
    return result;
}

}  // namespace

text::Command applyCommand()
{
    text::Command command;
    command.name = QStringLiteral("apply");
    command.summary = HqProgram::tr(
        "Brings the organisation to what one JSON file describes, all of it or nothing.");
    command.options << dataOption();
    command.positionals = {QStringLiteral("FILE"), HqProgram::tr("The organisation file."), 1, 1};
    command.run = apply;
    return command;
}

}  // namespace bl::hq
