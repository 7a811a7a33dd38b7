#include "tests/desktop/desk_fixture.h"

#include "core/access/password.h"
#include "core/journal/entity.h"
#include "core/storage/user_store.h"
#include "tests/desktop/desktop_test.h"
#include "tests/desktop/gallery/layout_check.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

#include <algorithm>

namespace bl::desktop::test {

namespace {

using bl::test::must;
using journal::Entity;
using journal::EntityKind;

void create(bl::test::RegisterFixture& shop, const Entity& entity)
{
    (void)must(shop.writer->write(staff::kSystemUser, journal::EntityCreated{entity}));
}

Entity newRole(bl::test::RegisterFixture& shop, const std::string& code, const std::string& may)
{
    const auto role = Entity(EntityKind::Role, shop.ids.next())
                          .set("code", code)
                          .set("name", code)
                          .set("permissions", may)
                          .set("active", std::int64_t{1});
    create(shop, role);
    return role;
}

struct Person {
    std::string login;
    std::string name;
    std::string pin;
    bool temporary;
};

void addUser(bl::test::RegisterFixture& shop, const Person& person, const Entity& role)
{
    create(shop,
        Entity(EntityKind::User, shop.ids.next())
            .set("login", person.login)
            .set("name", person.name)
            .set("role", role.id)
            .set("pinHash", must(access::hashSecret(person.pin)))
            .set("pinTemporary", std::int64_t{person.temporary ? 1 : 0})
            .set("active", std::int64_t{1}));
}

}  // namespace

void makeRegister(const std::string& file)
{
    bl::test::RegisterFixture shop(file);
    const auto manager =
        newRole(shop, "manager", "sell refund stock shift member settings reports approve");
    const auto cashier = newRole(shop, "cashier", "sell shift member");
    addUser(shop, {"chenjing", "陈静", "7316", false}, manager);
    addUser(shop, {"lina", "李娜", "2580", false}, cashier);
    addUser(shop, {"zhaoyiming", "赵一鸣", "4059", true}, cashier);
    (void)shop.product("6901234567892", 59'00);
    storage::SyncStateStore sync(*shop.database);
    if (!must(sync.find())) {
        auto transaction = must(sql::Transaction::begin(*shop.database));
        must(sync.create("http://127.0.0.1:9", {}, "epoch", shop.clock.now()));
        auto record = must(sync.load());
        record.complete = true;
        must(sync.save(record));
        must(transaction.commit());
    }
}

DeskFixture::DeskFixture()
{
    makeRegister(directory.file("branchline.db"));
    till = must(Till::open(directory.file("branchline.db"), wall, monotonic, random));
}

staff::User DeskFixture::user(const std::string& login)
{
    const auto users =
        must(now([](sql::Database& database) { return storage::UserStore(database).withPin(); }));
    return *std::find_if(users.begin(), users.end(),
        [&login](const staff::User& user) { return user.login == login; });
}

QStringList layoutFaultsEverywhere(QWidget& screen, const char* name)
{
    QStringList faults;
    for (const text::Language language : text::kLanguages) {
        for (const Mode mode : {Mode::Light, Mode::Dark}) {
            shell().setLanguage(language);
            shell().setMode(mode);
            screen.resize(1366, 768);
            screen.show();
            // Layouts settle in the event loop.
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            const QString where =
                QStringLiteral("%1-%2-%3")
                    .arg(QLatin1String(name), text::languageCode(language),
                        mode == Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
            if (!pictureDirectory().isEmpty()) {
                QDir().mkpath(pictureDirectory());
                screen.grab().save(
                    QDir(pictureDirectory()).filePath(where + QStringLiteral(".png")));
            }
            for (const QString& fault : layoutFaults(screen, shell().theme()))
                faults << where + QStringLiteral(": ") + fault;
        }
    }
    shell().setMode(Mode::Light);
    shell().setLanguage(text::Language::SimplifiedChinese);
    return faults;
}

}  // namespace bl::desktop::test
