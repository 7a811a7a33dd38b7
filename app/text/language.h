#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <array>
#include <optional>

class QCoreApplication;

/// The languages that the product is complete in, and the one that a program speaks.
namespace bl::text {

enum class Language { SimplifiedChinese, TraditionalChinese, English };

inline constexpr std::array kLanguages{
    Language::SimplifiedChinese, Language::TraditionalChinese, Language::English};

/// `zh_CN`, `zh_TW`, `en`: in settings and on command lines.
QString languageCode(Language language);

/// Reads a code, also as systems write it ("zh_HK.UTF-8", "zh-Hant", "en-GB"); nothing for other
/// languages.
std::optional<Language> languageFromCode(const QString& code);

/// The language of the desktop's settings, or simplified Chinese where it is none of ours.
Language systemLanguage();

/// The language's name in itself: 简体中文, 繁體中文, English. Never translated, so that everyone
/// finds theirs.
QString languageName(Language language);

/// For numbers and dates. English takes the system's country when the system speaks English.
QLocale localeFor(Language language);

/// Font families in the order of preference. Without the right second one, the system falls back to
/// Japanese glyphs.
QStringList fontFamilies(Language language);

/// The words of one language, whatever the program speaks: for what is printed in two languages.
class Dictionary {
public:
    explicit Dictionary(Language language);

    Language language() const { return m_language; }
    /// The translation of a text that is marked with QT_TRANSLATE_NOOP in that context.
    QString word(const char* context, const char* source) const;

private:
    Language m_language;
    QTranslator m_translator;
};

/// The translators of a running program: the product's and Qt's own.
///
/// Changing the language sends every widget a LanguageChange event; windows retranslate in their
/// changeEvent.
class Translation {
public:
    explicit Translation(QCoreApplication& application);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    /// Installs the language's translators in place of the former ones and makes its locale the
    /// default.
    void setLanguage(Language language);

    Language language() const { return m_language; }
    QLocale locale() const { return localeFor(m_language); }

private:
    void remove();

    QCoreApplication& m_application;
    Language m_language = Language::English;
    QTranslator m_product;
    QTranslator m_qt;
};

}  // namespace bl::text
