#pragma once

#include "core/members/member.h"
#include "core/services/service_context.h"

namespace bl::services {

/// Registering members, at a register and at HQ.
class MemberService {
public:
    explicit MemberService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Fills in id, initials, the day and, where it is empty, the number. Fails with MissingName,
    /// InvalidPhone, DuplicatePhone (masked), DuplicateCode (the number).
    Result<members::Member> create(members::Member draft, UserId by);
    Result<members::Member> create(OperationWriter::Batch& batch, members::Member draft, UserId by);

private:
    ServiceContext m_context;
};

}  // namespace bl::services
