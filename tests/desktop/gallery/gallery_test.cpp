#include "app/desktop/widgets/labels.h"
#include "tests/desktop/desktop_test.h"
#include "tests/desktop/gallery/gallery_page.h"
#include "tests/desktop/gallery/layout_check.h"

#include <QDir>
#include <QImage>
#include <QPixmap>

namespace bl::desktop::test {

namespace {

const GalleryPage kPages[] = {GalleryPage::Counter, GalleryPage::Search, GalleryPage::Pay,
    GalleryPage::Controls, GalleryPage::Welcome};
const Mode kModes[] = {Mode::Light, Mode::Dark};

std::string listed(const QStringList& faults)
{
    return faults.join(QLatin1Char('\n')).toStdString();
}

void savePicture(QWidget& window, const char* page)
{
    if (pictureDirectory().isEmpty())
        return;
    const QString file = QStringLiteral("%1-%2-%3.png")
                             .arg(QLatin1String(page), text::languageCode(shell().language()),
                                 shell().theme().mode() == Mode::Dark ? QStringLiteral("dark")
                                                                      : QStringLiteral("light"));
    REQUIRE(QDir().mkpath(pictureDirectory()));
    REQUIRE(window.grab().save(QDir(pictureDirectory()).filePath(file)));
}

}  // namespace

TEST_CASE("Every control shows its whole text in every language and theme", "[desktop][gallery]")
{
    for (const text::Language language : text::kLanguages) {
        for (const Mode mode : kModes) {
            shell().setLanguage(language);
            shell().setMode(mode);
            for (const GalleryPage page : kPages) {
                const auto window = newPage(page, shell());
                savePicture(*window, pageName(page));
                INFO(pageName(page) << " in " << text::languageCode(language).toStdString());
                CHECK(listed(layoutFaults(*window, shell().theme())) == "");
            }
        }
    }
}

TEST_CASE("A window that is open follows a change of the theme", "[desktop][gallery]")
{
    shell().setMode(Mode::Light);
    const auto window = newPage(GalleryPage::Counter, shell());
    const QColor before = window->grab().toImage().pixelColor(4, 4);
    shell().setMode(Mode::Dark);
    const QColor after = window->grab().toImage().pixelColor(4, 4);
    shell().setMode(Mode::Light);
    CHECK(before == ThemeTable::embedded().colour(Mode::Light, Colour::Background));
    CHECK(after == ThemeTable::embedded().colour(Mode::Dark, Colour::Background));
}

TEST_CASE("The check for cut off text finds a label that is too narrow", "[desktop][gallery]")
{
    QWidget window;
    QLabel* label = newLabel(TextLook::Plain, &window, QStringLiteral("A long sentence"));
    label->setGeometry(0, 0, 20, 20);
    window.show();
    CHECK(layoutFaults(window, shell().theme()).size() == 1);
}

}  // namespace bl::desktop::test
