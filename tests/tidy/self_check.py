#!/usr/bin/env python3
"""Proves that each rule of tidy.py can fail: small trees with one mistake each, beside a tree without any."""

import pathlib
import sys
import tempfile
import unittest

import tables
import tidy

GOOD = {
    "README.md": "# A product\n\nIt works in a session of the desktop.\n",
    "CMakeLists.txt": "project(Product)\n",
    "core/base/clock.h": "#pragma once\n\n#include <QDateTime>\n\nint now();\n",
    "core/money/money.h": '#pragma once\n\n#include "core/base/clock.h"\n\n// 1.5 is no whole number; a double is none either\n'
                          "class QNetworkAccessManager;\nconstexpr int kMillion = 1'000'000;\n",
    "core/catalog/product.h": '#pragma once\n\n#include "core/money/money.h"\n',
    "core/sales/sale.h": '#pragma once\n\n#include "core/catalog/product.h"\n',
    "core/storage/product_store.cpp": '#include "core/catalog/product.h"\n\nconst char* kFind = "SELECT name FROM products";\n',
    "app/desktop/counter/pay.cpp": '#include "core/sales/sale.h"\n\n#include <QMessageBox>\n\n'
                                   'auto text() { return tr("Select a product from the list"); }\n',
    "resources/demo/units.csv": "kg\t1.5 \n",
}


def joined(*parts):
    """A word that this file itself must not hold."""
    return "".join(parts)


# name of the case: (rule, file, line, content)
BAD = {
    "upwards include": ("include-edge", "core/money/bad.cpp", 2, '#include <cstdio>\n#include "core/catalog/product.h"\n'),
    "sideways include": ("include-edge", "sync/client/bad.cpp", 1, '#include "app/desktop/counter/pay.cpp"\n'),
    "include beside the file": ("include-root", "core/money/bad.cpp", 1, '#include "money.h"\n'),
    "include that climbs": ("include-root", "core/money/bad.cpp", 1, '#include "../base/clock.h"\n'),
    "folder without a row": ("module", "core/surprise/bad.cpp", 1, "int a;\n"),
    "widgets in core": ("qt", "core/base/bad.cpp", 1, "#include <QWidget>\n"),
    "gui by module name": ("qt", "core/base/bad.cpp", 1, "#include <QtGui/QImage>\n"),
    "network in sync": ("qt", "sync/http/bad.cpp", 2, "\n#include <QNetworkAccessManager>\n"),
    "printing in core": ("qt", "core/services/bad.cpp", 1, "#include <QPrinter>\n"),
    "gui in the command line": ("qt", "app/ctl/bad.cpp", 1, "#include <QImage>\n"),
    "curl in services": ("library", "core/services/bad.cpp", 1, "#include <curl/curl.h>\n"),
    "query in services": ("sql", "core/services/bad.cpp", 2, 'int a;\nauto q = "SELECT 1";\n'),
    "insert in the desktop": ("sql", "app/desktop/bad.cpp", 1, 'auto q = "INSERT OR IGNORE INTO products VALUES (1)";\n'),
    "update in two pieces": ("sql", "sync/client/bad.cpp", 1, 'auto q = "UPDATE sales "\n         "SET a = 1";\n'),
    "delete in a raw literal": ("sql", "app/hq/bad.cpp", 1, 'auto q = R"(\nDELETE FROM sales)";\n'),
    "small letters": ("sql", "devices/bad.cpp", 1, 'auto q = "insert into sales (a) values (1)";\n'),
    "tr in core": ("translation", "core/services/bad.cpp", 1, 'auto t = tr("Pay");\n'),
    "translate in devices": ("translation", "devices/bad.cpp", 1, 'auto t = QCoreApplication::translate("a", "b");\n'),
    "double in money": ("floating-point", "core/money/bad.cpp", 1, "double half();\n"),
    "toDouble in pricing": ("floating-point", "core/pricing/bad.cpp", 1, "auto x = text.toDouble();\n"),
    "qreal in the ledger": ("floating-point", "core/ledger/bad.cpp", 1, "qreal x();\n"),
    "literal in the journal": ("floating-point", "core/journal/bad.cpp", 3, "int a;\n\nauto x = 0.5;\n"),
    "dialog in devices": ("message-box", "devices/bad.cpp", 1, "#include <QMessageBox>\n"),
    "header without guard": ("pragma-once", "core/base/bad.h", 1, "// #pragma once\nint a;\n"),
    "long file": ("length", "core/base/bad.cpp", tables.MAX_LINES + 1, "int a();\n" * (tables.MAX_LINES + 1)),
    "class by a hollow name": ("name", "core/base/bad.cpp", 1, joined("class Sale", "Manager {};\n")),
    "struct by a hollow name": ("name", "core/base/bad.cpp", 1, joined("struct Text", "Utils {};\n")),
    "hidden half": ("name", "app/desktop/bad.cpp", 2, joined("int a;\nclass Im", "pl;\n")),
    "file by a hollow name": ("name", joined("core/base/text_ut", "ils.cpp"), 1, "int a();\n"),
    "folder by a hollow name": ("name", joined("app/desktop/com", "mon/a.cpp"), 1, "int a();\n"),
    "left for later": ("open-end", "core/base/bad.cpp", 2, joined("int a;\n// TO", "DO: more\n")),
    "left for later in a script": ("open-end", "installer/bad", 1, joined("# FIX", "ME\n")),
    "tab": ("tab", "core/base/bad.cpp", 1, "\tint a;\n"),
    "trailing blank": ("trailing-blank", "README.md", 1, "# A product \n"),
    "carriage return": ("trailing-blank", "core/base/bad.cpp", 1, "int a;\r\n"),
    "no last newline": ("final-newline", "core/base/bad.cpp", 2, "int a;\nint b;"),
    "not UTF-8": ("encoding", "core/base/bad.cpp", 1, b"// caf\xe9\n"),
    "stray file at the top": ("top-level", "notes.txt", 1, "a\n"),
    "stray folder at the top": ("top-level", "scratch/a.txt", 1, "a\n"),
    "place of work": ("workplace", "README.md", 2, joined("#\nsee /wo", "rk/main\n")),
    "time of work": ("workplace", "tests/bad.py", 1, joined("# as the previous ses", "sion left it\n")),
    "order of work": ("workplace", "installer/bad", 1, joined("# for iss", "ue #12\n")),
    "nouns in a circle": ("cycle", "core/catalog/bad.cpp", 1, '#include "core/sales/sale.h"\n'),
}


def breaches_of(tree):
    with tempfile.TemporaryDirectory() as root:
        for name, content in tree.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tidy.check(root)[0]


class SelfCheck(unittest.TestCase):
    def test_a_tidy_tree_passes(self):
        self.assertEqual([], breaches_of(GOOD))

    def test_each_mistake_is_found_where_it_is(self):
        for name, (rule, path, line, content) in BAD.items():
            with self.subTest(name):
                found = {(one.rule, one.path, one.line) for one in breaches_of(GOOD | {path: content})}
                self.assertIn((rule, path, line), found)
                self.assertEqual({path}, {one[1] for one in found if one[0] != "cycle"} | {path})

    def test_every_rule_has_a_mistake_that_breaks_it(self):
        source = pathlib.Path(tidy.__file__).read_text()
        rules = {rule for rule, _, _, _ in BAD.values()}
        for rule in rules:
            self.assertIn(f'"{rule}"', source)
        named = set(tidy.re.findall(r'yield (?:number|line|1|len\(lines\)(?: - 1)?), "([a-z-]+)"', source))
        named |= set(tidy.re.findall(r'^        \("([a-z-]+)", ', source, tidy.re.MULTILINE))
        named |= {"cycle", "encoding"}
        self.assertEqual(named, rules)

    def test_the_table_has_no_circle_and_no_unknown_name(self):
        for module in tables.USES:
            for used in tables.USES[module]:
                self.assertIn(used, tables.USES)
                self.assertNotIn(module, tidy.closure(used))

    def test_builds_and_dot_folders_are_not_read(self):
        self.assertEqual([], breaches_of(GOOD | {"build/a.cpp": "\t", ".cache/a.cpp": "\t"}))


if __name__ == "__main__":
    sys.exit(unittest.main())
