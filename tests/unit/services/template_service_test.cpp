#include "core/journal/entity.h"
#include "core/services/template_service.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

using namespace bl;
using namespace bl::test;
using storage::TemplatePurpose;

namespace {

/// A register with a manager and a cashier.
struct TemplateShop {
    TempDirectory directory;
    RegisterFixture till{directory.file("branchline.db")};
    services::TemplateService service{*till.context};
    StoreId store = must(storage::SiteStore(*till.database).load()).store.value();
    UserId manager = user("manager", "sell settings approve");
    UserId cashier = user("cashier", "sell");

    UserId user(const std::string& login, const std::string& may)
    {
        const auto role = journal::Entity(journal::EntityKind::Role, till.ids.next())
                              .set("code", login)
                              .set("name", login)
                              .set("permissions", may)
                              .set("active", std::int64_t{1});
        must(till.writer->write(staff::kSystemUser, journal::EntityCreated{role}));
        const auto made = journal::Entity(journal::EntityKind::User, till.ids.next())
                              .set("login", login)
                              .set("name", login)
                              .set("role", role.id)
                              .set("active", std::int64_t{1});
        must(till.writer->write(staff::kSystemUser, journal::EntityCreated{made}));
        return UserId{made.id};
    }

    /// As the feed brings it.
    Uuid chainTemplate(const std::string& content)
    {
        const auto made = journal::Entity(journal::EntityKind::Template, till.ids.next())
                              .set("purpose", std::string("receipt"))
                              .set("name", std::string("chain"))
                              .set("active", std::int64_t{1})
                              .set("content", content);
        must(till.writer->write(staff::kSystemUser, journal::EntityCreated{made}));
        return made.id;
    }

    std::optional<receipts::ReceiptTemplate> inUse()
    {
        return must(storage::TemplateStore(*till.database).receiptInUse(store));
    }

    Result<Uuid> save(const receipts::ReceiptTemplate& content, const staff::Actor& by)
    {
        return service.save(
            std::nullopt, TemplatePurpose::Receipt, "Ours", receipts::writeTemplate(content), by);
    }
};

receipts::ReceiptTemplate spaced(int lines)
{
    return {receipts::Languages::Both, {receipts::MarksBlock{}, receipts::SpaceBlock{lines}}};
}

}  // namespace

TEST_CASE("The store's template is used before the chain's, and the chain's before the product's",
    "[services][template]")
{
    TemplateShop shop;
    CHECK_FALSE(shop.inUse());
    shop.chainTemplate(receipts::writeTemplate(spaced(1)));
    CHECK(shop.inUse() == spaced(1));

    const auto own = must(shop.save(spaced(2), shop.manager));
    CHECK(shop.inUse() == spaced(1));
    must(shop.service.use(own, shop.manager));
    CHECK(shop.inUse() == spaced(2));

    const auto other = must(shop.save(spaced(3), shop.manager));
    must(shop.service.use(other, shop.manager));
    CHECK(shop.inUse() == spaced(3));
    must(shop.service.use(own, shop.manager));
    CHECK(shop.inUse() == spaced(2));
    must(shop.service.useNone(shop.manager));
    CHECK(shop.inUse() == spaced(1));
}

TEST_CASE(
    "A template that was removed is not used any more, and what is left is", "[services][template]")
{
    TemplateShop shop;
    const auto chain = shop.chainTemplate(receipts::writeTemplate(spaced(1)));
    const auto own = must(shop.save(spaced(2), shop.manager));
    must(shop.service.use(own, shop.manager));
    CHECK(shop.service.remove(own, shop.cashier).error().code == ErrorCode::PermissionDenied);
    CHECK(shop.inUse() == spaced(2));
    must(shop.service.remove(own, shop.manager));
    CHECK(shop.inUse() == spaced(1));
    must(shop.service.remove(own, shop.manager));
    CHECK(shop.service.remove(chain, shop.manager).error().code == ErrorCode::PermissionDenied);
    CHECK(shop.inUse() == spaced(1));
}

TEST_CASE("A template that this program cannot read is passed over", "[services][template]")
{
    TemplateShop shop;
    shop.chainTemplate(receipts::writeTemplate(spaced(1)));
    shop.chainTemplate(R"({"blocks":[{"type":"marks"},{"type":"hologram"}]})");
    CHECK(shop.inUse() == spaced(1));
}

TEST_CASE("Templates are changed by those who may, or whom a manager lets", "[services][template]")
{
    TemplateShop shop;
    const auto refused = shop.save(spaced(1), shop.cashier);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{ErrorCode::PermissionDenied, {"settings"}});
    CHECK(shop.save(spaced(1), {shop.cashier, shop.manager}));
}

TEST_CASE("What is no template, has no name or is the chain's is not saved", "[services][template]")
{
    TemplateShop shop;
    const auto content = receipts::writeTemplate(spaced(1));
    const auto codeOf = [](const Result<Uuid>& saved) {
        REQUIRE_FALSE(saved);
        return saved.error().code;
    };
    CHECK(codeOf(shop.service.save({}, TemplatePurpose::Receipt, " ", content, shop.manager))
        == ErrorCode::MissingName);
    CHECK(codeOf(shop.service.save({}, TemplatePurpose::Label, "a", content, shop.manager))
        == ErrorCode::InvalidDocument);
    const auto chain = shop.chainTemplate(content);
    CHECK(codeOf(shop.service.save(chain, TemplatePurpose::Receipt, "a", content, shop.manager))
        == ErrorCode::PermissionDenied);
    CHECK_FALSE(shop.service.use(chain, shop.manager));
    CHECK(codeOf(shop.service.save(
              shop.till.ids.next(), TemplatePurpose::Receipt, "a", content, shop.manager))
        == ErrorCode::NotFound);
}

TEST_CASE(
    "Saving again changes the template, and saving the same writes nothing", "[services][template]")
{
    TemplateShop shop;
    const auto id = must(shop.save(spaced(1), shop.manager));
    const auto before = must(storage::JournalStore(*shop.till.database).find(2))->head.seq;
    must(shop.service.save(
        id, TemplatePurpose::Receipt, "Ours", receipts::writeTemplate(spaced(1)), shop.manager));
    CHECK(must(storage::JournalStore(*shop.till.database).find(2))->head.seq == before);
    must(shop.service.save(
        id, TemplatePurpose::Receipt, "New", receipts::writeTemplate(spaced(4)), shop.manager));
    const auto stored = must(storage::TemplateStore(*shop.till.database).find(id)).value();
    CHECK(stored.name == "New");
    CHECK(stored.content == receipts::writeTemplate(spaced(4)));
    CHECK(stored.store == shop.store);
}
