#pragma once

#include "core/base/result.h"

#include <QDir>
#include <QString>

#include <string>
#include <string_view>

namespace bl {

/// Where painted pages go: a printer of this system (`cups:QUEUE`) or PDF files in a directory
/// (`pdf:/DIRECTORY`).
struct PageAddress {
    enum class Kind { Queue, Pdf };

    Kind kind = Kind::Queue;
    QString target;

    static bool isOne(std::string_view address);
    /// Fails with DeviceAddressInvalid; a directory is absolute, because another start may have
    /// another current directory.
    static Result<PageAddress> parse(const std::string& address);
};

/// A file of that name that is not there yet: `name.pdf`, `name-2.pdf` …
QString freePdfFile(const QDir& directory, const QString& name);

}  // namespace bl
