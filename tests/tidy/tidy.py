#!/usr/bin/env python3
"""Reads every source file and fails on what architecture and style refuse: one line `file:line: rule: what` for each breach.

usage: tidy.py [ROOT]
"""

import collections
import os
import pathlib
import re
import subprocess
import sys

import tables

Breach = collections.namedtuple("Breach", "path line rule text")

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'
    r'|(?:u8|u|U|L)?R"(?P<fence>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=fence)"'
    r'|(?:u8|u|U|L)?"(?P<text>(?:\\.|[^"\\\n])*)"'
    r"|(?<![0-9a-fA-F])'(?:\\.[^'\n]*|[^'\\\n])'",
    re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def files_of(root):
    """Paths relative to the root: what git tracks or would track, or, outside a checkout, all but builds and dot folders."""
    try:
        top = subprocess.run(["git", "-C", root, "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True)
        if os.path.realpath(top.stdout.strip()) == os.path.realpath(root):
            out = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                                 capture_output=True, check=True)
            names = {name.decode() for name in out.stdout.split(b"\0") if name}
            return sorted(name for name in names if os.path.isfile(os.path.join(root, name)))
    except (OSError, subprocess.CalledProcessError):
        pass
    found = []
    for folder, folders, names in os.walk(root):
        at_top = os.path.samefile(folder, root)
        folders[:] = [f for f in folders if f not in ("__pycache__", ".git") and not (at_top and (f == "build" or f[0] == "."))]
        found += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    return sorted(found)


def module_of(path):
    """The row of the table that a file belongs to, or None."""
    parts = path.split("/")
    if parts[0] == "core" and len(parts) > 2 and parts[1] in tables.NOUNS:
        return "core/nouns"
    if parts[0] in ("devices", "resources", "tests"):
        return parts[0]
    module = "/".join(parts[:2])
    return module if len(parts) > 2 and module in tables.USES else None


def closure(module):
    seen, todo = set(), [module]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += tables.USES[one]
    return seen


def line_at(text, position):
    return text.count("\n", 0, position) + 1


def blanked(text):
    return re.sub(r"[^\n]", " ", text)


class Source:
    """A C++ file cut into code (comments and literals blanked out, lines kept) and its string literals."""

    def __init__(self, text):
        self.text = text
        self.literals = []  # (line, text), neighbours joined as the compiler joins them
        pieces, at, joined_to = [], 0, None
        for token in TOKEN.finditer(text):
            between = text[at:token.start()]
            pieces.append(between)
            content = token.group("raw") if token.group("raw") is not None else token.group("text")
            if content is not None:
                if joined_to is not None and not between.strip():
                    line, so_far = self.literals[-1]
                    self.literals[-1] = (line, so_far + content)
                else:
                    self.literals.append((line_at(text, token.start()), content))
                joined_to = token.end()
            elif between.strip() or not token.group().startswith("/"):
                joined_to = None
            pieces.append(blanked(token.group()))
            at = token.end()
        pieces.append(text[at:])
        self.code = "".join(pieces)


def check_includes(path, source, known, edges):
    module = module_of(path)
    if module is None:
        yield 1, "module", "this folder is not in the table of modules (tests/tidy/tables.py)"
        return
    allowed = closure(module)
    for match in INCLUDE.finditer(source.text):
        line, (bracket, header) = line_at(source.text, match.start(1)), match.groups()
        if bracket == "<":
            yield from check_system_include(path, module, line, header)
            continue
        if header.endswith(".moc"):
            continue
        if header not in known:
            yield line, "include-root", f'"{header}" is no file of the repository, seen from its root'
            continue
        target = module_of(header)
        if target not in allowed:
            yield line, "include-edge", f"{module} may not use {target or header}"
        elif module == target == "core/nouns":
            user, used = path.split("/")[1], header.split("/")[1]
            if user != used:
                edges.setdefault((user, used), (path, line))


def check_system_include(path, module, line, header):
    for pattern, users in tables.LIBRARY_HEADERS.items():
        if pattern.search(header) and module not in users:
            yield line, "library", f"<{header}> is for {', '.join(users)}"
            return
    if not re.match(r"Q[A-Zt]|Qt$", header):
        return
    if path.startswith(tables.QT_CORE_ONLY) and not tables.QT_CORE.match(header):
        yield line, "qt", f"<{header}>: only Qt Core and Sql below app and devices"
    if path.startswith(tables.QT_WITHOUT_WINDOWS) and not (tables.QT_CORE.match(header) or tables.QT_NETWORK.match(header)):
        yield line, "qt", f"<{header}>: no Qt Gui in what runs without windows"


def check_code(path, source):
    if path.endswith(".h") and not re.search(r"^#pragma once$", source.code, re.MULTILINE):
        yield 1, "pragma-once", "a header starts with #pragma once"
    if not path.startswith(tables.SQL_ALLOWED):
        for line, text in source.literals:
            if tables.SQL_TEXT.search(text):
                yield line, "sql", "SQL outside core/sql, core/storage, sync/server and resources/sql"
    rules = [
        ("translation", path.startswith(tables.TRANSLATION_REFUSED), tables.TRANSLATION, "texts for people are made in app"),
        ("floating-point", path.startswith(tables.EXACT), tables.FLOATING_POINT, "integers only here"),
        ("message-box", not path.startswith(("app/", "tests/")), re.compile(r"\bQMessageBox\b"), "dialogs are made in app"),
        ("name", True, tables.NAME_SUFFIX, "a name that does not say what it is"),
    ]
    for rule, applies, pattern, text in rules:
        for match in pattern.finditer(source.code) if applies else ():
            yield line_at(source.code, match.start()), rule, f"{match.group().strip()}: {text}"


def check_text(path, text):
    lines = text.split("\n")
    if path.endswith(tables.COUNTED_ENDINGS) and len(lines) - 1 > tables.MAX_LINES:
        yield len(lines) - 1, "length", f"{len(lines) - 1} lines; at most {tables.MAX_LINES}, {tables.AIM_LINES} is the aim"
    for number, line in enumerate(lines, 1):
        if match := tables.OPEN_ENDS.search(line):
            yield number, "open-end", f"{match.group()}: do it or leave it out"
        if match := tables.WORKPLACE.search(line):
            yield number, "workplace", f"\"{match.group()}\": the repository speaks of the product"
        if not path.endswith(tables.FREE_LAYOUT_ENDINGS):
            if "\t" in line:
                yield number, "tab", "a tab"
            if line != line.rstrip():
                yield number, "trailing-blank", "blanks at the end of the line"
    if text and not text.endswith("\n"):
        yield len(lines), "final-newline", "no newline at the end of the file"


def check_place(path):
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] not in tables.TOP_LEVEL and not parts[0].startswith("."):
        yield 1, "top-level", f"{parts[0]} does not belong at the top"
    for folder in parts[:-1]:
        if folder in tables.FOLDER_NAMES:
            yield 1, "name", f"folder {folder}: a name that does not say what is in it"
    if path.endswith(tables.CODE_ENDINGS) and tables.FILE_NAME.search(pathlib.PurePosixPath(path).stem):
        yield 1, "name", "a file name that does not say what is in it"


def check_cycles(edges):
    """The nouns may use one another, but not in a circle."""
    uses = collections.defaultdict(set)
    for user, used in edges:
        uses[user].add(used)
    for user, used in sorted(edges):
        seen, todo = set(), [used]
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo += uses[one]
        if user in seen:
            path, line = edges[user, used]
            yield Breach(path, line, "cycle", f"core/{user} and core/{used} use each other")


def check(root):
    names = files_of(root)
    known, edges, breaches = set(names), {}, []
    for path in names:
        content = pathlib.Path(root, path).read_bytes()
        found = list(check_place(path))
        if b"\0" not in content and not path.endswith(tables.BINARY_ENDINGS):
            try:
                text = content.decode()
            except UnicodeDecodeError:
                text = content.decode("latin-1")
                if path.endswith(tables.CODE_ENDINGS):
                    found.append((1, "encoding", "not UTF-8"))
            found += check_text(path, text)
            if path.endswith(tables.CODE_ENDINGS):
                source = Source(text)
                found += check_includes(path, source, known, edges)
                found += check_code(path, source)
        breaches += [Breach(path, *one) for one in found]
    return breaches + list(check_cycles(edges)), len(names)


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).resolve().parents[2])
    breaches, count = check(root)
    for one in breaches:
        print(f"{one.path}:{one.line}: {one.rule}: {one.text}")
    if count == 0:
        sys.exit(f"no files in {root}")
    print(f"{count} files, {len(breaches)} breaches")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
