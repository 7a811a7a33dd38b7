#pragma once

#include "core/base/json_fwd.h"

#include <QImage>

#include <filesystem>
#include <string>

namespace bl::devsim {

/// Where what was printed goes, as a PNG and a text each, numbered on from those of earlier runs. A
/// file appears whole under its name or not at all.
class PaperFolder {
public:
    /// `word` is what a file's name begins with: `receipt`.
    PaperFolder(std::string word, std::filesystem::path pngs, std::filesystem::path texts);

    /// What is wrong with the folders; empty where nothing is.
    std::string prepare() const;

    /// The event that tells of it, or that it could not be written.
    Json save(const QImage& picture, const std::string& text);

private:
    std::string name(const char* suffix) const;

    std::string m_word;
    std::filesystem::path m_pngs;
    std::filesystem::path m_texts;
    int m_last = 0;
};

}  // namespace bl::devsim
