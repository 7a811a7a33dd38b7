"""Documents and templates to print: their schemas against the defaults and against files that are wrong in one way each.

usage: print_files_test.py RESOURCES

NAME/good/  files that the schema and the program accept       NAME/bad/  files that both refuse
NAME/bad/program/  files that only the program can refuse
The program's half of the agreement is in tests/unit/ports and tests/unit/receipts.
"""

import json
import pathlib
import sys
import unittest

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
RESOURCES = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else HERE.parents[2] / "resources")
NAMES = sorted(path.name.removesuffix(".schema.json") for path in (RESOURCES / "schema").glob("*.schema.json")
               if (HERE / path.name.removesuffix(".schema.json")).is_dir())


def files(folder):
    return sorted((HERE / folder).glob("*.json"))


class Schemas(unittest.TestCase):
    def each(self):
        self.assertTrue(NAMES)
        for name in NAMES:
            with self.subTest(name):
                schema = json.loads((RESOURCES / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
                yield name, schema, jsonschema.Draft202012Validator(schema)

    def test_are_themselves_right(self):
        for _, schema, _ in self.each():
            jsonschema.Draft202012Validator.check_schema(schema)

    def test_describe_every_field_and_admit_no_other(self):
        def fields_of(node, path, schema):
            if not isinstance(node, dict):
                return
            if node.get("type") == "object":
                self.assertIs(node.get("additionalProperties"), False, path)
                for name, field in node["properties"].items():
                    if "$ref" in field and "description" not in field:
                        field = schema["$defs"][field["$ref"].rsplit("/", 1)[1]]
                    self.assertIn("description", field, f"{path}.{name}")
            for name, child in node.items():
                fields_of(child, f"{path}.{name}", schema)

        for _, schema, _ in self.each():
            fields_of(schema, "schema", schema)

    def test_accept_good_files_and_what_only_the_program_can_refuse(self):
        for name, _, validator in self.each():
            self.assertTrue(files(f"{name}/good"))
            for path in files(f"{name}/good") + files(f"{name}/bad/program"):
                with self.subTest(path.stem):
                    validator.validate(json.loads(path.read_text(encoding="utf-8")))

    def test_refuse_bad_files(self):
        for name, _, validator in self.each():
            self.assertTrue(files(f"{name}/bad"))
            for path in files(f"{name}/bad"):
                with self.subTest(path.stem):
                    try:
                        document = json.loads(path.read_text(encoding="utf-8"))
                    except ValueError:
                        continue
                    self.assertFalse(validator.is_valid(document))


if __name__ == "__main__":
    unittest.main(verbosity=1)
