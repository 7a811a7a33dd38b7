#pragma once

#include "app/text/language.h"

#include <QCoreApplication>

namespace bl::text::test {

/// Speaks a language until the end of the scope.
class Speaking {
public:
    explicit Speaking(Language language)
        : m_translation(*QCoreApplication::instance())
    {
        m_translation.setLanguage(language);
    }

private:
    Translation m_translation;
};

}  // namespace bl::text::test
