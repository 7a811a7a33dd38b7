#pragma once

#include "tests/support/temp_directory.h"

#include <QProcess>
#include <QString>

#include <vector>

namespace bl::test {

/// The system's print service (CUPS), for this test alone: at a socket of its own, with queues
/// whose printers are switched off, so that jobs stay where they can be looked at.
class PrintService {
public:
    PrintService();
    ~PrintService();
    PrintService(const PrintService&) = delete;
    PrintService& operator=(const PrintService&) = delete;

    /// A queue that keeps what it takes.
    void addQueue(const QString& name);
    /// From now on the queue takes nothing.
    void refuseJobs(const QString& name);
    void stop();
    /// It takes connections and says nothing any more, until it goes on.
    void hang();
    void goOn();

    /// What the queues hold, oldest first: the bytes of each job.
    std::vector<QByteArray> jobs() const;

private:
    void tell(const char* program, const QStringList& arguments);

    TempDirectory m_directory;
    QProcess m_process;
};

}  // namespace bl::test
