#include "core/access/password.h"
#include "core/base/pinyin.h"
#include "core/services/entity_conversion.h"
#include "core/storage/entity_store.h"
#include "core/storage/sync_state_store.h"
#include "tests/bench/bench.h"
#include "tests/support/register_fixture.h"

#include <array>
#include <cstdio>

namespace bl::bench {

namespace {

constexpr int kProducts = 100'000;
constexpr int kMembers = 1'000'000;
constexpr int kRowsPerTransaction = 20'000;

constexpr std::array kSurnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐",
    "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯",
    "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕"};
constexpr std::array kGiven{"伟", "芳", "娜", "秀", "敏", "静", "丽", "强", "磊", "军", "洋", "勇",
    "艳", "杰", "娟", "涛", "明", "超", "兰", "霞", "平", "刚", "桂", "英", "华", "玉", "萍", "红",
    "玲", "芬", "燕", "彬", "凤", "洁", "梅", "琳", "云", "莉", "雪", "宇", "浩", "凯", "欣", "怡",
    "佳", "博", "文", "辉", "建", "志"};
constexpr std::array kGoods{"洁面乳", "面膜", "爽肤水", "精华液", "防晒霜", "护手霜", "洗发水",
    "沐浴露", "矿泉水", "红提", "坚果", "蛋白粉", "瑜伽垫", "机油", "玻璃水"};

template <std::size_t N>
std::string pick(const std::array<const char*, N>& from, test::SeededRandom& random)
{
    return from[static_cast<std::size_t>(random.below(N))];
}

std::string numbered(const char* format, int number)
{
    char text[64];
    std::snprintf(text, sizeof text, format, number);
    return text;
}

/// Runs `make(i)` for all numbers, many in a transaction.
void inTransactions(sql::Database& database, int count, const std::function<void(int)>& make)
{
    for (int first = 0; first < count; first += kRowsPerTransaction) {
        auto transaction = test::must(sql::Transaction::begin(database));
        for (int i = first; i < std::min(count, first + kRowsPerTransaction); ++i)
            make(i);
        test::must(transaction.commit());
        test::must(database.checkpoint());
    }
}

/// Somebody who can log in, at a register that has read all of HQ's feed.
void staffAndFeed(test::RegisterFixture& till)
{
    using journal::Entity;
    using journal::EntityKind;
    const auto role = Entity(EntityKind::Role, till.ids.next())
                          .set("code", "cashier")
                          .set("name", "收银员")
                          .set("permissions", "sell shift member")
                          .set("active", std::int64_t{1});
    const auto user = Entity(EntityKind::User, till.ids.next())
                          .set("login", "lina")
                          .set("name", "李娜")
                          .set("role", role.id)
                          .set("pinHash", test::must(access::hashSecret("2580")))
                          .set("pinTemporary", std::int64_t{0})
                          .set("active", std::int64_t{1});
    auto transaction = test::must(sql::Transaction::begin(*till.database));
    storage::EntityStore entities(*till.database);
    test::must(entities.insert(role, {}));
    test::must(entities.insert(user, {}));
    storage::SyncStateStore sync(*till.database);
    test::must(sync.create("http://127.0.0.1:9", "", "epoch", till.clock.now()));
    auto record = test::must(sync.load());
    record.complete = true;
    test::must(sync.save(record));
    test::must(transaction.commit());
}

}  // namespace

std::string largeRegister(const std::string& directory)
{
    const std::string file = directory + "/large/branchline.db";
    if (std::filesystem::exists(file))
        return file;
    const std::string half = directory + "/large.new";
    std::filesystem::remove_all(half);
    std::filesystem::create_directories(half);
    std::printf("making a register with %d products and %d members …\n", kProducts, kMembers);
    {
        test::RegisterFixture till(half + "/branchline.db");
        staffAndFeed(till);
        storage::EntityStore entities(*till.database);
        test::SeededRandom random(7);
        inTransactions(*till.database, kProducts, [&](int i) {
            catalog::Product product;
            product.id = ProductId{till.ids.next()};
            product.code = numbered("69%011d", i);
            product.name = pick(kGiven, random) + pick(kGiven, random) + pick(kGoods, random)
                + numbered(" %dml", 50 + i % 900);
            product.initials = searchInitials(product.name);
            product.unit = "件";
            test::must(entities.insert(services::toEntity(product), {}));
            test::must(entities.insert(
                services::priceEntity(product.id, Money::minor(100 + i % 20'000), 0), {}));
        });
        std::map<std::string, std::string> initials;
        inTransactions(*till.database, kMembers, [&](int i) {
            members::Member member;
            member.id = MemberId{till.ids.next()};
            member.number = numbered("8%08d", i);
            member.name = pick(kSurnames, random) + pick(kGiven, random) + pick(kGiven, random);
            auto& key = initials[member.name];
            if (key.empty())
                key = searchInitials(member.name);
            member.initials = key;
            member.phone = numbered("1%02d", static_cast<int>(30 + random.below(70)))
                + numbered("%08d", static_cast<int>(random.below(100'000'000)));
            member.since = "2026-01-01";
            test::must(entities.insert(services::toEntity(member), {}));
        });
    }
    std::filesystem::rename(half, directory + "/large");
    return file;
}

}  // namespace bl::bench
