#!/usr/bin/env python3
"""Holds a German site to its language: no page says a word that is neither its author's nor the German strings file's.

Builds the site of Tests/Sites/german, opens each page in Chromium, fills in the live assessments in many ways, opens files there,
filters and sorts the log, and reads all that is seen or read out: texts, labels, titles, descriptions. Then it builds the same
site in English, in which it has to find English words: a check that finds nothing there is broken. It also holds scripts and
the strings files to each other: each key that a script says is there, and each is said.
Runs in a virtual environment that has `playwright` and `pyyaml`. Prints a fault a line and a summary; exits 1 where there is any.
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

try:
    import yaml
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"check-words.py: needs playwright and pyyaml from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS, SCRIPTS, SITE = ROOT / "templates/words", ROOT / "templates/assets", ROOT / "Tests/Sites/german"
SEED, ANSWER_SETS = 20261128, 40
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Names that no language changes, and what is typed here.
NAMES = "Precedent CSV JSON zzz"
# What a script's own function for saying a word puts before its keys.
SAYS = re.compile(r'const say = \(key, values\) => globalThis\.precedentWords\.say\("([a-z]+\.)" \+ key|'
                  r'return words\.say\("([a-z]+\.)" \+ key|\b(?:own|say) = \(key, values\) => [\w.]+\("([a-z]+\.)" \+ key')

# All that is seen or read out, each text by itself: an English phrase does not run over two of them.
READ = """() => {
  const texts = [document.title, ...[...document.querySelectorAll("meta[name=description]")].map((each) => each.content)];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Commands, paths and code are the same in any language; what a file that is made says is not.
    const own = node.parentElement.closest("script, style, code, pre, .path, .source-file dd, [lang]:not(html)");
    if (!own || own.id === "assess.markdown") texts.push(node.textContent);
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "alt", "placeholder"]) texts.push(element.getAttribute(name) || "");
    if (element.matches("input[type=submit], input[type=button]")) texts.push(element.value);
  }
  return texts.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""
GO = """(address) => {
  history.replaceState(null, "", "#" + address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}"""


def leaves(node, path=""):
    """The texts of a strings file, by key; those of a plural by key and form."""
    for key, value in node.items():
        if key == "notation":
            continue
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield path + str(key), str(value)


def vocabulary(text):
    return {word.lower() for word in WORD.findall(text)}


def without_places(text):
    return re.sub(r"\{[A-Za-z][\w-]*\}", "\n", text).replace("`", "")


class German:
    """What a page of the German site may say, and what it must not."""

    def __init__(self, site):
        english, german = (yaml.load((WORDS / f"{name}.yml").read_text(), yaml.BaseLoader) for name in ("en", "de"))
        texts = {name: dict(leaves(words)) for name, words in (("en", english), ("de", german))}
        own = "\n".join(path.read_text() for path in [*sorted(site.rglob("*.md")), site / "precedent.yml"])
        paths = "\n".join(str(path.relative_to(site)) for path in site.rglob("*.md"))
        self.allowed = vocabulary("\n".join([*map(without_places, texts["de"].values()), own, paths, NAMES]))
        self.allowed |= {word.lower() for words in german["notation"].values() for text in words for word in WORD.findall(text)}
        # Phrases of English, in which each word by itself might be German or the author's.
        pieces = {piece.strip(" .,:;…").lower() for key, text in texts["en"].items() if text != texts["de"].get(key)
                  for piece in without_places(text).split("\n")}
        said = "\n".join(texts["de"].values()).lower() + own.lower()
        self.phrases = {piece for piece in pieces if len(WORD.findall(piece)) > 1 and piece not in said}

    def faults(self, place, texts, allowed=frozenset()):
        for text in texts:
            foreign = {word for word in vocabulary(text) - self.allowed - allowed if len(word) > 1}
            if foreign:
                yield f"{place}: {', '.join(sorted(foreign))} in {text[:140]!r}"
            found = next((phrase for phrase in self.phrases if re.search(rf"\b{re.escape(phrase)}\b", text.lower())), None)
            if found:
                yield f"{place}: {found!r} in {text[:140]!r}"


class Visit:
    """A browser with one page, whose errors are faults."""

    def __init__(self, browser, german, faults):
        self.german, self.faults, self.count = german, faults, 0
        self.page = browser.new_context(locale="en-GB", accept_downloads=True).new_page()
        self.page.on("console", lambda message: message.type == "error" and faults.add(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: faults.add(f"script: {error}"))

    def read(self, place, allowed=""):
        self.count += 1
        self.faults.update(self.german.faults(place, self.page.evaluate(READ), vocabulary(allowed)))

    def every_page(self, folder):
        for path in sorted(folder.rglob("*.html")):
            if path.name != "404.html":  # Its scripts are at the root of a server.
                self.page.goto(path.as_uri())
                self.read(str(path.relative_to(folder)))

    def log(self, folder):
        """Each filter with each of its values, both ways of sorting, and a text that nothing has."""
        page, address = self.page, (folder / "decisions/index.html").as_uri()
        page.goto(address)
        choices = page.evaluate("""[...document.querySelectorAll("#log\\\\.filters select")].flatMap((select) =>
          [...select.options].map((option) => select.name + "=" + encodeURIComponent(option.value)))""")
        for query in [*choices, "q=zzz", "in-force=yes"]:
            page.goto(f"{address}?{query}")
            page.wait_for_timeout(30)
            self.read(f"decisions/index.html?{query}")

    def assessment(self, path, form, generator):
        page, name = self.page, path.name
        page.goto(path.as_uri())
        questions = [question for question in form["questions"] if not question.get("unasked")]
        for _ in range(ANSWER_SETS):
            answers = [(question["id"], some_answer(question, generator)) for question in questions]
            page.evaluate(GO, "&".join("=".join(urllib.parse.quote(part, safe="") for part in pair) for pair in answers if pair[1]))
            self.read(f"{name} {dict(answers)}")
        page.evaluate(GO, "zzz=1")
        self.read(f"{name}, an unknown question")
        page.check("input[name='assess.view'][value=one]")
        self.read(f"{name}, one at a time")
        page.check("input[name='assess.view'][value=all]")
        for text in ("~80", "> 5", "80-90", "4.000", "1,5", "9e9", "zzz", "-1", "5 zzz", "999999999"):
            for field in page.query_selector_all("[data-question] [inputmode]"):
                field.fill(text)
                field.dispatch_event("focusout")
                self.read(f"{name}, {text}")
        for action in ("copy", "clear"):
            page.click(f"[data-do={action}]")
            page.wait_for_timeout(50)
            self.read(f"{name}, {action}")
            if page.query_selector(".notice button"):
                page.click(".notice button")
                self.read(f"{name}, taken back")
        own = form["framework"]
        files = {"zzz.json": "{", "own.md": f"---\nframework: {own}\n---\n# T\n\n| Merkmal | Gewicht |\n| --- | --- |\n| Kosten | 1 |\n",
                 "other.md": "---\nframework: zzz\n---\n# T\n", "version.md": f"---\nframework: {own}@9\n---\n# T\n",
                 "good.md": f"---\nframework: {own}\n---\n# T\n\n| Frage | Antwort |\n| --- | --- |\n"
                            + "".join(f"| {question['name']} | ja |\n" for question in questions) + "| zzz | ja |\n"}
        for file, text in files.items():
            page.set_input_files("#assess\\.open", {"name": file, "mimeType": "text/markdown", "buffer": text.encode()})
            page.wait_for_timeout(100)
            self.read(f"{name}, {file}", "own other version good")


def some_answer(question, generator):
    """An answer as the address has it, at times none."""
    if generator.random() < 0.3:
        return ""
    if question["type"] == "number":
        return generator.choice(["0", "1", "500", "4000.5", "5001", "20000"])
    if question["type"] == "date":
        return generator.choice(["2026-01-31", "2026-06-30", "2026-07-01", "2027-12-31"])
    return generator.choice(["?", *question.get("labels", ["Text"])])


def said_and_there():
    """Keys that scripts say and that are not there, and keys of theirs that nothing says."""
    english = dict(leaves(yaml.load((WORDS / "en.yml").read_text(), yaml.BaseLoader)))
    forms = re.compile(r"\.(?:zero|one|two|few|many|other)$")
    keys = {re.sub(r"^script\.", "", forms.sub("", key)) for key in english}
    own = {key.removeprefix("script.") for key in map(lambda key: forms.sub("", key), english) if key.startswith("script.")}
    said = set()
    for path in sorted(SCRIPTS.rglob("*.js")):
        text = path.read_text()
        prefixes = ["", *{prefix for found in SAYS.findall(text) for prefix in found if prefix}]
        for literal in re.findall(r'"([a-z]+(?:[.-][a-z]+)*[.-]?)"', text):
            said |= {prefix + literal for prefix in prefixes}
        for literal in re.findall(r'\b(?:say|own|sayAny)\("([a-z]+(?:[.-][a-z]+)*)"[,)]', text):
            if not any(prefix + literal in keys for prefix in prefixes):
                yield f"{path.relative_to(ROOT)}: no words under {literal!r}"
    # A key may be put together of its beginning and its end.
    for key in sorted(own):
        if key not in said and not any(key.startswith(part) and key.removeprefix(part) in said
                                       for part in said if part and part[-1] in ".-") and not made_of_two(key, said):
            yield f"templates/words/en.yml: no script says script.{key}"


def made_of_two(key, said):
    return any(key[:at] in said and key[at:] in said or key[:at] in said and "." + key[at:] in said for at in range(1, len(key))) \
        or re.sub(r"-first$", "", key) in said and "-first" in said


def build(program, site, language, notation=None):
    text = re.sub(r"^language: .*$", f"language: {language}", (site / "precedent.yml").read_text(), flags=re.MULTILINE)
    # The author's rules stay in German, whatever the pages say.
    (site / "precedent.yml").write_text(text + (f"words: {json.dumps(notation, ensure_ascii=False)}\n" if notation else ""))
    run = subprocess.run([program, "build", "-C", site], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"check-words.py: precedent build failed\n{run.stderr}")
    return run.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path, help="the precedent program")
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH", help="default: /usr/bin/chromium")
    parser.add_argument("--all", action="store_true", help="print every fault")
    options = parser.parse_args()
    program, faults = options.program.resolve(), set(said_and_there())
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = pathlib.Path(scratch) / "site"
        shutil.copytree(SITE, site)
        german, generator = German(site), random.Random(SEED)
        printed = build(program, site, "de")
        faults |= {f"the build: {line}" for line in printed.splitlines() if "warning" in line or "error" in line}
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        visit = Visit(browser, german, faults)
        visit.every_page(site / "public")
        visit.log(site / "public")
        for path in sorted((site / "public/frameworks").glob("*-assess.html")):
            name = path.name.removesuffix("-assess.html")
            form = json.loads(subprocess.run([program, "compile", name, "--json", "-C", site], capture_output=True, text=True).stdout)
            visit.assessment(path, form, generator)
        build(program, site, "en", yaml.load((WORDS / "de.yml").read_text(), yaml.BaseLoader)["notation"])
        found = set()
        control = Visit(browser, german, found)
        control.every_page(site / "public")
        if len(found) < 100:
            faults.add(f"only {len(found)} English texts are found on the same site in English")
        browser.close()
    for fault in sorted(faults)[:None if options.all else 60]:
        print(fault)
    print(f"{visit.count} views of a German site: {len(faults)} faults; {len(found)} English texts on the same site in English")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
