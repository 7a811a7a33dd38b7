#include "tests/unit/import/british_register.h"

#include "core/storage/new_database.h"

#include <zlib.h>

#include <fstream>

namespace bl::test {

std::unique_ptr<RegisterFixture> britishRegister(const std::string& file)
{
    FakeWallClock clock;
    SeededRandom random(7);
    UuidFactory ids(clock, random);
    {
        must(storage::createDatabase(file, storage::Side::Register, clock));
        auto database = must(sql::Database::open(file, sql::Access::Writer));
        const storage::Site site{OrganisationId{ids.next()}, must(Currency::create("GBP")),
            must(TimeZone::create("Europe/London")), RegisterId{ids.next()}, 2, "S01-1",
            StoreId{ids.next()}};
        auto transaction = must(sql::Transaction::begin(*database));
        must(storage::SiteStore(*database).save(site));
        must(storage::JournalStore(*database).create(
            site.registerNo, site.registerId, site.organisation, {}));
        must(transaction.commit());
    }
    return std::make_unique<RegisterFixture>(file);
}

std::string writeFile(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string packed(const std::string& bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflate");
    std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
    std::string in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

}  // namespace bl::test
