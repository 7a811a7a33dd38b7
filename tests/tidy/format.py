#!/usr/bin/env python3
"""Checks that C++ files are formatted as .clang-format (version 14) says; with --fix formats them.

usage: format.py [--clang-format PROGRAM] [--fix] [PATH…]   (paths from the repository's root; all without any)
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

import tidy

VERSION = "version 14."
SKIPPED = 77


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clang-format", default=shutil.which("clang-format-14") or "clang-format")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()

    try:
        version = subprocess.run([options.clang_format, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no clang-format: {error}")
        return SKIPPED
    if VERSION not in version:
        print(f"other versions format otherwise, so nothing was checked: {version.strip()}")
        return SKIPPED

    root = pathlib.Path(__file__).resolve().parents[2]
    files = [name for name in tidy.files_of(str(root)) if name.endswith((".h", ".cpp"))]
    if options.paths:
        files = [name for name in files if any(name == p or name.startswith(p.rstrip("/") + "/") for p in options.paths)]
    if not files:
        print("no files")
        return 1
    mode = ["-i"] if options.fix else ["--dry-run", "-Werror", "--ferror-limit=1"]
    result = subprocess.run([options.clang_format, *mode, *files], cwd=root, check=False)
    print(f"{len(files)} files")
    if result.returncode != 0 and not options.fix:
        print("format them with: python3 tests/tidy/format.py --fix")
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
