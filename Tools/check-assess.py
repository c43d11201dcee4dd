#!/usr/bin/env python3
"""Holds the live assessments of a built site to what `precedent assess` says, in Chromium, from a server and from disk.

For every answer set of the first framework, for some thousand random ones of the second, and for some of a third whose rules
calculate, the page's verdict, reasons, open questions and changes have to equal those of `precedent assess --json`. Then it goes the way of a visitor: by keyboard
alone from the framework to a downloaded file that builds to the same recommendation; a shared link; files opened again.
The server allows scripts of its own alone; a console error or a request to anywhere else is a fault.
Runs in a virtual environment that has `playwright`. Prints a fault a line and a summary; exits 1 where there is any fault.
"""
import argparse
import concurrent.futures
import decimal
import functools
import http.server
import itertools
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse

try:
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"check-assess.py: needs playwright from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

EVERY, SOME, RECKONED = "rag-or-fine-tuning", "message-broker", "capacity"
SEED = 20261128
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
DATES = ["1999-12-31", "2027-03-31", "2027-04-01", "2031-07-09"]
NUMBERS = ["0", "0.25", "0.5", "0.9", "1", "3", "51", "600", "4999.75", "50001", "123456789"]
TEXTS = ["on premises", "cloud", "a|b *c* \\", "On premises"]

# A third framework, whose rules reckon with several answers at once, which those of the sample do not.
CAPACITY = """\
---
options: { small: Small, large: Large, shared: Shared }
fixed: [region]
likelihood: { urgent: { yes: 1, no: 3 } }
---
# Capacity

| Question | Ask | Answers |
| --- | --- | --- |
| Requests | How many requests are there? | number 0..100000 (req/s) |
| Cached | Which share of them is cached? | number 0..1 |
| Urgent | Is it needed at once? | yes, no |
| Region | Where does it run? | north, south |

- **Urgent** yes → Large (1.5)
- **Region** south → not Small
- **Requests** <= 10 → Small
- **Cached** > 0.5 → Shared is viable

### Capacity

| F | `Requests * (1 - Cached)` | `Large - Small >= 2.5` | Urgent | Shared viable | → Recommend | Because |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | > 500 | - | - | - | Large | Too much for one machine. |
| 2 | - | true | - | - | Large with a reserve | |
| 3 | [0.1..500] | - | yes | yes | Shared | Quickly had. |
| 4 | <= 100 | - | - | - | Small | |
| 5 | - | - | - | - | Shared | |
"""

# What a page says of each address behind #, as plain values. An address without answers keeps the form empty.
READ = """(addresses) => addresses.map((address) => {
  history.replaceState(null, "", "#" + address);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const text = (element) => element ? element.textContent.replace(/\\s+/g, " ").trim() : "";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const at = (name) => document.getElementById("assess." + name);
  const part = (name, selector) => at(name) ? all(selector, at(name)) : [];
  const line = (name) => text(at("surface").querySelector("." + name));
  return {
    label: line("label"), headline: line("headline"), qualifiers: line("qualifiers"), sureness: line("sureness"),
    because: text(part("why", ".because")[0]), leads: text(part("why", ".leads")[0]),
    possible: part("possible", "li").map(text),
    reasons: part("why", ".reasons > li").map((item) => all(".line > *", item).map(text)),
    next: part("next", "li").map((item) => [text(item.querySelector(".question")), all(".case", item).map(text)]),
    idle: part("idle", "li").map(text), note: text(part("changes", "section > .count").pop()),
    ways: part("changes", ".way").map((way) => [text(way.querySelector("h3")), all("li", way).map(text), text(way.querySelector(".count"))]),
    problems: all(".problem").map(text).filter(Boolean), said: text(at("notice"))
  };
})"""


class Framework:
    """A framework as `precedent compile` gives it, and what `precedent assess` says of answers to it."""

    def __init__(self, program, site, name):
        self.program, self.site, self.name = program, site, name
        form = json.loads(self.run(["compile", name, "--json"]))
        self.questions = [question for question in form["questions"] if not question.get("unasked")]
        self.names = {question["id"]: question["name"] for question in self.questions}
        self.options = {option["id"]: option["name"] for option in form["options"]}

    def run(self, arguments, text=None):
        run = subprocess.run([self.program, *arguments, "-C", self.site], input=text, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"check-assess.py: precedent {' '.join(arguments)} failed\n{run.stderr}{text or ''}")
        return run.stdout

    def assess(self, answers, *options):
        return self.run(["assess", self.name, "--answers", "-", *options], json.dumps(answers))

    def every_answer_set(self):
        choices = [[None, *question["labels"]] for question in self.questions]
        for answers in itertools.product(*choices):
            yield {question["id"]: answer for question, answer in zip(self.questions, answers) if answer}

    def random_answer_sets(self, count):
        generator = random.Random(SEED)
        for _ in range(count):
            share = generator.choice([0, 0.2, 0.5])  # of what is left open
            yield {question["id"]: generator.choice(some_answers(question))
                   for question in self.questions if generator.random() >= share}

    def address(self, answers):
        pairs = [f"{quoted(name)}={quoted(value)}" for name, value in answers.items()]
        return "&".join(pairs + [".subject=x"])

    def joined(self, options):
        """The options of a recommendation as pages name them."""
        names = [self.options[option] for option in options]
        return "no recommendation" if not names else names[0] if len(names) == 1 else f"a tie of {conjoined(names)}"

    def open_headline(self, possible):
        """Options alone, and how many where they are more than four."""
        ids = {option for options in possible for option in options}
        named = [name for option, name in self.options.items() if option in ids]
        return conjoined(([f"{len(named)} options"] if len(named) > 4 else named)
                         + (["no recommendation"] if [] in possible else []))

    def listed(self, possible):
        """What is still possible, ties behind the rest where they are more than three."""
        ties = [name for name in possible if name.startswith("a tie of ")]
        return possible if len(ties) < 4 else [name for name in possible if name not in ties] + ties

    def faults(self, answers, verdict, page):
        """What differs between `assess --json` and the page."""
        recommended = verdict["recommendations"]
        possible = [self.joined(options) for options in verdict["possible"]]
        named = conjoined([entry["name"] for entry in recommended]) or "Nothing is favoured"
        start = any(entry["startingPoint"] for entry in recommended)
        label = ("Open between" if not verdict["decided"] else "No recommendation" if not recommended
                 else "Recommended as a starting point" if start else "Tie between" if len(recommended) > 1 else "Recommended")
        qualifiers = [word for entry in recommended for word in entry["qualifiers"]]
        idle = [self.names[entry["question"]] for entry in verdict["open"] if not entry["matters"]]
        change = verdict["whatWouldChange"]
        ways = [[self.joined(way["recommendation"]),
                 [" and ".join(f"{self.names[each['question']]} {each['to']} instead of {each['from']}" for each in answer)
                  for answer in way["changes"]],
                 "" if way["shown"] == way["count"] else f"{way['shown']} of {way['count']} ways are shown."]
                for way in change["ways"]]
        following = [[self.names[entry["question"]],
                      [f"{each['answer']} → {self.joined(each['recommendation'])}" for each in entry["decisions"]]]
                     for entry in verdict["next"]["questions"]]
        nothing = [[], ["no recommendation"]]
        ties = sum(len(each) > 1 for each in change["outOfReach"])
        # One tie is named, several are counted.
        unreached = [self.joined(each) for each in change["outOfReach"] if ties == 1 or len(each) < 2]
        unreached += [f"any of {ties} ties"] if ties > 1 else []
        pairs = {
            "label": (page["label"], label),
            "headline": (page["headline"], named if verdict["decided"] else self.open_headline(verdict["possible"])),
            "qualifiers": (all(word in page["qualifiers"] for word in qualifiers), True),
            "possible": ([bare(text) for text in page["possible"]], [] if verdict["decided"] else self.listed(possible)),
            "reasons": (page["reasons"], list(self.reasons(answers, verdict, page["reasons"]))),
            "next": ([[name, [without_start(case) for case in cases]] for name, cases in page["next"]], following),
            "idle": (page["idle"], idle),
            "ways": ([[without_start(heading).removeprefix("→ "), *rest] for heading, *rest in page["ways"]], ways),
            "outOfReach": ([name for name in unreached if name not in page["note"]]
                           if change["extent"] == "exact" and change["outOfReach"] not in nothing else [], []),
            "problems": (page["problems"], []), "note": (page["said"], ""),
        }
        for what, (found, expected) in pairs.items():
            if found != expected:
                yield f"{self.name} {json.dumps(answers)}: {what} is {found!r}, not {expected!r}"

    def reasons(self, answers, verdict, shown):
        """The page's reasons where they go with the rules that `assess` says count, else what is expected."""
        effects = {"for": "for ", "against": "against ", "opened-gate": "allows ", "closed-gate": "rules out ",
                   "start": "start with "}
        units = {question["id"]: f" {question['unit']}" if "unit" in question else "" for question in self.questions}

        def rows(role):
            return [(f"{table['table']}, rule {row['row']}", "", row["result"]) for table in verdict["tables"]
                    if table["role"] == role and table["state"] != "contradiction" for row in table["rows"]]

        fired = [(self.names[rule["question"]], answers[rule["question"]] + units[rule["question"]],
                  [effects[rule["effect"]] + self.options[rule["option"]]]) for rule in verdict["rules"]]
        expected = rows("recommendation") + fired + rows("intermediate")
        for place, (name, answer, parts) in enumerate(expected):
            found = shown[place] if place < len(shown) else ["", "", ""]
            yield [name, answer, found[2] if all(part in found[2] for part in parts) else " ".join(parts)]


def some_answers(question):
    """Every label, or values at the bounds between which rules tell answers apart, and others."""
    if question["type"] != "number":
        return question.get("labels") or {"date": DATES, "text": TEXTS}[question["type"]]
    bounds = {cell[side] for cell in question["cells"] for side in ("lower", "upper") if side in cell}
    least, greatest = (decimal.Decimal(question.get(side, default)) for side, default in (("least", "-inf"), ("greatest", "inf")))
    return [number for number in sorted({*NUMBERS, *bounds}) if least <= decimal.Decimal(number) <= greatest]


def conjoined(names):
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def bare(text):
    return "no recommendation" if text == "No recommendation" else text.removesuffix(", as a starting point")


def without_start(text):
    return text.replace("→ start with ", "→ ")


def quoted(text):
    return urllib.parse.quote(text, safe="")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """The site under a policy that no inline script, no evaluation and no other origin passes."""

    def do_GET(self):
        if self.path == "/favicon.ico":  # Asked for by browsers, not by pages.
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


class Visit:
    """A browser context with one page, and what went wrong on it."""

    def __init__(self, browser, faults, allowed, **options):
        self.context = browser.new_context(accept_downloads=True, locale="en-GB", **options)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: message.type == "error" and faults.add(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: faults.add(f"script: {error}"))
        self.page.on("request", lambda request: request.url.startswith((allowed, "blob:", "data:"))
                     or faults.add(f"requests {request.url}"))

    def read(self, *addresses):
        return self.page.evaluate(READ, list(addresses))

    def verdict(self):
        return [self.page.inner_text(f"#assess\\.surface .{name}") for name in ("label", "headline", "sureness")]


def compare(browser, base, framework, answer_sets, verdicts, faults):
    """Holds a page to what `assess` says of many answers."""
    visit = Visit(browser, faults, base.split("/frameworks")[0])
    visit.page.goto(f"{base}{framework.name}-assess.html")
    pages = visit.read(*map(framework.address, answer_sets))
    for answers, verdict, page in zip(answer_sets, verdicts, pages):
        faults.update(framework.faults(answers, verdict, page))
    visit.context.close()
    return pages


def compare_words(framework, answer_sets, pages, faults):
    """Holds the sentences of some pages to those that the terminal prints."""
    for answers, page in zip(answer_sets, pages):
        text = framework.assess(answers)
        for sentence in [page["sureness"], page["because"], page["leads"]]:
            if sentence and f"\n{sentence}\n" not in text:
                faults.add(f"{framework.name} {json.dumps(answers)}: the terminal does not say {sentence!r}")


def press_until(page, key, selector, limit=400):
    for _ in range(limit):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise SystemExit(f"check-assess.py: no {key} leads to {selector}")


def by_keyboard(browser, base, faults, folder):
    """From the framework to the downloaded file without a mouse; gives what the page says in the end."""
    visit = Visit(browser, faults, base.split("/frameworks")[0])
    page = visit.page
    page.goto(f"{base}{EVERY}.html")
    press_until(page, "Tab", ".start a")
    page.keyboard.press("Enter")
    page.wait_for_url("**-assess.html*")
    for name, key in {"fresh-knowledge": "Space", "citations": "Space", "format": "Space", "latency": "ArrowRight",
                      "examples": "Space"}.items():
        press_until(page, "Tab", f"input[name='answer.{name}']")
        page.keyboard.press(key)
    press_until(page, "Tab", "#assess\\.subject")
    page.keyboard.type("By hand | and *key*")
    press_until(page, "Shift+Tab", "[data-question='format'] textarea")
    page.keyboard.type("A parser | reads it \\")
    if not page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid":
        faults.add("focus is not seen")
    press_until(page, "Tab", "[data-do='markdown']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    press_until(page, "Tab", "[data-do='json']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(folder / "answers.json")
    page.wait_for_function("() => document.getElementById('assess.said').textContent.includes('Hybrid')")
    verdict, address = visit.verdict(), page.url
    kept = page.inner_text("#assess\\.markdown")
    if target.read_text() != kept + ("" if kept.endswith("\n") else "\n"):
        faults.add("the downloaded file is not the one that the page shows")
    # The kept answers, then the link in a browser that has none of them.
    page.goto(address.split("#")[0] + "?again")
    page.goto(address.split("#")[0])
    if visit.verdict() != verdict or page.input_value("[data-question='format'] textarea") != "A parser | reads it \\":
        faults.add("answers are not kept")
    visit.context.close()
    other = Visit(browser, faults, base.split("/frameworks")[0])
    other.page.goto(address)
    if other.verdict() != verdict:
        faults.add(f"the link restores {other.verdict()}, not {verdict}")
    other.page.set_input_files("#assess\\.open", target)
    other.page.wait_for_function("() => document.getElementById('assess.notice').textContent.includes('5 answers')")
    if other.page.inner_text("#assess\\.markdown") != kept:
        faults.add("a file that is opened again is not the same")
    other.context.close()
    return verdict, target


def reports(browser, base, site, faults):
    """Every report's link fills its answers in, and every assessment's file can be opened; gives how many there are."""
    names = sorted(path.stem for path in (site / "content/assessments").glob("*.md"))
    for name in names:
        visit = Visit(browser, faults, base)
        visit.page.goto(f"{base}/assessments/{name}.html")
        text = visit.page.inner_text("main")
        visit.page.click("text=Try other answers")
        visit.page.wait_for_selector("#assess\\.why")
        shown = visit.verdict() + [visit.page.inner_text("#assess\\.why .because")]
        if any(words.strip() not in text for words in shown):
            faults.add(f"{name}: its link leads to {shown}")
        page = visit.page.url.split("#")[0]
        visit.page.goto("about:blank")
        visit.page.goto(page)
        visit.page.set_input_files("#assess\\.open", site / f"content/assessments/{name}.md")
        visit.page.wait_for_function("() => document.getElementById('assess.notice').textContent.includes('Opened')")
        opened = visit.verdict() + [visit.page.inner_text("#assess\\.why .because")]
        if opened != shown or "Not read" in visit.page.inner_text("#assess\\.notice"):
            faults.add(f"{name}: opened from its file it is {opened}, not {shown}")
        visit.context.close()
    return len(names)


def one_at_a_time(browser, base, faults):
    visit = Visit(browser, faults, base.split("/frameworks")[0])
    page = visit.page
    page.goto(f"{base}{SOME}-assess.html")
    press_until(page, "Tab", "input[name='assess.view']")
    page.keyboard.press("ArrowRight")
    if page.locator(".asked > li:visible").count() != 1:
        faults.add("more than one question is seen at a time")
    press_until(page, "Tab", "[data-question='message-rate'] input")
    page.keyboard.type("4,000 msg/s")
    page.keyboard.press("Enter")
    if not page.evaluate("document.activeElement.name === 'answer.replay'"):
        faults.add("Enter does not lead to the next question")
    if "message-rate=4000" not in page.url:
        faults.add(f"4,000 msg/s is not read: {page.url}")
    visit.context.close()


def with_less(browser, base, faults):
    """Without scripts the page says so and is a form; without a store it still answers."""
    visit = Visit(browser, faults, base.split("/frameworks")[0], java_script_enabled=False)
    visit.page.goto(f"{base}{EVERY}-assess.html#citations=yes")
    seen = [visit.page.locator(selector).first.is_visible() for selector in
            ("#assess\\.unscripted", "input[name='answer.citations']", "#assess\\.markdown", ".tools", "[data-do]")]
    if seen != [True, True, True, False, False]:
        faults.add(f"without scripts what is seen is {seen}")
    visit.context.close()
    visit = Visit(browser, faults, base.split("/frameworks")[0])
    visit.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    visit.page.goto(f"{base}{EVERY}-assess.html")
    visit.page.check("input[name='answer.unsure'][value='yes']")
    if visit.verdict()[:2] != ["Recommended as a starting point", "RAG"] or "unsure=yes" not in visit.page.url:
        faults.add(f"without a store the page says {visit.verdict()} at {visit.page.url}")
    visit.context.close()


def built_again(program, site, framework, target, verdict, faults):
    """The downloaded file among the assessments: does the report recommend the same?"""
    shutil.copy(target, site / "content/assessments/by-hand.md")
    framework.run(["build"])
    page = (site / "public/assessments/by-hand.html").read_text()
    label, headline = (re.search(f'class="{name}">([^<]*)', page.split('id="report.verdict"')[1]).group(1)
                       for name in ("label", "headline"))
    if [label, headline] != verdict[:2]:
        faults.add(f"the downloaded file builds to {label} {headline}, not {verdict}")


def alone(scratch, name, root):
    """A site of one framework, which loads fastest."""
    site = scratch / name
    (site / "content/frameworks").mkdir(parents=True)
    text = CAPACITY if name == RECKONED else (root / f"content/frameworks/{name}.md").read_text()
    (site / f"content/frameworks/{name}.md").write_text(text)
    (site / "precedent.yml").write_text("checks: { dangling-link: off, past-closed-gate: off }\n")
    shutil.copytree(root / "templates", site / "templates")
    return site


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path, help="the precedent program")
    parser.add_argument("folder", type=pathlib.Path, nargs="?", default=pathlib.Path("public"), help="the built site")
    parser.add_argument("--random", type=int, default=2000, metavar="COUNT", help="answer sets of the second framework")
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH", help="default: /usr/bin/chromium")
    options = parser.parse_args()
    folder, program = options.folder.resolve(), options.program.resolve()
    root, faults = pathlib.Path(__file__).resolve().parent.parent, set()
    with tempfile.TemporaryDirectory() as scratch:
        site = pathlib.Path(scratch) / "site"
        shutil.copytree(root / "content", site / "content")
        shutil.copytree(root / "templates", site / "templates")
        shutil.copy(root / "precedent.yml", site)
        frameworks = [Framework(program, alone(pathlib.Path(scratch), name, root), name) for name in (EVERY, SOME, RECKONED)]
        frameworks[2].run(["build"])
        sets = [list(frameworks[0].every_answer_set()), list(frameworks[1].random_answer_sets(options.random)),
                list(frameworks[2].random_answer_sets(max(1, options.random // 10)))]
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served = f"http://127.0.0.1:{server.server_port}"
        with concurrent.futures.ThreadPoolExecutor(2) as pool, sync_playwright() as playwright:
            # What `assess` says is worked out while the browser goes a visitor's way.
            verdicts = [pool.map(lambda answers, own=framework: json.loads(own.assess(answers, "--json")), own_sets)
                        for framework, own_sets in zip(frameworks, sets)]
            browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            for base in (served, folder.as_uri()):
                verdict, target = by_keyboard(browser, f"{base}/frameworks/", faults, pathlib.Path(scratch))
                one_at_a_time(browser, f"{base}/frameworks/", faults)
                with_less(browser, f"{base}/frameworks/", faults)
                count = reports(browser, base, root, faults)
            disk = {RECKONED: (frameworks[2].site / "public").as_uri()}
            for framework, own_sets, own_verdicts in zip(frameworks, sets, map(list, verdicts)):
                bases = [disk.get(framework.name, served), disk.get(framework.name, folder.as_uri())]
                pages = compare(browser, f"{bases[0]}/frameworks/", framework, own_sets, own_verdicts, faults)
                compare_words(framework, own_sets[::23], pages[::23], faults)
                compare(browser, f"{bases[1]}/frameworks/", framework, own_sets[::7], own_verdicts[::7], faults)
            browser.close()
        server.shutdown()
        answers = json.loads((pathlib.Path(scratch) / "answers.json").read_text())
        if [entry["name"] for entry in json.loads(frameworks[0].assess(answers, "--json"))["recommendations"]] != [verdict[1]]:
            faults.add("the downloaded JSON is assessed otherwise")
        built_again(program, site, Framework(program, site, EVERY), target, verdict, faults)
    for fault in sorted(faults)[:40]:
        print(fault)
    print(f"{', '.join(str(len(each)) for each in sets)} answer sets, {count} reports, from a server and from disk: "
          f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
