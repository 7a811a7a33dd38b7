"""The icons: line drawings of one kind, which the theme can give any colour.

usage: icons_test.py RESOURCES
"""

import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree

RESOURCES = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[3] / "resources")
SVG = "{http://www.w3.org/2000/svg}"
LINE_DRAWING = {"width": "24", "height": "24", "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor",
                "stroke-width": "1.75", "stroke-linecap": "round", "stroke-linejoin": "round"}
NEEDED = set("""
    product member member-add quantity park recall more pay lock printer sync sync-off cloud cloud-off shift settings search
    close check warning sun moon language receipt plus minus backspace trash store drawer stock arrow-left
""".split())
SHAPES = {"path", "circle", "rect"}


class Icons(unittest.TestCase):
    def setUp(self):
        self.icons = {path.stem: path for path in sorted((RESOURCES / "icons").glob("*.svg"))}

    def test_are_all_there(self):
        self.assertEqual((NEEDED | {"branchline"}) - set(self.icons), set())

    def test_are_line_drawings_of_one_kind(self):
        for name, path in self.icons.items():
            if name == "branchline":
                continue
            with self.subTest(name):
                root = ElementTree.parse(path).getroot()
                self.assertEqual(root.tag, f"{SVG}svg")
                self.assertEqual(root.attrib, LINE_DRAWING)
                self.assertTrue(list(root))
                for shape in root:
                    self.assertIn(shape.tag.removeprefix(SVG), SHAPES)
                    self.assertLessEqual({shape.get("fill"), shape.get("stroke")}, {None, "none", "currentColor"})
                    self.assertIsNone(shape.get("style"))

    def test_stay_inside_their_square(self):
        for name, path in self.icons.items():
            if name == "branchline":
                continue
            for shape in ElementTree.parse(path).getroot():
                for start in re.findall(r"M([-\d.]+) ?([-\d.]+)", shape.get("d", "")):
                    for coordinate in start:
                        with self.subTest(name):
                            self.assertTrue(1 <= float(coordinate) <= 23, start)

    def test_of_the_application_has_the_accent_colour_and_no_gradient(self):
        text = self.icons["branchline"].read_text(encoding="utf-8")
        self.assertEqual(set(re.findall("#[0-9A-Fa-f]{6}", text)), {"#0B6E5B", "#FFFFFF"})
        self.assertNotIn("Gradient", text)


if __name__ == "__main__":
    unittest.main(verbosity=1)
