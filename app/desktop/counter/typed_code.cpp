#include "app/desktop/counter/typed_code.h"

namespace bl::desktop {

Result<Quantity> TypedCode::readQuantity(const QString& typed)
{
    QString text = typed.trimmed();
    // Number pads of several countries type a comma.
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    return parseQuantity(text.toStdString());
}

TypedCode TypedCode::read(const QString& typed)
{
    const QString text = typed.trimmed();
    const qsizetype star = text.indexOf(QLatin1Char('*'));
    if (star <= 0)
        return {std::nullopt, text, std::nullopt};
    const QString before = text.left(star).trimmed();
    const auto times = readQuantity(before);
    // A star within a name is no multiplier: "A*B".
    if (!times && times.error().code == ErrorCode::InvalidNumber)
        return {std::nullopt, text, std::nullopt};
    TypedCode code{std::nullopt, text.mid(star + 1).trimmed(), std::nullopt};
    if (!times || *times <= Quantity{})
        code.fault =
            times ? Error{ErrorCode::InvalidQuantity, {before.toStdString()}} : times.error();
    else
        code.times = *times;
    return code;
}

}  // namespace bl::desktop
