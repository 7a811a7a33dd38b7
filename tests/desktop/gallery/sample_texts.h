#pragma once

#include "app/text/language.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Trade to fill the gallery with, as long as it gets in practice.
namespace bl::desktop::test {

struct SampleLine {
    QString product;
    QString price;
    QString quantity;
    QString reduction;
    QString why;
    QString net;
};

struct SampleTexts {
    QString placeholder;
    QStringList columns;
    std::vector<SampleLine> lines;
    QString items;
    QString total;
    QString member, tier, birthday, since;
    QStringList balanceLabels;
    QString pass, note;
    QStringList categories;
    QStringList tiles;
    QStringList status;
    QStringList who;
    QString pay, due;
    QStringList tenders;
    QString stored, received, cash, change, open;
    QString emptyTitle, emptyText, emptyAction;
    QString prompt;
    QString toast;
};

const SampleTexts& sampleTexts(text::Language language);

}  // namespace bl::desktop::test
