#pragma once

#include "app/desktop/shell.h"

#include <QStandardItemModel>
#include <QWidget>

/// Screens made of the controls alone, filled with samples: what a screen built from them looks
/// like.
namespace bl::desktop::test {

/// Names of the pages that `showPage` knows, in the order of their pictures.
enum class GalleryPage { Counter, Search, Pay, Controls, Welcome };

const char* pageName(GalleryPage page);

/// A window of 1366 × 768 that shows the page in the shell's language and theme.
std::unique_ptr<QWidget> newPage(GalleryPage page, Shell& shell);

}  // namespace bl::desktop::test
