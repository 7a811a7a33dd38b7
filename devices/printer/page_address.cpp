#include "devices/printer/page_address.h"

#include <QFileInfo>

namespace bl {

namespace {

constexpr std::string_view kPdfScheme = "pdf:";
constexpr std::string_view kQueueScheme = "cups:";

}  // namespace

bool PageAddress::isOne(std::string_view address)
{
    return address.starts_with(kPdfScheme) || address.starts_with(kQueueScheme);
}

Result<PageAddress> PageAddress::parse(const std::string& address)
{
    const bool pdf = address.starts_with(kPdfScheme);
    PageAddress parsed{pdf ? Kind::Pdf : Kind::Queue, {}};
    if (isOne(address))
        parsed.target =
            QString::fromStdString(address.substr((pdf ? kPdfScheme : kQueueScheme).size()));
    if (parsed.target.isEmpty() || (pdf && QDir::isRelativePath(parsed.target)))
        return Error{ErrorCode::DeviceAddressInvalid, {address}};
    return parsed;
}

QString freePdfFile(const QDir& directory, const QString& name)
{
    QString file = directory.filePath(name + QStringLiteral(".pdf"));
    for (int copy = 2; QFileInfo::exists(file); ++copy)
        file = directory.filePath(QStringLiteral("%1-%2.pdf").arg(name).arg(copy));
    return file;
}

}  // namespace bl
