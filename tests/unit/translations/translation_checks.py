"""What a translation must keep of its source. Each check returns sentences about what is wrong; none, when all is well."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
OPTION = re.compile(r"--[a-z][a-z-]*")
KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift|Meta)\+[A-Za-z0-9]+|F(?:[1-9]|1[0-2])|Esc|PgUp|PgDn)\b")
MNEMONIC = re.compile(r"&(?!&)(\w)")
DECLARED = re.compile(r"^(?:struct|class)\s+(\w+)[^{};]*\{\s*Q_DECLARE_TR_FUNCTIONS\((\w+)\)", re.MULTILINE)
OBJECT = re.compile(r"^class\s+(\w+)[^{};]*\{\s*Q_OBJECT\b", re.MULTILINE)
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass
class Message:
    context: str
    source: str
    comment: str
    numerus: bool
    state: str  # '', 'unfinished', 'vanished' or 'obsolete'
    forms: list = field(default_factory=list)

    @property
    def key(self):
        return (self.context, self.source, self.comment, self.numerus)

    def __str__(self):
        return f"{self.context}: “{self.source}”"


def read_messages(path: Path) -> list:
    messages = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for node in context.iter("message"):
            translation = node.find("translation")
            numerus = node.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if numerus else [translation.text or ""]
            messages.append(Message(context.findtext("name", ""), node.findtext("source", ""), node.findtext("comment", ""),
                                    numerus, translation.get("type", ""), forms))
    return messages


def unfinished(message: Message, plural_forms: int) -> list:
    faults = []
    if message.state:
        faults.append(f"{message} is {message.state}")
    wanted = plural_forms if message.numerus else 1
    if len(message.forms) != wanted or any(not form.strip() for form in message.forms):
        faults.append(f"{message} is not translated in {wanted} form(s)")
    return faults


def lost_parts(message: Message) -> list:
    """Placeholders, command line options and keys that the translation lacks or invents."""
    faults = []
    for form in message.forms:
        for what, pattern in (("placeholders", PLACEHOLDER), ("options", OPTION), ("keys", KEY)):
            before, after = sorted(pattern.findall(message.source)), sorted(pattern.findall(form))
            if before != after:
                faults.append(f"{message} has the {what} {before}, its translation “{form}” has {after}")
        before, after = MNEMONIC.findall(message.source), MNEMONIC.findall(form)
        if len(before) != len(after):
            faults.append(f"{message} and “{form}” do not both have a mnemonic (&)")
        if message.source.endswith("…") != form.endswith("…") or message.source.endswith(":") != form.endswith((":", "：")):
            faults.append(f"{message} and “{form}” end differently")
    return faults


def simplified_characters(message: Message, simplified_only: frozenset) -> list:
    found = sorted({char for form in message.forms for char in form if char in simplified_only})
    return [f"{message} has the simplified character(s) {''.join(found)} in traditional Chinese"] if found else []


def chinese_characters(message: Message) -> list:
    texts = [message.source, *message.forms]
    return [f"{message} has Chinese in English: “{text}”" for text in texts if CHINESE.search(text)]


def untranslated_chinese(message: Message) -> list:
    """A sentence that was copied instead of translated. Names, codes and placeholders may stay as they are."""
    words = re.findall(r"[A-Za-z]{2,}", PLACEHOLDER.sub(" ", message.source))
    copied = [form for form in message.forms if len(words) >= 2 and not CHINESE.search(form)]
    return [f"{message} was not translated: “{form}”" for form in copied]


def declared_contexts(code: str) -> set:
    """The contexts under which the code looks for its texts when it runs."""
    namespace = NAMESPACE.search(code)
    prefix = f"{namespace.group(1)}::" if namespace else ""
    contexts = {context for _, context in DECLARED.findall(code)}
    return contexts | {prefix + name for name in OBJECT.findall(code)}


def misnamed_contexts(code: str) -> list:
    """lupdate may file a text under its struct instead of the context, so that both need one name."""
    return [f"{name} declares the context {context}" for name, context in DECLARED.findall(code) if name != context]


def unknown_contexts(messages: list, contexts: set) -> list:
    return [f"no code declares the context {context}" for context in sorted({message.context for message in messages} - contexts)]
