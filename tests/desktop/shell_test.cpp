#include "tests/desktop/desktop_test.h"

#include <QAction>
#include <QFile>
#include <QTemporaryDir>

namespace bl::desktop::test {

TEST_CASE("The language changes while the window is open", "[desktop][language]")
{
    shell().window().show();
    const QAction* pay = shell().actions().action(ActionId::Pay);
    shell().setLanguage(text::Language::SimplifiedChinese);
    QCoreApplication::processEvents();
    CHECK(pay->text() == QStringLiteral("收款"));
    shell().setLanguage(text::Language::TraditionalChinese);
    QCoreApplication::processEvents();
    CHECK(pay->text() == QStringLiteral("結帳"));
    shell().setLanguage(text::Language::English);
    QCoreApplication::processEvents();
    CHECK(pay->text() == QStringLiteral("Pay"));
    shell().window().hide();
}

TEST_CASE("Qt's own texts follow the language too", "[desktop][language]")
{
    shell().setLanguage(text::Language::TraditionalChinese);
    CHECK(QCoreApplication::translate("QPlatformTheme", "Cancel") == QStringLiteral("取消"));
    shell().setLanguage(text::Language::English);
    CHECK(QCoreApplication::translate("QPlatformTheme", "Cancel") == QStringLiteral("Cancel"));
}

TEST_CASE("A workstation keeps its language, theme and scale", "[desktop][preferences]")
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("desktop.ini"));
    CHECK(Preferences::load(file) == Preferences{});

    const Preferences chosen{text::Language::TraditionalChinese, Mode::Dark, 150};
    chosen.save(file);
    CHECK(Preferences::load(file) == chosen);
}

TEST_CASE("Preferences that make no sense are the defaults", "[desktop][preferences]")
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("desktop.ini")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("[General]\nlanguage=tlh\nmode=plaid\nscale=huge\n");
    file.close();
    CHECK(Preferences::load(file.fileName()) == Preferences{});
}

}  // namespace bl::desktop::test
