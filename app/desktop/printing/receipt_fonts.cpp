#include "app/desktop/printing/receipt_fonts.h"

#include <QLocale>

namespace bl::desktop {

ReceiptFonts receiptFonts()
{
    return QLocale().script() == QLocale::TraditionalHanScript ? ReceiptFonts::traditional()
                                                               : ReceiptFonts::simplified();
}

}  // namespace bl::desktop
