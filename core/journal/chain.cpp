#include "core/journal/chain.h"

namespace bl::journal {

Hash chainStart(OrganisationId organisation, RegisterId owner, const Nonce& nonce)
{
    return Sha256()
        .add("branchline/journal/1\n")
        .add(organisation.toString())
        .add("\n")
        .add(owner.toString())
        .add("\n")
        .add(std::string_view(reinterpret_cast<const char*>(nonce.data()), nonce.size()))
        .finish();
}

Hash chainNext(const Hash& previous, std::string_view line)
{
    return Sha256().add(previous).add(line).finish();
}

}  // namespace bl::journal
