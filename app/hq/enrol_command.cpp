#include "app/hq/commands.h"
#include "app/hq/hq_data.h"

namespace bl::hq {

namespace {

Result<text::CommandResult> enrol(const text::CommandArguments& arguments)
{
    BL_TRY(const auto directory, arguments.required("data"));
    BL_TRY(const auto store, arguments.required("store"));
    Json request;
    request["store"] = store;
    text::CommandResult result;
    BL_TRY(result.json, withHq(directory, kEnrol, request, [&](sql::Database& database) {
        return makeEnrolmentCode(database, store);
    }));
    BL_TRY(const auto code, textAt(result.json, "code"));
    result.lines << HqProgram::tr("Code for one new register of store %1, for 24 hours: %2")
                        .arg(QString::fromStdString(store), QString::fromStdString(code));
    return result;
}

}  // namespace

text::Command enrolCommand()
{
    text::Command command;
    command.name = QStringLiteral("enrol");
    command.summary =
        HqProgram::tr("Makes a code that lets one new register in. It works while HQ serves, too.");
    command.options << dataOption()
                    << text::valueOption("store", HqProgram::tr("The store, by its code."), "CODE");
    command.run = enrol;
    return command;
}

}  // namespace bl::hq
