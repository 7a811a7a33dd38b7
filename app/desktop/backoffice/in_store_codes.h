#pragma once

#include "app/desktop/till/in_store_codes.h"
#include "core/storage/product_store.h"

#include <QObject>
#include <QString>

#include <optional>

namespace bl::desktop {

class Till;

/// The patterns of the codes that the shop's own scales and label printers make: shown, checked
/// line by line, tried and kept. Scans use them from then on.
class InStoreCodes final : public QObject {
    Q_OBJECT
public:
    /// `till` outlives it.
    explicit InStoreCodes(Till& till, QObject* parent = nullptr);

    void load();

    /// The first line that is no pattern.
    struct Fault {
        int line = 0;  ///< from 1
        Error error;
    };
    static std::optional<Fault> check(const QString& patterns);

    /// `saved` or `failed` follows.
    void save(const QString& patterns);

    /// What a code would say.
    struct Reading {
        std::optional<catalog::MeasuredCode> code;  ///< none where no pattern fits
        std::optional<catalog::Product> product;    ///< none where nothing has that number
    };
    /// Looks what the code says by these patterns, which are not kept; `read` follows.
    void tryCode(const QString& patterns, const QString& code);

Q_SIGNALS:
    void loaded(const QString& patterns);
    void saved();
    void read(const bl::desktop::InStoreCodes::Reading& reading);
    void failed(const bl::Error& error);

private:
    Till& m_till;
};

}  // namespace bl::desktop
