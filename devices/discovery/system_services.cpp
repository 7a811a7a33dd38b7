#include "core/base/text.h"
#include "devices/discovery/attached_devices.h"
#include "devices/printer/system_queue.h"

#include <QPrinterInfo>
#include <QStringList>

#include <winscard.h>

namespace bl {

std::vector<DeviceDescriptor> findPrintQueues()
{
    std::vector<DeviceDescriptor> found;
    if (!printServiceAnswers())
        return found;
    for (const auto& queue : QPrinterInfo::availablePrinters()) {
        DeviceDescriptor descriptor;
        const std::string name = queue.printerName().toStdString();
        descriptor.id = "cups:" + name;
        descriptor.place = FoundAt::Queue;
        descriptor.path = name;
        const QString model = queue.makeAndModel();
        descriptor.title = (model.isEmpty() ? queue.printerName() : model).toStdString();
        descriptor.suggestions = {{DeviceRole::ReceiptPrinter, descriptor.id}};
        found.push_back(std::move(descriptor));
    }
    return found;
}

std::vector<DeviceDescriptor> findCardReaders()
{
    std::vector<DeviceDescriptor> found;
    SCARDCONTEXT context = 0;
    if (::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) != SCARD_S_SUCCESS)
        return found;
    DWORD length = 0;
    std::string names;
    if (::SCardListReaders(context, nullptr, nullptr, &length) == SCARD_S_SUCCESS) {
        names.resize(length);
        // A reader may have come in between; the next look finds it.
        if (::SCardListReaders(context, nullptr, names.data(), &length) != SCARD_S_SUCCESS)
            names.clear();
    }
    ::SCardReleaseContext(context);
    for (std::size_t at = 0; at < names.size() && names[at] != '\0';) {
        const std::string name(names.c_str() + at);
        at += name.size() + 1;
        DeviceDescriptor descriptor;
        descriptor.id = "pcsc:" + name;
        descriptor.place = FoundAt::Reader;
        descriptor.path = name;
        descriptor.title = excerpt(name);
        descriptor.suggestions = {{DeviceRole::CardReader, descriptor.id}};
        found.push_back(std::move(descriptor));
    }
    return found;
}

}  // namespace bl
