#include <QGuiApplication>

#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
