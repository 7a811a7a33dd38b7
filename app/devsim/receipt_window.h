#pragma once

#include <QImage>
#include <QScrollArea>

class QVBoxLayout;

namespace bl::devsim {

/// What came out of a simulated printer, the newest above.
class ReceiptWindow final : public QScrollArea {
public:
    ReceiptWindow();

    /// From any thread.
    void add(const QImage& paper);

private:
    void put(const QImage& paper);

    QVBoxLayout* m_column;
};

}  // namespace bl::devsim
