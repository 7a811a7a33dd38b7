"""The organisation file: its schema, the demo organisation, and files that are wrong in one way each.

usage: organisation_file_test.py RESOURCES

good/         files that the schema and the program accept
bad/          files that the schema refuses already
bad/program/  files that only the program can refuse; each is right by the schema
All of them are meant for an organisation that has its first store S01 and nothing else in the sections they name.
"""

import calendar
import collections
import json
import pathlib
import re
import sys
import unittest

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
RESOURCES = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else HERE.parents[2] / "resources")

KEYS = {"stores": "code", "roles": "code", "users": "login", "tiers": "code", "categories": "code",
        "products": "code", "members": "number", "templates": "name"}
REFERENCES = [("users", "role", "roles"), ("products", "category", "categories"), ("members", "tier", "tiers")]
NEEDED_WHEN_NEW = {"stores": ["name"], "roles": ["name"], "users": ["name", "role"], "tiers": ["name"],
                   "categories": ["name"], "products": ["name", "price"], "members": ["name"],
                   "templates": []}
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


def files(folder):
    return sorted((HERE / folder).glob("*.json"))


def refuse_constant(text):
    raise ValueError(f"{text} is no JSON number")


def parse(path):
    """The document of a file and the keys that one of its objects has more than once. ValueError where it is no JSON."""
    repeated = []

    def pairs(items):
        counts = collections.Counter(key for key, _ in items)
        repeated.extend(key for key, count in counts.items() if count > 1)
        return dict(items)

    try:
        text = path.read_bytes().decode("utf-8")
        return json.loads(text, object_pairs_hook=pairs, parse_constant=refuse_constant), repeated
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def ean13_is_right(code):
    digits = [int(digit) for digit in code]
    return len(digits) == 13 and (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


def day_exists(text):
    year, month, day = (int(part) for part in text.split("-"))
    return day <= calendar.monthrange(year, month)[1]


def is_row(pin):
    steps = {int(after) - int(before) for before, after in zip(pin, pin[1:])}
    return len(steps) == 1 and steps <= {-1, 0, 1}


def problems(document, repeated=()):
    """What is wrong with a file that is right by the schema, in an organisation that has nothing yet."""
    found = [f"{key}: twice in one object" for key in repeated]
    for section, key in KEYS.items():
        entities = document.get(section, [])
        counts = collections.Counter(entity[key] for entity in entities)
        found += [f"{section}: {value} twice" for value, count in counts.items() if count > 1]
        for entity in entities:
            found += [f"{section}: {entity[key]} has no {field}"
                      for field in NEEDED_WHEN_NEW[section] if field not in entity]
    found += [f"templates: {template['name']} has neither receipt nor label"
              for template in document.get("templates", []) if "receipt" not in template and "label" not in template]
    for section, field, target in REFERENCES:
        known = {entity[KEYS[target]] for entity in document.get(target, [])}
        found += [f"{section}: {field} {entity[field]} unknown"
                  for entity in document.get(section, []) if field in entity and entity[field] not in known]
    found += [f"users: {user['login']} has a PIN that is a row or a repetition"
              for user in document.get("users", []) if "pin" in user and is_row(user["pin"])]
    members = document.get("members", [])
    phones = collections.Counter(re.sub("[ -]", "", member["phone"]) for member in members if "phone" in member)
    found += [f"members: phone {phone} twice" for phone, count in phones.items() if count > 1]
    found += [f"members: no day {member['birthday']}"
              for member in members if "birthday" in member and not day_exists(member["birthday"])]
    return found


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema, _ = parse(RESOURCES / "schema" / "organisation.schema.json")
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def test_is_itself_right(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_describes_every_field_and_admits_no_other(self):
        def fields_of(node, path):
            if not isinstance(node, dict):
                return
            if node.get("type") == "object":
                self.assertIs(node.get("additionalProperties"), False, path)
                for name, field in node["properties"].items():
                    if "$ref" in field and "description" not in field:
                        field = self.schema["$defs"][field["$ref"].rsplit("/", 1)[1]]
                    self.assertIn("description", field, f"{path}.{name}")
            for name, child in node.items():
                fields_of(child, f"{path}.{name}")

        fields_of(self.schema, "schema")

    def test_accepts_good_files(self):
        self.assertTrue(files("good"))
        for path in files("good"):
            with self.subTest(path.stem):
                document, repeated = parse(path)
                self.validator.validate(document)
                self.assertEqual(problems(document, repeated), [])

    def test_refuses_bad_files(self):
        self.assertTrue(files("bad"))
        for path in files("bad"):
            with self.subTest(path.stem):
                try:
                    document, _ = parse(path)
                except ValueError:
                    continue
                self.assertFalse(self.validator.is_valid(document))

    def test_leaves_to_the_program_what_no_schema_can_say(self):
        self.assertTrue(files("bad/program"))
        for path in files("bad/program"):
            with self.subTest(path.stem):
                document, repeated = parse(path)
                self.validator.validate(document)
                self.assertEqual(len(problems(document, repeated)), 1)

    def test_guards_the_type_of_every_field(self):
        for section, key in KEYS.items():
            fields = self.schema["$defs"][self.schema["properties"][section]["items"]["$ref"].rsplit("/", 1)[1]]
            valid = {"stores": "S02", "users": "lina"}.get(section, "1")
            self.assertTrue(self.validator.is_valid({section: [{key: valid}]}))
            for field in fields["properties"]:
                for value in ({}, None, 1.5):
                    with self.subTest(f"{section}.{field} = {value!r}"):
                        self.assertFalse(self.validator.is_valid({section: [{key: valid, field: value}]}))


class DemoOrganisation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema, _ = parse(RESOURCES / "schema" / "organisation.schema.json")
        cls.validator = jsonschema.Draft202012Validator(schema)
        cls.demo, cls.repeated = parse(RESOURCES / "demo" / "organisation.json")

    def test_is_right_by_the_schema(self):
        self.assertEqual([error.message for error in self.validator.iter_errors(self.demo)], [])

    def test_has_unique_keys_known_references_and_all_that_new_entities_need(self):
        self.assertEqual(problems(self.demo, self.repeated), [])

    def test_has_two_stores_three_users_and_three_tiers(self):
        self.assertEqual([store["code"] for store in self.demo["stores"]], ["S01", "S02"])
        self.assertEqual(collections.Counter(user["role"] for user in self.demo["users"]),
                         {"manager": 1, "cashier": 2})
        for user in self.demo["users"]:
            self.assertIn("pin", user, "the file is where a new user reads the PIN")
        self.assertEqual([tier["name"] for tier in self.demo["tiers"]], ["普通", "银卡", "金卡"])

    def test_has_200_products_with_right_codes_and_chinese_names(self):
        products = self.demo["products"]
        self.assertEqual(len(products), 200)
        self.assertEqual(len({product["name"] for product in products}), 200)
        for product in products:
            with self.subTest(product["code"]):
                self.assertRegex(product["code"], "^(69[0-9]|2[0-9]{2})[0-9]{10}$")
                self.assertTrue(ean13_is_right(product["code"]))
                self.assertRegex(product["name"], CHINESE)
                self.assertGreater(product["price"], 0)
        self.assertFalse(ean13_is_right("6901234567893"))

    def test_sells_by_weight_what_is_weighed(self):
        for product in self.demo["products"]:
            self.assertEqual(product.get("sale") == "measure", product["unit"] == "kg", product["name"])

    def test_has_a_product_in_every_category(self):
        self.assertEqual({product["category"] for product in self.demo["products"]},
                         {category["code"] for category in self.demo["categories"]})

    def test_has_500_members_in_three_tiers(self):
        members = self.demo["members"]
        self.assertEqual(len(members), 500)
        counts = collections.Counter(member["tier"] for member in members)
        self.assertEqual(set(counts), {"normal", "silver", "gold"})
        self.assertGreater(counts["normal"], counts["silver"])
        self.assertGreater(counts["silver"], counts["gold"])
        for member in members:
            self.assertRegex(member["phone"], "^1[3-9][0-9]{9}$")

    def test_has_members_whose_names_try_the_search(self):
        names = [member["name"] for member in self.demo["members"]]
        self.assertTrue([name for name, count in collections.Counter(names).items() if count > 1], "two of one name")
        self.assertTrue([name for name in names if any(ord(sign) > 0xFFFF for sign in name)], "a rare character")
        self.assertTrue([name for name in names if not CHINESE.search(name)], "a name that is not Chinese")
        self.assertTrue([name for name in names if name.startswith("欧阳")], "a surname of two characters")
        self.assertTrue([name for name in names if name.startswith("单")], "a surname that is read unusually")

    def test_keeps_one_entity_on_one_line(self):
        lines = (RESOURCES / "demo" / "organisation.json").read_text(encoding="utf-8").splitlines()
        for section in KEYS:
            for entity in self.demo[section]:
                text = json.dumps(entity, ensure_ascii=False)
                self.assertTrue(f"    {text}" in lines or f"    {text}," in lines, text)


if __name__ == "__main__":
    unittest.main(verbosity=1)
