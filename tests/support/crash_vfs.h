#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::test {

/// The files of a directory as a power cut would leave them.
using DiskImage = std::map<std::string, std::shared_ptr<const std::string>>;

/// A SQLite VFS that keeps, beside the real files, what has been synced: at every write it can tell
/// what a power cut at that moment would leave. It is SQLite's default VFS from `install` on.
class CrashVfs {
public:
    static CrashVfs& install();

    /// Watches the files below `directory` (an absolute path with a slash at its end) from now on.
    void watch(const std::string& directory);

    /// How many images were taken: one at each write, before it reaches the file.
    std::size_t steps() const { return m_images.size(); }

    /// What a power cut at that step leaves when all that was not synced is lost.
    const DiskImage& image(std::size_t step) const { return m_images[step]; }

    /// The same where a part of the unsynced writes reached the disk, in any order: which ones is
    /// drawn from `seed`.
    DiskImage tornImage(std::size_t step, std::uint64_t seed) const;

    /// After so many more writes to the watched files the disk is full; nothing: it has space.
    void fillUpAfter(std::optional<int> writes) { m_writesLeft = writes; }

    /// Syncs of files whose name ends so, since `watch`.
    int syncs(const std::string& suffix) const;

    /// Writes the image's files into a directory that exists.
    static void restore(
        const DiskImage& image, const std::string& watched, const std::string& directory);

    // Called by the files.
    void written(const std::string& path, std::string bytes, std::int64_t offset);
    void synced(const std::string& path);
    void deleted(const std::string& path);
    bool isWatched(const std::string& path) const;
    bool hasSpaceFor(const std::string& path);

private:
    struct Write {
        std::string path;
        std::string bytes;
        std::int64_t offset;
    };

    CrashVfs() = default;

    std::string m_directory;
    DiskImage m_durable;
    std::vector<DiskImage> m_images;
    std::map<std::string, std::vector<std::shared_ptr<const Write>>> m_unsynced;
    std::vector<std::vector<std::shared_ptr<const Write>>> m_unsyncedAt;
    std::map<std::string, int> m_syncs;
    std::optional<int> m_writesLeft;
};

}  // namespace bl::test
