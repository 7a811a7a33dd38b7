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
constexpr std::string_view kKey = "database";

}  // namespace

Result<std::string> databaseFileOf(std::string_view url, const DataPaths& paths)
{
    if (url.empty())
        url = kUsualUrl;
    if (!url.starts_with(kSqlite)) {
        const std::string scheme(url.substr(0, std::min<std::size_t>(url.find(':'), 20)));
        return Error{ErrorCode::InvalidArgument,
            {"the database is " + excerpt(scheme)
                + ":…, and this version has the embedded database only (sqlite:PATH)"}};
    }
    std::string_view path = url.substr(kSqlite.size());
    if (path.starts_with("//"))
        path.remove_prefix(2);
    if (path.empty())
        return Error{ErrorCode::InvalidArgument, {"sqlite: needs a path"}};
    return (std::filesystem::path(paths.directory) / path).string();
}

Result<HqConfiguration> readHqConfiguration(const DataPaths& paths)
{
    QFile file(QString::fromStdString(paths.hqConfiguration()));
    if (!file.exists())
        return HqConfiguration{paths.hqDatabase()};
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::UnreadableFile, {paths.hqConfiguration(), file.errorString().toStdString()}};
    std::string url;
    while (!file.atEnd()) {
        const std::string line = trimmed(file.readLine(4096).toStdString());
        const auto equals = line.find('=');
        if (line.empty() || line.starts_with('#') || equals == std::string::npos)
            continue;
        if (trimmed(line.substr(0, equals)) == kKey)
            url = trimmed(line.substr(equals + 1));
    }
    BL_TRY(auto database, databaseFileOf(url, paths));
    return HqConfiguration{std::move(database)};
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
