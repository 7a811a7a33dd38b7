#include "app/device/payment_journal_file.h"

#include "core/storage/payment_file.h"

#include <filesystem>
#include <utility>

namespace bl::device {

PaymentJournalFile::PaymentJournalFile(
    platform::FileLock lock, std::unique_ptr<sql::Database> database)
    : m_lock(std::move(lock))
    , m_ids(m_clock, m_random)
    , m_database(std::move(database))
    , m_service(*m_database, m_clock, m_ids)
    , m_journal(m_service)
{
}

Result<std::unique_ptr<PaymentJournalFile>> PaymentJournalFile::open(const std::string& file)
{
    std::error_code problem;
    const auto whole = std::filesystem::absolute(file, problem);
    BL_TRY(auto lock, platform::lockDatabase(whole.string(), whole.parent_path().string()));
    const SystemWallClock clock;
    BL_TRY(auto database, storage::openPaymentFile(whole.string(), clock));
    std::unique_ptr<PaymentJournalFile> opened(
        new PaymentJournalFile(std::move(lock), std::move(database)));
    BL_CHECK(opened->m_service.recover());
    return opened;
}

}  // namespace bl::device
