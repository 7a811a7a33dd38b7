#include "app/platform/keychain_secret_store.h"
#include "app/platform/secret_store.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>
#include <string>

/// Uses the SecretStore that this session offers, for the test of the keychain:
/// `choose DIR | write DIR NAME SECRET | read DIR NAME | remove DIR NAME`. Prints what came out.
int main(int argc, char** argv)
{
    using bl::SecretStore;
    const QCoreApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const std::string act = argv[1];
    const auto store = bl::app::chooseSecretStore(argv[2]);
    const bool keychain = store->protection() == SecretStore::Protection::Keychain;
    std::printf("%s ", keychain ? "keychain" : "file");
    const auto report = [](const bl::Result<void>& result) {
        std::printf("%s\n", result ? "done" : bl::describe(result.error()).c_str());
        return result ? 0 : 1;
    };
    if (act == "choose") {
        std::printf("chosen\n");
        return 0;
    }
    if (act == "write" && argc == 5)
        return report(store->write(argv[3], argv[4]));
    if (act == "remove" && argc == 4)
        return report(store->remove(argv[3]));
    if (act == "read" && argc == 4) {
        const auto read = store->read(argv[3]);
        if (!read)
            return report(read.error());
        std::printf("%s\n", *read ? (*read)->c_str() : "(nothing)");
        return 0;
    }
    return 2;
}
