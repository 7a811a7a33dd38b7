#include "core/storage/schema.h"

#include "resources/sql/migrations.h"

#include <cstdlib>

namespace bl::storage {

std::vector<sql::Migration> migrationsOf(Side side)
{
    const std::string_view own = side == Side::Hq ? "hq" : "register";
    std::vector<sql::Migration> migrations;
    for (const std::string_view series : {std::string_view("core"), own}) {
        for (const auto& file : resources::migrationFiles()) {
            const auto slash = file.name.find('/');
            if (file.name.substr(0, slash) != series)
                continue;
            const std::string base(file.name.substr(slash + 1));
            migrations.push_back(
                {std::string(series), std::atoi(base.c_str()), base, std::string(file.text)});
        }
    }
    return migrations;
}

std::vector<sql::Migration> paymentMigrations()
{
    auto migrations = migrationsOf(Side::Register);
    std::erase_if(migrations, [](const sql::Migration& migration) {
        return migration.name.find("payments") == std::string::npos;
    });
    return migrations;
}

}  // namespace bl::storage
