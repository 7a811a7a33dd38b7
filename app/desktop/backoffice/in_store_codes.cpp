#include "app/desktop/backoffice/in_store_codes.h"

#include "app/desktop/till/till.h"

#include <QStringList>

namespace bl::desktop {

InStoreCodes::InStoreCodes(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
}

void InStoreCodes::load()
{
    m_till.read(
        this, [](TillQueries& queries) { return readInStoreCodes(queries.settings); },
        [this](const Result<InStoreCodeText>& kept) {
            if (kept)
                Q_EMIT loaded(QString::fromStdString(kept->patterns));
            else
                Q_EMIT failed(kept.error());
        });
}

std::optional<InStoreCodes::Fault> InStoreCodes::check(const QString& patterns)
{
    const QStringList lines = patterns.split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i) {
        const auto parsed = catalog::parseInStorePatterns(lines[i].toStdString());
        if (!parsed)
            return Fault{i + 1, parsed.error()};
    }
    return std::nullopt;
}

void InStoreCodes::save(const QString& patterns)
{
    m_till.write(
        this,
        [text = patterns.toStdString()](
            TillServices& services) { return keepInStoreCodes(services.settings, text); },
        [this](const Result<void>& kept) {
            if (kept)
                Q_EMIT saved();
            else
                Q_EMIT failed(kept.error());
        });
}

void InStoreCodes::tryCode(const QString& patterns, const QString& code)
{
    m_till.read(
        this,
        [text = patterns.toStdString(), code = code.trimmed().toStdString()](
            TillQueries& queries) -> Result<Reading> {
            BL_TRY(const auto parsed, catalog::parseInStorePatterns(text));
            Reading reading;
            reading.code = catalog::readMeasuredCode(code, parsed);
            if (!reading.code)
                return reading;
            BL_TRY(reading.product, findArticle(queries.products, reading.code->articles));
            return reading;
        },
        [this](const Result<Reading>& reading) {
            if (reading)
                Q_EMIT read(*reading);
            else
                Q_EMIT failed(reading.error());
        });
}

}  // namespace bl::desktop
