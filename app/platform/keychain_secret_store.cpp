#include "app/platform/keychain_secret_store.h"

#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>

namespace bl::app {

namespace {

/// A person may have to type the keychain's password first.
constexpr std::chrono::minutes kLongestWait{2};

struct KeychainAnswer {
    QKeychain::Error error = QKeychain::OtherError;
    QString message;
    QString secret;
};

/// The one thread on which QtKeychain works: it queues the jobs of the whole process through an
/// object that belongs to the thread of the first of them, and needs an event loop there.
class KeychainThread {
public:
    KeychainThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~KeychainThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    KeychainThread(const KeychainThread&) = delete;
    KeychainThread& operator=(const KeychainThread&) = delete;

    /// Runs `makeJob` there and waits.
    KeychainAnswer run(const std::function<QKeychain::Job*(QObject*)>& makeJob)
    {
        auto promise = std::make_shared<std::promise<KeychainAnswer>>();
        auto future = promise->get_future();
        QMetaObject::invokeMethod(
            &m_context,
            [this, makeJob, promise] {
                QKeychain::Job* job = makeJob(&m_context);
                job->setInsecureFallback(false);
                QObject::connect(
                    job, &QKeychain::Job::finished, &m_context, [promise](QKeychain::Job* done) {
                        KeychainAnswer answer{done->error(), done->errorString(), {}};
                        if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(done))
                            answer.secret = read->textData();
                        promise->set_value(std::move(answer));
                    });
                job->start();
            },
            Qt::QueuedConnection);
        if (future.wait_for(kLongestWait) != std::future_status::ready)
            return {QKeychain::OtherError, QStringLiteral("the keychain does not answer"), {}};
        return future.get();
    }

private:
    QThread m_thread;
    QObject m_context;
};

KeychainAnswer runKeychainJob(const std::function<QKeychain::Job*(QObject*)>& makeJob)
{
    static KeychainThread thread;
    return thread.run(makeJob);
}

template <typename Job>
Job* namedJob(QObject* parent, const std::string& service, const std::string& name)
{
    auto* job = new Job(QString::fromStdString(service), parent);
    job->setKey(QString::fromStdString(name));
    return job;
}

Error keychainFailed(const KeychainAnswer& answer)
{
    std::string reason = answer.message.toStdString();
    if (reason.empty())
        reason = "error " + std::to_string(static_cast<int>(answer.error));
    return Error{ErrorCode::SecretStoreFailed, {std::move(reason)}};
}

}  // namespace

KeychainSecretStore::KeychainSecretStore(std::string service)
    : m_service(std::move(service))
{
}

Result<void> KeychainSecretStore::probe()
{
    const std::string name = "probe-" + std::to_string(QCoreApplication::applicationPid());
    BL_CHECK(write(name, "probe"));
    BL_TRY(const auto kept, read(name));
    BL_CHECK(remove(name));
    if (kept != "probe")
        return Error{ErrorCode::SecretStoreFailed, {"the keychain does not keep what is written"}};
    return {};
}

Result<std::optional<std::string>> KeychainSecretStore::read(const std::string& name)
{
    const auto answer = runKeychainJob([this, &name](QObject* parent) {
        return namedJob<QKeychain::ReadPasswordJob>(parent, m_service, name);
    });
    if (answer.error == QKeychain::EntryNotFound)
        return std::optional<std::string>{};
    if (answer.error != QKeychain::NoError)
        return keychainFailed(answer);
    return std::optional{answer.secret.toStdString()};
}

Result<void> KeychainSecretStore::write(const std::string& name, const std::string& secret)
{
    const auto answer = runKeychainJob([this, &name, &secret](QObject* parent) {
        auto* job = namedJob<QKeychain::WritePasswordJob>(parent, m_service, name);
        job->setTextData(QString::fromStdString(secret));
        return job;
    });
    if (answer.error != QKeychain::NoError)
        return keychainFailed(answer);
    return {};
}

Result<void> KeychainSecretStore::remove(const std::string& name)
{
    const auto answer = runKeychainJob([this, &name](QObject* parent) {
        return namedJob<QKeychain::DeletePasswordJob>(parent, m_service, name);
    });
    if (answer.error != QKeychain::NoError && answer.error != QKeychain::EntryNotFound)
        return keychainFailed(answer);
    return {};
}

}  // namespace bl::app
