#include "tests/support/crash_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <random>
#include <sstream>

namespace bl::test {

namespace {

struct CrashFile {
    sqlite3_file base;
    sqlite3_file* real;
    std::string* path;
    CrashVfs* vfs;
};

sqlite3_vfs* realVfs = nullptr;
sqlite3_vfs crashVfs;
sqlite3_io_methods crashMethods;

CrashFile* self(sqlite3_file* file)
{
    return reinterpret_cast<CrashFile*>(file);
}
sqlite3_file* real(sqlite3_file* file)
{
    return self(file)->real;
}

int closeFile(sqlite3_file* file)
{
    const int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
    delete self(file)->path;
    return code;
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    if (!self(file)->vfs->hasSpaceFor(*self(file)->path))
        return SQLITE_FULL;
    self(file)->vfs->written(*self(file)->path,
        std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count)), offset);
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

int syncFile(sqlite3_file* file, int flags)
{
    const int code = real(file)->pMethods->xSync(real(file), flags);
    if (code == SQLITE_OK)
        self(file)->vfs->synced(*self(file)->path);
    return code;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* opened = self(file);
    opened->base.pMethods = nullptr;
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    opened->path = new std::string(name ? name : "");
    opened->vfs = &CrashVfs::install();
    std::memset(static_cast<void*>(opened->real), 0, static_cast<std::size_t>(realVfs->szOsFile));
    const int code = realVfs->xOpen(realVfs, name, opened->real, flags, outFlags);
    if (code == SQLITE_OK) {
        opened->base.pMethods = &crashMethods;
    } else {
        delete opened->path;
    }
    return code;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncDirectory)
{
    const int code = realVfs->xDelete(realVfs, name, syncDirectory);
    if (code == SQLITE_OK)
        CrashVfs::install().deleted(name);
    return code;
}

std::string readFile(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

CrashVfs& CrashVfs::install()
{
    static CrashVfs vfs;
    static const bool installed = [] {
        realVfs = sqlite3_vfs_find(nullptr);
        crashVfs = *realVfs;
        crashVfs.zName = "crash";
        crashVfs.szOsFile = static_cast<int>(sizeof(CrashFile)) + realVfs->szOsFile;
        crashVfs.xOpen = openFile;
        crashVfs.xDelete = deleteFile;
        crashMethods.iVersion = 2;
        crashMethods.xClose = closeFile;
        crashMethods.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, n, at);
        };
        crashMethods.xWrite = writeFile;
        crashMethods.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
            return real(f)->pMethods->xTruncate(real(f), size);
        };
        crashMethods.xSync = syncFile;
        crashMethods.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
            return real(f)->pMethods->xFileSize(real(f), size);
        };
        crashMethods.xLock = [](sqlite3_file* f, int level) {
            return real(f)->pMethods->xLock(real(f), level);
        };
        crashMethods.xUnlock = [](sqlite3_file* f, int level) {
            return real(f)->pMethods->xUnlock(real(f), level);
        };
        crashMethods.xCheckReservedLock = [](sqlite3_file* f, int* held) {
            return real(f)->pMethods->xCheckReservedLock(real(f), held);
        };
        crashMethods.xFileControl = [](sqlite3_file* f, int op, void* arg) {
            return real(f)->pMethods->xFileControl(real(f), op, arg);
        };
        crashMethods.xSectorSize = [](sqlite3_file* f) {
            return real(f)->pMethods->xSectorSize(real(f));
        };
        // No promises of the real disk: a power cut may tear and reorder whatever is not synced.
        crashMethods.xDeviceCharacteristics = [](sqlite3_file*) {
            return 0;
        };
        crashMethods.xShmMap = [](sqlite3_file* f, int page, int size, int extend,
                                   void volatile** to) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
        };
        crashMethods.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
            return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
        };
        crashMethods.xShmBarrier = [](sqlite3_file* f) {
            real(f)->pMethods->xShmBarrier(real(f));
        };
        crashMethods.xShmUnmap = [](sqlite3_file* f, int remove) {
            return real(f)->pMethods->xShmUnmap(real(f), remove);
        };
        return sqlite3_vfs_register(&crashVfs, 1) == SQLITE_OK;
    }();
    (void)installed;
    return vfs;
}

void CrashVfs::watch(const std::string& directory)
{
    m_directory = directory;
    m_durable.clear();
    m_images.clear();
    m_unsynced.clear();
    m_unsyncedAt.clear();
    m_syncs.clear();
    m_writesLeft.reset();
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const auto path = entry.path().string();
        if (entry.is_regular_file() && !path.ends_with("-shm"))
            m_durable[path] = std::make_shared<const std::string>(readFile(path));
    }
}

bool CrashVfs::isWatched(const std::string& path) const
{
    return !m_directory.empty() && path.starts_with(m_directory);
}

bool CrashVfs::hasSpaceFor(const std::string& path)
{
    if (!m_writesLeft || !isWatched(path))
        return true;
    return *m_writesLeft > 0 && (*m_writesLeft)-- > 0;
}

void CrashVfs::written(const std::string& path, std::string bytes, std::int64_t offset)
{
    if (!isWatched(path))
        return;
    m_images.push_back(m_durable);
    std::vector<std::shared_ptr<const Write>> pending;
    for (const auto& [file, writes] : m_unsynced)
        pending.insert(pending.end(), writes.begin(), writes.end());
    m_unsyncedAt.push_back(std::move(pending));
    m_unsynced[path].push_back(
        std::make_shared<const Write>(Write{path, std::move(bytes), offset}));
}

void CrashVfs::synced(const std::string& path)
{
    if (!isWatched(path))
        return;
    m_durable[path] = std::make_shared<const std::string>(readFile(path));
    m_unsynced.erase(path);
    ++m_syncs[path];
}

void CrashVfs::deleted(const std::string& path)
{
    m_durable.erase(path);
    m_unsynced.erase(path);
}

int CrashVfs::syncs(const std::string& suffix) const
{
    int count = 0;
    for (const auto& [path, number] : m_syncs) {
        if (path.ends_with(suffix))
            count += number;
    }
    return count;
}

DiskImage CrashVfs::tornImage(std::size_t step, std::uint64_t seed) const
{
    DiskImage torn = m_images[step];
    std::mt19937_64 random(seed);
    std::map<std::string, std::string> changed;
    for (const auto& write : m_unsyncedAt[step]) {
        if (random() % 2 == 0)
            continue;
        auto [it, added] = changed.try_emplace(write->path);
        if (added && torn.contains(write->path))
            it->second = *torn.at(write->path);
        const auto end = static_cast<std::size_t>(write->offset) + write->bytes.size();
        if (it->second.size() < end)
            it->second.resize(end, '\0');
        it->second.replace(
            static_cast<std::size_t>(write->offset), write->bytes.size(), write->bytes);
    }
    for (auto& [path, content] : changed)
        torn[path] = std::make_shared<const std::string>(std::move(content));
    return torn;
}

void CrashVfs::restore(
    const DiskImage& image, const std::string& watched, const std::string& directory)
{
    for (const auto& [path, content] : image) {
        std::ofstream out(directory + path.substr(watched.size()), std::ios::binary);
        out << *content;
    }
}

}  // namespace bl::test
