#include "app/text/language.h"

#include <QCoreApplication>
#include <QtGlobal>

static void initTranslationResource()
{
    Q_INIT_RESOURCE(i18n);
}

namespace bl::text {

QString languageCode(Language language)
{
    switch (language) {
    case Language::SimplifiedChinese: return QStringLiteral("zh_CN");
    case Language::TraditionalChinese: return QStringLiteral("zh_TW");
    case Language::English: return QStringLiteral("en");
    }
    return {};
}

std::optional<Language> languageFromCode(const QString& code)
{
    const QLocale locale(QString(code).replace(QLatin1Char('-'), QLatin1Char('_')));
    if (locale.language() == QLocale::English)
        return Language::English;
    if (locale.language() != QLocale::Chinese)
        return std::nullopt;
    return locale.script() == QLocale::TraditionalHanScript ? Language::TraditionalChinese
                                                            : Language::SimplifiedChinese;
}

Language systemLanguage()
{
    const QStringList preferred = QLocale::system().uiLanguages();
    for (const QString& code : preferred) {
        // A system without a language reports "C", which QLocale would take for English.
        if (code == QLatin1String("C"))
            continue;
        if (const auto language = languageFromCode(code))
            return *language;
    }
    return Language::SimplifiedChinese;
}

QString languageName(Language language)
{
    switch (language) {
    case Language::SimplifiedChinese: return QStringLiteral("简体中文");
    case Language::TraditionalChinese: return QStringLiteral("繁體中文");
    case Language::English: return QStringLiteral("English");
    }
    return {};
}

QLocale localeFor(Language language)
{
    switch (language) {
    case Language::SimplifiedChinese:
        return QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China);
    case Language::TraditionalChinese:
        return QLocale(QLocale::Chinese, QLocale::TraditionalHanScript, QLocale::Taiwan);
    case Language::English: {
        const QLocale system = QLocale::system();
        const bool speaksEnglish = system.language() == QLocale::English;
        return speaksEnglish ? QLocale(QLocale::English, system.territory())
                             : QLocale(QLocale::English, QLocale::UnitedKingdom);
    }
    }
    return QLocale::c();
}

QStringList fontFamilies(Language language)
{
    // DejaVu first: its digits are tabular and its Latin letters are drawn for small sizes.
    QStringList families{QStringLiteral("DejaVu Sans")};
    switch (language) {
    case Language::SimplifiedChinese:
    case Language::English:
        families << QStringLiteral("Noto Sans CJK SC") << QStringLiteral("Microsoft YaHei UI");
        break;
    case Language::TraditionalChinese:
        families << QStringLiteral("Noto Sans CJK TC") << QStringLiteral("Microsoft JhengHei UI");
        break;
    }
    return families;
}

Dictionary::Dictionary(Language language)
    : m_language(language)
{
    initTranslationResource();
    // English is the language of the sources: its file holds plural forms alone.
    if (language != Language::English)
        (void)m_translator.load(QStringLiteral(":/i18n/branchline_") + languageCode(language));
}

QString Dictionary::word(const char* context, const char* source) const
{
    const QString translated = m_translator.translate(context, source);
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

Translation::Translation(QCoreApplication& application)
    : m_application(application)
{
    initTranslationResource();
}

Translation::~Translation()
{
    remove();
}

void Translation::setLanguage(Language language)
{
    remove();
    m_language = language;
    QLocale::setDefault(localeFor(language));
    const QString code = languageCode(language);
    if (m_qt.load(QStringLiteral(":/i18n/qtbase_") + code))
        m_application.installTranslator(&m_qt);
    // The product's comes last, because the last one installed is asked first.
    if (m_product.load(QStringLiteral(":/i18n/branchline_") + code))
        m_application.installTranslator(&m_product);
}

void Translation::remove()
{
    m_application.removeTranslator(&m_product);
    m_application.removeTranslator(&m_qt);
}

}  // namespace bl::text
