#pragma once

#include "core/services/service_context.h"
#include "core/staff/actor.h"
#include "core/storage/template_store.h"

namespace bl::services {

/// How receipts and labels look: a store's own templates are made and changed here; the chain's
/// belong to HQ.
class TemplateService {
public:
    explicit TemplateService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Makes a template of the store, or changes one; `id` says which. Gives its id. Fails with
    /// MissingName, InvalidDocument where the content is none, NotFound, or PermissionDenied for a
    /// user who may not and for a template that is not the store's.
    Result<Uuid> save(const std::optional<Uuid>& id, storage::TemplatePurpose purpose,
        const std::string& name, const std::string& content, const staff::Actor& by);

    /// The store has that template no longer; the entity stays, without content. Where it was in
    /// use, receipts look as the chain's, or as the product's. Fails as save().
    Result<void> remove(const Uuid& id, const staff::Actor& by);

    /// The store's receipts look like that from now on. Fails as save().
    Result<void> use(const Uuid& id, const staff::Actor& by);

    /// No template of the store is in use: its receipts look as the chain's, or as the product's.
    /// Fails with PermissionDenied.
    Result<void> useNone(const staff::Actor& by);

private:
    Result<void> mayChange(const staff::Actor& by);
    Result<journal::Entity> ownTemplate(const Uuid& id, StoreId store);
    Result<void> activateOnly(const std::optional<Uuid>& id, const staff::Actor& by);

    ServiceContext m_context;
};

}  // namespace bl::services
