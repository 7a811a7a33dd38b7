#pragma once

#include "app/desktop/till/till.h"

#include <string>

namespace bl::desktop {

/// What an editor of templates hands over to be kept.
struct TemplateToStore {
    std::optional<Uuid> id;  ///< none for a new one
    storage::TemplatePurpose purpose{};
    std::string name;
    std::string content;
};

/// Keeps it as TemplateService::save does, and gives its id to `then`.
template <typename Then>
void storeTemplate(
    Till& till, QObject* receiver, TemplateToStore wanted, const staff::Actor& by, Then then)
{
    till.write(
        receiver,
        [wanted = std::move(wanted), by](TillServices& services) {
            return services.templates.save(
                wanted.id, wanted.purpose, wanted.name, wanted.content, by);
        },
        std::move(then));
}

}  // namespace bl::desktop
