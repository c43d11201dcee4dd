#!/usr/bin/env python3
"""Holds what a visitor of a live assessment keeps to what the program reads: files, links, the browser's store; and its buttons.

What is downloaded, opened again and built has to be what was typed, however hostile. Files that people write have to be read as
`precedent build` reads them, and keep what else they say when an answer is changed. Own answers survive links, former ids and
stores of any shape. Every button can be hit. An old address leads on. Prints a fault a line and a summary; exits 1 where there is any fault.
"""
import argparse
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    from playwright.sync_api import Error as PlaywrightError, sync_playwright
except ImportError as error:
    print(f"check-assess-files.py: needs playwright from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

# Names that objects and forms of a browser have of their own, and characters that mean something in Markdown, YAML or addresses.
NAMES = """\
---
options: { a: "Alpha & co", b: Beta, c: Gamma, d: Delta, e: Epsilon }
---
# Names </script> "q" & <b>

| Question | Ask | Answers |
| --- | --- | --- |
| Before | Is it before? | yes, no |
| After | Is it after? | yes, no |
| Constructor | What does it cost? | number 0.. (€) |
| \\_\\_proto\\_\\_ | Is it proto? | yes, no |
| .subject | Is it subject? | yes, no |
| Elements | Are there elements? | yes, no |
| Submit | Is it sent? | yes, no |
| QuerySelectorAll | Is it asked? | yes, no |
| Notes | Which text? | text |
| Größe & Höhe = 3 | How big? | klein < "mittel, gut" < "x <b>" |
| Due | When? | date |
| Wahl | Which is it? | "rock–roll", "d’or", "a = b & c", n/a |

- **Before** yes → Alpha & co
- **After** yes → Beta
- **Constructor** > 100 → Beta (2)
- **\\_\\_proto\\_\\_** yes → Alpha & co
- **.subject** yes → Gamma
- **Elements** yes → Delta
- **Submit** yes → Epsilon
- **QuerySelectorAll** yes → Delta (0.5)
- **Notes** "don’t" → Beta
- **Größe & Höhe = 3** > klein → Beta
- **Due** >= 2027-01-01 → Alpha & co
- **Wahl** "rock–roll" → Alpha & co
"""
GATE = """\
---
options: { a: Ant, b: Bee }
renamed: { old-one: num }
aliases: [old-gate]
---
# Gate

| Question | Ask | Answers |
| --- | --- | --- |
| Num | What number? | number 0..100000 (ms) |
| Two | Is it two? | yes, no |
| Three | Which of three? | rock–roll, b, c |
| Words | In which words? | text |

- **Two** yes → Ant
- **Num** > 5 → Ant is viable
- **Three** rock–roll → Bee (0.5)
- **Words** "here" → Bee
"""
WEIGHED = """\
---
version: {0}
options: {{ a: Ant, b: Bee }}
---
# Weighed

| Factor | Weight | Ant | Bee |
| --- | --- | --- | --- |
| Cost | 3 | 3 | 4 |
| Speed | 0.5 | 3 | 8 |

- **Fast.** Must it be fast? → Ant (2)
"""
SITE = "checks: { dangling-link: off, past-closed-gate: off }\n"

SUBJECTS = ["Learn C #", "#", "***", "a | b \\", "1. x", "[x]: y", "<!-- c -->", "&amp; &copy;", "https://e.org/a_b_c", "- [ ] x",
            "`a`` b", "trail \\", "~~gone~~ yes", "'single' \"dq\"", "日本", "x {#id}", "=", "---", "http://x.org/*a*", "C## ##",
            "![x](y)", "?", "https://_a_/x", "see www.e.org/_a_ and a_b_", "null"]
EVIDENCE = ["# head", "- [ ] x", "a | b", "back \\", "a \\| b", "<script>alert(1)</script>", "[x](javascript:alert(1))", "`a|b`",
            "~~x~~", "| --- |", "?", "-", "**b**", "a\\\\|b", "a\\", "&lt;", "x[^1]", "> q", "~~yes~~ no", "`|`\\", "```x", "1) a"]
PEOPLE = ["O'Neil", "2026-03-02", "Ann # c", "A: b", "@x", "Über", "{x}", "- x", "yes", "a]b", "a - b", "x:", "A/B",
          "Ann .", "1x", "Ann\u00a0X", "TRUE", "on"]
TEXTS = ["*a*", "don’t", "a|b", "\\", "~~x~~", "<b>", "&amp;", "https://e.org/_a_", "`x`", "a \\| b", "x~y", "**bold**", "[a](b)",
         "- a", "1", "yes — because", "www.e.org/a_b_c", "a_b@b.org", "# x", "$1", "__x__", "!x", "\\*", "=1+1", ":a:", "a: b",
         "https://e.org/?a=1&copy;", "https://e.org/a\\b|c", "null"]

# Files as people write them, and what stands in the place of some words where an answer is changed on the page.
OPENED = {
    "table": ("gate", """\
---
framework: gate # the usual one
title: From the front
assessors:
  - "O'Neil, Ann"   # she
  - Bob
note: kept
---

An introduction that matters.

| Ref | Question | Answer | Evidence |
| --- | --- | --- | --- |
| A1 | Num | ~~9~~ 3 ms | short \\| long |
| A2 | **Two** | `yes` | |

```markdown
| Question | Answer |
| --- | --- |
| Two | no |
```

<!--
| Three | b |
-->
The end.
""", {"two": "no"}, [("`yes`", "no")]),
    "headings": ("gate", """\
---
framework: old-gate
date: 2026-03-02
---
By heading
==========

## Num

**3 ms** — short
evidence on a second line.

A further paragraph of evidence.

## Two

**yes**

## Background

Stays.
""", {"two": "no"}, [("**yes**", "**no**")]),
    "lists": ("gate", """\
---
framework: 'gate'
---
# By list

- [x] Two — ticked, so yes
- Num: 3 ms — short
- Old-one
- **Three:** rock-roll

Prose.
""".replace("- Old-one\n", ""), {"three": "b"}, [("**Three:** rock-roll", "**Three:** b")]),
    "milestones": ("gate", """\
---
framework: gate
---
# Over time

| Question | 2026-03-02 | Evidence | 2026-06-01 | Evidence |
| --- | --- | --- | --- | --- |
| Num | 9 | first | 3 | second |
| Two | no | before | | |
""", {"two": "yes"}, [("| Two | no | before | |", "| Two | no | before | yes |")]),
    "ragged": ("gate", "---\nframework: gate\n---\n# No bars\r\n\r\nQuestion | Answer\r\n--- | ---\r\nNum | 3\r\nTwo\r\n",
               {"two": "yes"}, [("Two\r\n", "Two | yes\r\n")]),
}

REFUSED = {
    "own-weights": ("weighed", "---\nframework: weighed\n---\n# x\n\n- Fast: yes\n\n| Factor | Weight |\n| --- | --- |\n| Speed | 10 |\n",
                    ["weights of its own", "precedent report"]),
    "pinned": ("weighed", "---\nframework: weighed@1\n---\n# x\n\n- Fast: yes\n", ["weighed@1"]),
    "other": ("gate", "---\nframework: names\n---\n# x\n", ["names", "gate"]),
    "json-list": ("gate", "{]", ["no assessment that can be read"]),
}

NUMBERS = ["0.5 s", "4,5", "40k", "4.000", "~80", "> 500", "80-90", "1e3", "x", "-1", "999999", "7 %", "4 000", "+3", "4,000 ms", "１２"]
STORES = ["{}", "null", "[]", "3", '"x"', '{"answers":null}', '{"answers":[1]}', '{"answers":{"two":3},"notes":5}', "{", '{"answers":"yes"}']


class Visitor:
    """A page of a live assessment, in a browser that has kept nothing."""

    def __init__(self, browser, folder, framework, faults, hash="", size=None, store=None):
        self.context = browser.new_context(accept_downloads=True, locale="en-GB", viewport=size or {"width": 1280, "height": 720})
        self.page, self.faults = self.context.new_page(), faults
        self.context.set_default_timeout(8000)
        self.address = (folder / f"frameworks/{framework}-assess.html").as_uri()
        self.page.on("pageerror", lambda error: faults.add(f"{framework}: script: {error}"))
        if store is not None:
            self.page.goto(self.address)
            self.page.evaluate("text => localStorage.setItem('precedent:' + location.pathname, text)", store)
        self.go(hash)

    def go(self, hash=""):
        self.page.goto("about:blank")
        self.page.goto(self.address + ("#" + hash if hash else ""))

    def item(self, question, rest):
        return self.page.locator(f"[data-question={json.dumps(question, ensure_ascii=False)}] {rest}")

    def check(self, question, answer):
        self.item(question, f"input[value={json.dumps(answer, ensure_ascii=False)}]").check()

    def open(self, name, text):
        self.page.evaluate("document.getElementById('assess.notice').textContent = ''")
        self.page.set_input_files("#assess\\.open", {"name": name + ".md", "mimeType": "text/markdown", "buffer": text.encode()})
        self.page.locator("#assess\\.notice:not(:empty)").wait_for()
        return self.page.inner_text("#assess\\.notice")

    def file(self):
        """The file as it is downloaded, and its name."""
        with self.page.expect_download() as download:
            self.page.click("[data-do='markdown']")
        return pathlib.Path(download.value.path()).read_bytes().decode(), download.value.suggested_filename

    def answers(self):
        with self.page.expect_download() as download:
            self.page.click("[data-do='json']")
        return json.loads(pathlib.Path(download.value.path()).read_text())

    def expect(self, what, found, expected):
        if found != expected:
            self.faults.add(f"{what}: {found!r}, not {expected!r}")

    def close(self):
        self.context.close()


def run(program, *arguments, text=None):
    return subprocess.run([program, *arguments], input=text, capture_output=True, text=True)


def made(scratch, name, frameworks, assessments=()):
    """A site of its own, in a folder of the scratch folder."""
    site = scratch / name
    for folder, files in (("frameworks", frameworks), ("assessments", dict(assessments))):
        (site / "content" / folder).mkdir(parents=True)
        for stem, text in files.items():
            (site / f"content/{folder}/{stem}.md").write_bytes(text.encode())
    (site / "precedent.yml").write_text(SITE)
    shutil.copytree(pathlib.Path(__file__).resolve().parent.parent / "templates", site / "templates")
    return site


def without_units(answers):
    """The answers that a portfolio lists, numbers by themselves."""
    return {key: re.sub(r"^(\S+) (€|ms)$", r"\1", str(value)) for key, value in answers.items() if value not in (None, "")}


def portfolio(site, framework):
    entries = json.loads((site / f"public/frameworks/{framework}-portfolio.json").read_text())["assessments"]
    return {entry["assessment"]: entry for entry in entries}


def hostile(browser, program, scratch, folder, faults):
    """What is typed, downloaded, opened again and built."""
    visitor, again, files, typed = Visitor(browser, folder, "names", faults), Visitor(browser, folder, "names", faults), {}, {}
    for turn in range(max(map(len, (SUBJECTS, EVIDENCE, PEOPLE, TEXTS)))):
        subject, evidence, person, text = (each[turn % len(each)] for each in (SUBJECTS, EVIDENCE, PEOPLE, TEXTS))
        visitor.page.fill("#assess\\.subject", subject)
        visitor.page.fill("#assess\\.assessors", person + ", Z")
        visitor.item("before", "textarea").fill(evidence)
        visitor.item("notes", "input[type=text]").fill(text)
        for question, answer in (("before", "yes"), ("constructor", None), ("elements", ["yes", "no"][turn % 2]),
                                 ("wahl", ["rock–roll", "d’or", "a = b & c", "n/a"][turn % 4]),
                                 ("größe--höhe--3", ["klein", "mittel, gut", "x <b>"][turn % 3])):
            if answer:
                visitor.check(question, answer)
        visitor.item("constructor", "input[type=text]").fill(str(turn))
        saved, _ = visitor.file()
        before = visitor.answers()
        typed[f"t{turn}"], files[f"t{turn}"] = (subject, person, text, before), saved
        notice = again.open("again", saved)
        again.expect(f"hostile {turn}, opened again", (again.file()[0], again.answers(), "Not read" in notice), (saved, before, False))
        again.expect(f"hostile {turn}, evidence", again.item("before", "textarea").input_value(), evidence)
    again.close()
    visitor.close()
    site = made(scratch, "hostile", {"names": NAMES}, files)
    built = run(program, "build", "-C", site)
    if built.returncode:
        faults.add(f"hostile files do not build: {built.stderr}")
        return
    entries = portfolio(site, "names")
    for name, (subject, person, text, answers) in typed.items():
        entry, page = entries[name], (site / f"public/assessments/{name}.html").read_text()
        found = (entry["title"], without_units(entry["answers"]), f"{person}, Z" in
                 [html.unescape(each) for each in re.findall(r"<dd>([^<]*)</dd>", page)])
        if found != (" ".join(subject.split()), {key: value for key, value in answers.items() if value != "?"}, True):
            faults.add(f"hostile {name} {person!r}: built as {found}, not {subject!r}, {answers}")


def opened(browser, program, scratch, folder, faults):
    """Files as people write them: read as the program reads them, and kept but for what is changed."""
    site = made(scratch, "opened", {"gate": GATE}, {name: text for name, (_, text, _, _) in OPENED.items()})
    built = run(program, "build", "-C", site)
    entries = portfolio(site, "gate") if not built.returncode else faults.add(f"opened: {built.stderr}") or {}
    changed = {}
    for name, (framework, text, change, edits) in OPENED.items():
        visitor = Visitor(browser, folder, framework, faults)
        notice = visitor.open(name, text)
        visitor.expect(f"{name}: notice", re.sub(r"\d+ answers?", "N", notice), f"Opened ‘{name}.md’: N. Bring them back")
        read = {key: value for key, value in visitor.answers().items() if value != "?"}
        program_read = without_units(entries.get(name, {}).get("answers", {}))
        visitor.expect(f"{name}: answers", read, program_read)
        visitor.expect(f"{name}: title", visitor.page.input_value("#assess\\.subject"), entries.get(name, {}).get("title"))
        visitor.expect(f"{name}: unchanged", visitor.file(), (text, name + ".md"))
        for question, answer in change.items():
            visitor.check(question, answer)
        expected = text
        for old, new in edits:
            expected = expected.replace(old, new)
        changed[name] = visitor.file()[0]
        visitor.expect(f"{name}: changed", changed[name], expected)
        # What the file has no place for finds one.
        visitor.item("words", "input[type=text]").fill("a | b")
        visitor.item("two", "textarea").fill("told | now")
        visitor.page.fill("#assess\\.date", "2026-12-01")
        visitor.page.fill("#assess\\.subject", "Another *name*")
        visitor.page.fill("#assess\\.assessors", "Zoe, \"A, b\"")
        more, answers = visitor.file()[0], visitor.answers()
        if visitor.page.inner_text("#assess\\.lost"):
            faults.add(f"{name}: what the file said is lost: {more!r}")
        changed[name + "-more"] = more
        again = Visitor(browser, folder, framework, faults)
        again.open(name, more)
        again.expect(f"{name}: with more", (again.answers(), again.item("two", "textarea").input_value(), again.page.input_value("#assess\\.assessors")),
                     (answers, "told | now", "Zoe, \"A, b\""))
        again.close()
        visitor.close()
    site = made(scratch, "changed", {"gate": GATE}, changed)
    built = run(program, "build", "-C", site)
    if built.returncode:
        faults.add(f"changed files do not build: {built.stderr}")
        return
    for name, entry in portfolio(site, "gate").items():
        if name.endswith("-more") and (entry["answers"]["words"], entry["title"]) != ("a | b", "Another *name*"):
            faults.add(f"{name} is built as {entry['title']!r} {entry['answers']}")


def refused(browser, folder, faults):
    for name, (framework, text, words) in REFUSED.items():
        visitor = Visitor(browser, folder, framework, faults)
        notice = visitor.open(name, text)
        if not all(word in notice for word in words) or visitor.answers():
            faults.add(f"{name}: the page says {notice!r} and has {visitor.answers()}")
        visitor.close()


def kept(browser, folder, faults):
    """Own answers, links, former ids, stores of any shape."""
    visitor = Visitor(browser, folder, "gate", faults)
    visitor.item("num", "input[type=text]").fill("7")
    visitor.item("num", "textarea").fill("precious")
    visitor.go("two=yes")
    visitor.check("three", "c")
    visitor.page.reload()
    visitor.expect("the link edited and loaded again", visitor.answers(), {"two": "yes", "three": "c"})
    visitor.go()
    visitor.expect("own answers behind an edited link", (visitor.answers(), visitor.item("num", "textarea").input_value()), ({"num": "7"}, "precious"))
    visitor.go("two=yes")
    visitor.page.click("text=Go back to your own")
    visitor.expect("focus, gone back", visitor.page.evaluate("document.activeElement.id"), "assess.notice")
    visitor.expect("gone back", visitor.answers(), {"num": "7"})
    visitor.open("x", "---\nframework: gate\n---\n# x\n\n- Two: no\n")
    visitor.page.click("text=Bring them back")
    visitor.expect("focus, brought back", visitor.page.evaluate("document.activeElement.id"), "assess.notice")
    visitor.expect("brought back", visitor.answers(), {"num": "7"})
    visitor.close()
    renamed = json.dumps({"answers": {"old-one": "7"}, "notes": {"old-one": "mine"}, "assessors": "Me"})
    for hash in ("", "old-one=7"):
        visitor = Visitor(browser, folder, "gate", faults, hash, store=renamed)
        visitor.expect(f"former ids, #{hash}", (visitor.answers(), visitor.item("num", "textarea").input_value(),
                       visitor.page.input_value("#assess\\.assessors")), ({"num": "7"}, "mine", "Me"))
        visitor.close()
    for store in STORES:
        for hash in ("", "two=yes"):
            visitor = Visitor(browser, folder, "gate", faults, hash, store=store)
            visitor.expect(f"the store {store} #{hash}", visitor.answers(), {"two": "yes"} if hash else {})
            visitor.close()
    for hash, answers, said in (("before=yes=no", {}, "Not read"), ("before=yes&before=no", {"before": "yes"}, "more than once"),
                                ("wahl=rock-roll&toString=yes", {"wahl": "rock–roll"}, "‘toString’"), ("__proto__=yes&%&a=%E0%A4", {"__proto__": "yes"}, "Not read"),
                                ("subject=yes&.subject=x", {"subject": "yes"}, "")):
        visitor = Visitor(browser, folder, "names", faults, hash)
        notice = visitor.page.inner_text("#assess\\.notice")
        visitor.expect(f"#{hash}: {notice!r}", (visitor.answers(), said in notice), (answers, True))
        visitor.close()


def numbers(browser, program, site, folder, faults):
    """What is wrong with a number is said as the command line says it; who types is not disturbed."""
    visitor = Visitor(browser, folder, "gate", faults)
    field, problem = visitor.item("num", "input[type=text]"), visitor.item("num", ".problem")
    for text in NUMBERS:
        field.fill(text)
        field.blur()
        found = run(program, "assess", "gate", "--answers", "-", "-C", site, text=json.dumps({"num": text}))
        told = re.search(r"(?:error|warning): .*\[(?:bad-answer|doubtful-number)\]", found.stderr)
        visitor.expect(f"the number {text!r} is refused", field.get_attribute("aria-invalid"), "true" if found.returncode else None)
        shown = problem.inner_text()
        plain = found.stderr.replace("‘", "'").replace("’", "'")
        for part in shown.replace("‘", "'").replace("’", "'").split(": ", 1) if told else []:
            if part not in plain:
                faults.add(f"the number {text!r}: the page says {shown!r}, the command line {found.stderr!r}")
    field.fill("x")
    field.blur()
    visitor.expect("x is a problem", field.get_attribute("aria-invalid"), "true")
    visitor.item("num", ".unknown input").check()
    visitor.expect("unknown is no problem", (field.get_attribute("aria-invalid"), problem.inner_text()), (None, ""))
    visitor.page.evaluate("""() => { window.told = 0; window.moved = 0;
        new MutationObserver((list) => { window.told += list.length; }).observe(document.querySelector("[data-question='num'] .problem"), { childList: true, subtree: true });
        const replace = history.replaceState; history.replaceState = function () { window.moved += 1; return replace.apply(history, arguments); }; }""")
    field.click()
    visitor.page.keyboard.type("123456 x 123456", delay=5)
    visitor.expect("while it is typed", visitor.page.evaluate("window.told"), 0)
    visitor.page.keyboard.press("Tab")
    visitor.check("two", "yes")
    visitor.check("two", "no")
    visitor.expect("told once, and a few addresses", visitor.page.evaluate("[window.told, window.moved < 6]"), [1, True])
    visitor.page.evaluate("navigator.clipboard && (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))); document.execCommand = () => false")
    visitor.page.click("[data-do='copy']")
    visitor.page.get_by_text("copy it by hand").wait_for()
    visitor.close()


def buttons(browser, folder, faults):
    """Every button can be hit, and the panel and the bar do not grow with what is possible."""
    hash = "before=yes&after=yes&constructor=200&__proto__=yes&elements=no"
    for size in ((1280, 720), (1920, 1080), (390, 844), (1000, 500)):
        for address in ("", hash):
            visitor = Visitor(browser, folder, "names", faults, address, {"width": size[0], "height": size[1]})
            missed = visitor.page.evaluate("""() => [...document.querySelectorAll("main button, main .file, main label")].filter((element) => {
                if (!element.checkVisibility()) return false;
                element.scrollIntoView({ block: "center" });
                const box = element.getBoundingClientRect(), hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return !(hit && (element === hit || element.contains(hit) || hit.contains(element) && hit.closest("label, .file, button") === element));
            }).map((element) => element.textContent.trim())""")
            visitor.expect(f"{size} #{address}: not hit", missed, [])
            if size[0] < 600:
                height = visitor.page.evaluate("document.getElementById('assess.surface').getBoundingClientRect().height")
                visitor.expect(f"{size} #{address}: bar of {height}", height < 80, True)
                wide = visitor.page.evaluate("document.documentElement.scrollWidth")
                visitor.expect(f"{size} #{address}: width", wide <= size[0], True)
            visitor.close()


def old_addresses(browser, folder, faults):
    """What an alias leads to, with the place in it that a link names; without scripts its beginning."""
    for scripts, place, expected in [
        (True, ".html#checklist", "gate.html#checklist"), (True, ".html", "gate.html"), (False, ".html", "gate.html"),
        (True, "-assess.html#two=yes", "gate-assess.html#two=yes"), (False, "-assess.html", "gate-assess.html"),
    ]:
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{(folder / 'frameworks/old-gate').as_uri()}{place}")
        try:
            page.wait_for_url(f"**/{expected}", timeout=10_000)
        except PlaywrightError:
            faults.add(f"old-gate{place} leads to {page.url}")
        context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path, help="the precedent program")
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH", help="default: /usr/bin/chromium")
    options = parser.parse_args()
    program, faults = options.program.resolve(), set()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        scratch = pathlib.Path(name)
        site = made(scratch, "site", {"names": NAMES, "gate": GATE, "weighed": WEIGHED.format(2), "weighed@1": WEIGHED.format(1)})
        built = run(program, "build", "-C", site)
        if built.returncode:
            sys.exit(f"check-assess-files.py: {built.stderr}")
        browser, folder = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"]), site / "public"
        hostile(browser, program, scratch, folder, faults)
        opened(browser, program, scratch, folder, faults)
        refused(browser, folder, faults)
        kept(browser, folder, faults)
        numbers(browser, program, site, folder, faults)
        buttons(browser, folder, faults)
        old_addresses(browser, folder, faults)
        browser.close()
    for fault in sorted(faults)[:60]:
        print(fault)
    print(f"{len(OPENED)} files of people, {len(STORES)} stores, {len(NUMBERS)} numbers: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
