#include "app/devsim/paper_folder.h"

#include "core/base/json.h"

#include <QSaveFile>
#include <QString>

#include <array>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace bl::devsim {

namespace {

namespace fs = std::filesystem;

bool savePng(const fs::path& file, const QImage& picture)
{
    QSaveFile out(QString::fromStdString(file.string()));
    return out.open(QIODevice::WriteOnly) && picture.save(&out, "PNG") && out.commit();
}

bool saveText(const fs::path& file, const std::string& text)
{
    QSaveFile out(QString::fromStdString(file.string()));
    return out.open(QIODevice::WriteOnly) && out.write(QByteArray::fromStdString(text)) >= 0
        && out.commit();
}

}  // namespace

PaperFolder::PaperFolder(std::string word, fs::path pngs, fs::path texts)
    : m_word(std::move(word))
    , m_pngs(std::move(pngs))
    , m_texts(std::move(texts))
{
}

std::string PaperFolder::prepare() const
{
    for (const auto& folder : {m_pngs, m_texts}) {
        std::error_code problem;
        fs::create_directories(folder, problem);
        if (problem)
            return folder.string() + ": " + problem.message();
        if (::access(folder.c_str(), W_OK) != 0)
            return folder.string() + ": not writable";
    }
    return {};
}

Json PaperFolder::save(const QImage& picture, const std::string& text)
{
    do {
        ++m_last;
    } while (fs::exists(m_pngs / name(".png")) || fs::exists(m_texts / name(".txt")));
    const fs::path png = m_pngs / name(".png");
    const fs::path txt = m_texts / name(".txt");
    if (!savePng(png, picture) || !saveText(txt, text))
        return {{"event", "error"}, {"message", "cannot write " + png.string()}};
    return {{"event", m_word}, {"file", png.string()}, {"text", txt.string()}};
}

std::string PaperFolder::name(const char* suffix) const
{
    std::array<char, 20> number{};
    std::snprintf(number.data(), number.size(), "-%06d", m_last);
    return m_word + number.data() + suffix;
}

}  // namespace bl::devsim
