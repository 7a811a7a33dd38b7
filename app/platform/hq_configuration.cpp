#include "app/platform/hq_configuration.h"

#include "core/base/text.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace bl::platform {

namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kUsualUrl = "sqlite:hq.db";
constexpr qint64 kMaxLineBytes = 4096;
constexpr std::string_view kKey = "database";

/// The line itself may hold a password.
Error wrongLine(const DataPaths& paths, const std::string& what)
{
    return {ErrorCode::UnreadableFile, {paths.hqConfiguration(), what}};
}

/// The one setting of hq.conf.
Result<std::string> readUrl(QFile& file, const DataPaths& paths)
{
    if (!file.open(QIODevice::ReadOnly))
        return wrongLine(paths, file.errorString().toStdString());
    std::string url;
    for (int number = 1; !file.atEnd(); ++number) {
        const std::string line = trimmed(file.readLine(kMaxLineBytes).toStdString());
        if (line.empty() || line.starts_with('#'))
            continue;
        const auto equals = line.find('=');
        const std::string key = trimmed(line.substr(0, equals));
        if (equals == std::string::npos || key != kKey)
            return wrongLine(
                paths, "line " + std::to_string(number) + ", " + excerpt(key) + ": not known");
        if (!url.empty())
            return wrongLine(
                paths, "line " + std::to_string(number) + ": a second " + std::string(kKey));
        url = trimmed(line.substr(equals + 1));
        if (url.empty())
            return wrongLine(paths, "line " + std::to_string(number) + ": nothing behind the =");
    }
    if (url.empty())
        return wrongLine(paths, "no line database = …");
    return url;
}

}  // namespace

Result<std::string> databaseFileOf(std::string_view url, const DataPaths& paths)
{
    if (url.empty())
        url = kUsualUrl;
    if (!url.starts_with(kSqlite)) {
        const std::string scheme(url.substr(0, std::min<std::size_t>(url.find(':'), 20)));
        return Error{
            ErrorCode::InvalidArgument, {"database-engine", excerpt(scheme), "sqlite:PATH"}};
    }
    std::string_view path = url.substr(kSqlite.size());
    if (path.starts_with("//"))
        path.remove_prefix(2);
    if (path.empty())
        return Error{ErrorCode::InvalidArgument,
            {"option-choices", "--database", "sqlite:PATH", std::string(url)}};
    return (std::filesystem::path(paths.directory) / path).string();
}

Result<HqConfiguration> readHqConfiguration(const DataPaths& paths)
{
    HqConfiguration configuration{paths.hqDatabase()};
    QFile file(QString::fromStdString(paths.hqConfiguration()));
    if (file.exists()) {
        BL_TRY(const auto url, readUrl(file, paths));
        BL_TRY(configuration.databaseFile, databaseFileOf(url, paths));
    }
    std::error_code ignored;
    const auto size = std::filesystem::file_size(configuration.databaseFile, ignored);
    if (ignored || size == 0)
        return Error{ErrorCode::OrganisationMissing, {configuration.databaseFile}};
    return configuration;
}

Result<void> writeHqConfiguration(const DataPaths& paths, std::string_view url)
{
    QSaveFile file(QString::fromStdString(paths.hqConfiguration()));
    const std::string text = "# Where HQ's tables are.\n" + std::string(kKey) + " = "
        + std::string(url.empty() ? kUsualUrl : url) + "\n";
    const QByteArray bytes = QByteArray::fromStdString(text);
    errno = 0;
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written && errno == ENOSPC)
        return Error{ErrorCode::DiskFull, {paths.hqConfiguration()}};
    if (!written)
        return Error{ErrorCode::DirectoryNotWritable,
            {paths.hqConfiguration(), file.errorString().toStdString()}};
    return {};
}

}  // namespace bl::platform
