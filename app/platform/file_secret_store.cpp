#include "app/platform/file_secret_store.h"

#include "core/base/json.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace bl::app {

namespace {

constexpr std::string_view kSecretsFile = "secrets.json";
constexpr mode_t kOwnerOnly = 0600;

Error storeFailed(const std::string& file, const std::string& why)
{
    return Error{ErrorCode::SecretStoreFailed, {file, why}};
}

Error systemFailed(const std::string& file)
{
    return storeFailed(file, std::strerror(errno));
}

class OpenFile {
public:
    OpenFile(const std::string& name, int flags)
        : m_descriptor(::open(name.c_str(), flags | O_CLOEXEC, kOwnerOnly))
    {
    }
    ~OpenFile() { close(); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    bool close()
    {
        const int descriptor = std::exchange(m_descriptor, -1);
        return descriptor < 0 || ::close(descriptor) == 0;
    }

    bool write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

    bool readAll(std::string& bytes) const
    {
        char buffer[4096];
        for (;;) {
            const auto count = ::read(m_descriptor, buffer, sizeof buffer);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return count == 0;
            bytes.append(buffer, static_cast<std::size_t>(count));
        }
    }

private:
    int m_descriptor;
};

}  // namespace

FileSecretStore::FileSecretStore(const std::string& dataDirectory)
    : m_directory(dataDirectory)
    , m_file(dataDirectory + '/' + std::string(kSecretsFile))
{
}

bool FileSecretStore::existsIn(const std::string& dataDirectory)
{
    struct stat info {};
    return ::lstat((dataDirectory + '/' + std::string(kSecretsFile)).c_str(), &info) == 0;
}

Result<FileSecretStore::Secrets> FileSecretStore::load() const
{
    const OpenFile file(m_file, O_RDONLY | O_NOFOLLOW);
    if (!file.isOpen() && errno == ENOENT)
        return Secrets{};
    if (!file.isOpen())
        return systemFailed(m_file);
    struct stat info {};
    if (::fstat(file.descriptor(), &info) != 0)
        return systemFailed(m_file);
    if (info.st_uid != ::geteuid())
        return storeFailed(m_file, "owner");
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return storeFailed(m_file, "mode");
    std::string text;
    if (!file.readAll(text))
        return systemFailed(m_file);
    const auto json = parseJson(text);
    if (!json || !json->is_object())
        return storeFailed(m_file, "damaged");
    Secrets secrets;
    for (const auto& [name, secret] : json->items()) {
        if (!secret.is_string())
            return storeFailed(m_file, "damaged");
        secrets[name] = secret.get<std::string>();
    }
    return secrets;
}

Result<void> FileSecretStore::save(const Secrets& secrets) const
{
    Json json = Json::object();
    for (const auto& [name, secret] : secrets)
        json[name] = secret;
    const std::string fresh = m_file + ".new";
    if (::unlink(fresh.c_str()) != 0 && errno != ENOENT)
        return systemFailed(fresh);
    OpenFile file(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    // The mode once more: it must not depend on the umask.
    const bool written = file.isOpen() && ::fchmod(file.descriptor(), kOwnerOnly) == 0
        && file.write(dumpJson(json) + '\n') && ::fsync(file.descriptor()) == 0 && file.close()
        && ::rename(fresh.c_str(), m_file.c_str()) == 0;
    if (!written) {
        const auto failure = systemFailed(fresh);
        ::unlink(fresh.c_str());
        return failure;
    }
    const OpenFile directory(m_directory, O_RDONLY | O_DIRECTORY);
    if (!directory.isOpen() || ::fsync(directory.descriptor()) != 0)
        return systemFailed(m_directory);
    return {};
}

Result<std::optional<std::string>> FileSecretStore::read(const std::string& name)
{
    BL_TRY(const auto secrets, load());
    const auto it = secrets.find(name);
    return it == secrets.end() ? std::optional<std::string>{} : std::optional{it->second};
}

Result<void> FileSecretStore::write(const std::string& name, const std::string& secret)
{
    BL_TRY(auto secrets, load());
    secrets[name] = secret;
    return save(secrets);
}

Result<void> FileSecretStore::remove(const std::string& name)
{
    BL_TRY(auto secrets, load());
    if (secrets.erase(name) == 0)
        return {};
    return save(secrets);
}

}  // namespace bl::app
