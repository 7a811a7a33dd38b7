"""The product's translations are complete and keep what their sources say; the sources have no text that they lack."""

import argparse
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import translation_checks as checks

ROOT = Path()
LUPDATE = ""
PLURAL_FORMS = {"zh_CN": 1, "zh_TW": 1, "en": 2}


def messages(language):
    return checks.read_messages(ROOT / "translations" / f"branchline_{language}.ts")


class Translations(unittest.TestCase):
    def assert_no_faults(self, faults):
        faults = list(faults)
        self.assertEqual(faults, [], "\n" + "\n".join(faults))

    def test_every_text_is_translated(self):
        for language, forms in PLURAL_FORMS.items():
            with self.subTest(language):
                self.assertTrue(messages(language))
                self.assert_no_faults(fault for message in messages(language) for fault in checks.unfinished(message, forms))

    def test_placeholders_options_keys_and_mnemonics_are_kept(self):
        for language in PLURAL_FORMS:
            with self.subTest(language):
                self.assert_no_faults(fault for message in messages(language) for fault in checks.lost_parts(message))

    def test_chinese_sentences_are_chinese(self):
        for language in ("zh_CN", "zh_TW"):
            with self.subTest(language):
                self.assert_no_faults(fault for message in messages(language) for fault in checks.untranslated_chinese(message))

    def test_traditional_chinese_has_no_simplified_characters(self):
        table = (Path(__file__).parent / "simplified_only.txt").read_text(encoding="utf-8")
        simplified = frozenset(char for line in table.splitlines() if not line.startswith("#") for char in line)
        self.assertGreater(len(simplified), 2000)
        self.assert_no_faults(
            fault for message in messages("zh_TW") for fault in checks.simplified_characters(message, simplified))

    def test_english_has_no_chinese(self):
        sources = [message for language in PLURAL_FORMS for message in messages(language)]
        english = messages("en")
        for message in sources:
            message.forms = []
        self.assert_no_faults(fault for message in [*sources, *english] for fault in checks.chinese_characters(message))

    def test_the_sources_have_no_text_that_the_translations_lack(self):
        for language in PLURAL_FORMS:
            with self.subTest(language), tempfile.TemporaryDirectory() as directory:
                copy = Path(directory) / f"branchline_{language}.ts"
                shutil.copy(ROOT / "translations" / copy.name, copy)
                plurals = ["-pluralonly"] if language == "en" else []
                subprocess.run([LUPDATE, "-silent", "-locations", "none", "-no-obsolete", *plurals, "-I", str(ROOT),
                                str(ROOT / "app"), "-ts", str(copy)], check=True, capture_output=True, timeout=120)
                before = {message.key for message in messages(language)}
                after = {message.key for message in checks.read_messages(copy)}
                lacking = [f"{key} is missing" for key in sorted(after - before)]
                unused = [f"{key} is in no source" for key in sorted(before - after)]
                self.assert_no_faults(lacking + unused)

    def test_every_text_is_where_the_code_looks_for_it(self):
        sources = [file.read_text(encoding="utf-8") for pattern in ("*.h", "*.cpp") for file in (ROOT / "app").rglob(pattern)]
        self.assert_no_faults(fault for code in sources for fault in checks.misnamed_contexts(code))
        contexts = set().union(*(checks.declared_contexts(code) for code in sources))
        for language in PLURAL_FORMS:
            with self.subTest(language):
                self.assert_no_faults(checks.unknown_contexts(messages(language), contexts))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--lupdate", required=True)
    arguments = parser.parse_args()
    ROOT, LUPDATE = arguments.root, arguments.lupdate
    unittest.main(argv=[__file__], verbosity=2)
