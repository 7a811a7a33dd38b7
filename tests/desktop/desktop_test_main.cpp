#define CATCH_CONFIG_RUNNER
#include "tests/desktop/desktop_test.h"

#include <QApplication>

#include <memory>
#include <vector>

namespace bl::desktop::test {

namespace {

std::unique_ptr<Shell> theShell;
QString thePictures;

}  // namespace

Shell& shell()
{
    return *theShell;
}

const QString& pictureDirectory()
{
    return thePictures;
}

}  // namespace bl::desktop::test

int main(int argc, char** argv)
{
    using namespace bl::desktop;
    QApplication application(argc, argv);
    std::vector<char*> forCatch{argv[0]};
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--png") == 0 && i + 1 < argc)
            test::thePictures = QString::fromLocal8Bit(argv[++i]);
        else
            forCatch.push_back(argv[i]);
    }
    // At 100 %, whatever the machine's font size is, so that every machine tests the same geometry.
    Preferences preferences;
    preferences.language = bl::text::Language::SimplifiedChinese;
    preferences.scalePercent = 100;
    test::theShell = std::make_unique<Shell>(application, QString(), preferences);
    const int status = Catch::Session().run(static_cast<int>(forCatch.size()), forCatch.data());
    test::theShell.reset();
    return status;
}
