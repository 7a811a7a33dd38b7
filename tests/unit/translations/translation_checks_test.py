"""The checks of the translations find what they are for."""

import unittest

import translation_checks as checks


def message(source, *forms, numerus=False, state=""):
    return checks.Message("Context", source, "", numerus, state, list(forms))


class Checks(unittest.TestCase):
    def test_a_missing_translation_is_found(self):
        self.assertFalse(checks.unfinished(message("Pay", "收款"), 1))
        self.assertTrue(checks.unfinished(message("Pay", ""), 1))
        self.assertTrue(checks.unfinished(message("Pay", "收款", state="unfinished"), 1))
        self.assertTrue(checks.unfinished(message("Pay", "收款", state="vanished"), 1))
        self.assertTrue(checks.unfinished(message("%n day(s)", "%n day", numerus=True), 2))

    def test_a_lost_or_invented_placeholder_is_found(self):
        self.assertFalse(checks.lost_parts(message("%1 of %2", "%2 中的 %1")))
        self.assertTrue(checks.lost_parts(message("%1 of %2", "%1 的")))
        self.assertTrue(checks.lost_parts(message("%n days", "天")))
        self.assertTrue(checks.lost_parts(message("Pay", "收款 %1")))

    def test_a_lost_key_option_or_mnemonic_is_found(self):
        self.assertTrue(checks.lost_parts(message("Press F9", "按 F8")))
        self.assertTrue(checks.lost_parts(message("Give --data", "请指定目录")))
        self.assertTrue(checks.lost_parts(message("&Save", "保存")))
        self.assertFalse(checks.lost_parts(message("&Save", "保存(&S)")))
        self.assertTrue(checks.lost_parts(message("Name:", "姓名")))

    def test_a_simplified_character_in_traditional_chinese_is_found(self):
        self.assertTrue(checks.simplified_characters(message("Print", "打印单"), frozenset("单")))
        self.assertFalse(checks.simplified_characters(message("Print", "列印單"), frozenset("单")))

    def test_chinese_in_english_is_found(self):
        self.assertTrue(checks.chinese_characters(message("Pay 收款")))
        self.assertTrue(checks.chinese_characters(message("Price：")))
        self.assertFalse(checks.chinese_characters(message("Price “%1” − …")))

    def test_a_copied_sentence_is_found(self):
        self.assertTrue(checks.untranslated_chinese(message("Open a shift first.", "Open a shift first.")))
        self.assertFalse(checks.untranslated_chinese(message("PIN", "PIN")))

    def test_a_context_that_no_code_looks_in_is_found(self):
        code = "namespace bl::a {\nnamespace {\nstruct Words {\n    Q_DECLARE_TR_FUNCTIONS(Words)\n};\n}\n" \
               "class Sheet : public QWidget {\n    Q_OBJECT\npublic:\n};\n}\n"
        self.assertEqual(checks.declared_contexts(code), {"Words", "bl::a::Sheet"})
        self.assertFalse(checks.unknown_contexts([checks.Message("bl::a::Sheet", "Pay", "", False, "")], {"bl::a::Sheet"}))
        self.assertTrue(checks.unknown_contexts([checks.Message("Sheet", "Pay", "", False, "")], {"bl::a::Sheet"}))

    def test_a_context_that_is_not_its_structs_name_is_found(self):
        self.assertTrue(checks.misnamed_contexts("struct ServeText {\n    Q_DECLARE_TR_FUNCTIONS(Program)\n};"))
        self.assertFalse(checks.misnamed_contexts("struct Program {\n    Q_DECLARE_TR_FUNCTIONS(Program)\n};"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
