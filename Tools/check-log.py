#!/usr/bin/env python3
"""Holds the decision log's page to `precedent list --json`: what it shows, in which order, for filters chosen at random.

Runs in real Chromium on generated records, more than the page has rows for, from disk, where a script may load least. Prints a
problem a line and a summary; exits 1 when there is any. Needs `playwright` from PyPI.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import urllib.parse

try:
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"check-log.py: needs playwright from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

GENERATOR = pathlib.Path(__file__).resolve().parent.parent / "Benchmarks" / "generate-records.py"
RECORDS, ROWS, SEED = 1_100, 500, 5
SHOWN = """() => [document.getElementById("log.shown").textContent,
  [...document.querySelectorAll("#log\\\\.table tbody tr")].map((row) => row.querySelector("th a").getAttribute("href"))]"""


def page_of(record):
    return pathlib.PurePath(record["file"]).with_suffix(".html").name


def people(record):
    return [name.lower() for role in record["people"].values() for name in role]


def wanted(record, query):
    """Whether a record passes, said anew from what the README promises of the filters."""
    if query.get("status") and (record["status"] or "").lower() != query["status"].lower():
        return False
    if query.get("tag") and query["tag"].lower() not in (tag.lower() for tag in record["tags"]):
        return False
    if query.get("person") and query["person"].lower() not in people(record):
        return False
    if query.get("year") and (record["date"] or "")[:4] != query["year"]:
        return False
    if query.get("in-force") and not record["inForce"]:
        return False
    words = query.get("q", "").lower().split()
    text = " ".join([record["title"], record["status"] or "", record["date"] or "", *record["tags"], *people(record)]).lower()
    return all(word in text or word.lstrip("0") == str(record["number"]) or word in str(record["number"]) for word in words)


def expected(records, query):
    found = [record for record in records if wanted(record, query)]
    sort = query.get("sort", "")
    if sort.lstrip("-") in ("number", "date"):
        column = sort.lstrip("-")
        found.sort(key=lambda record: record[column], reverse=sort.startswith("-"))
        if column == "date" and sort.startswith("-"):
            # Those of one day stay in the log's order, whichever way round the days are.
            place = {id(record): at for at, record in enumerate(records)}
            found.sort(key=lambda record: place[id(record)])
            found.sort(key=lambda record: record["date"], reverse=True)
    return [page_of(record) for record in found]


def queries(records, dice, count):
    tags = sorted({tag for record in records for tag in record["tags"]})
    names = sorted({name for record in records for role in record["people"].values() for name in role})
    words = sorted({word for record in records for word in record["title"].split() if word.isalpha()})
    offers = {"status": sorted({record["status"] for record in records}), "tag": tags, "person": names,
              "year": sorted({record["date"][:4] for record in records}), "in-force": ["yes"],
              "sort": ["number", "-number", "date", "-date"], "q": words}
    for _ in range(count):
        keys = [key for key in offers if offers[key] and dice.random() < 0.3]
        yield {key: dice.choice(offers[key]) for key in keys}
    record = dice.choice(records)
    yield {"q": f"{record['number']:04d}"}
    yield {"q": "no such words at all"}


def compare(page, address, records, query, problems):
    page.goto(f"{address}?{urllib.parse.urlencode(query)}")
    whole = expected(records, query)
    if query:
        # The log's data arrive behind the page.
        page.wait_for_function("() => !/^All .* are shown/.test(document.getElementById('log.shown').textContent)"
                               if len(whole) < len(records) else
                               "() => document.querySelectorAll('#log\\\\.table tbody tr').length > 0")
    said, rows = page.evaluate(SHOWN)
    rows = [pathlib.PurePosixPath(row).name for row in rows]
    if rows != whole[:ROWS]:
        at = next((at for at, (a, b) in enumerate(zip(rows, whole)) if a != b), min(len(rows), len(whole)))
        problems.append(f"{query}: row {at + 1} of {len(rows)} is {rows[at:at + 1]}, of {len(whole)} is {whole[at:at + 1]}")
    if whole and len(whole) < len(records) and not said.startswith(f"{len(whole)} of {len(records)} "):
        problems.append(f"{query}: says '{said}' of {len(whole)}")


def by_hand(page, address, records, problems):
    """The ways of a visitor: a column's head, more rows, everything again; and what the address says after each."""
    page.goto(address)
    page.locator("main [name=q]").focus()
    page.get_by_role("button", name="Date").click()
    page.wait_for_url("**sort=date*")
    oldest = expected(records, {"sort": "date"})[0]
    page.wait_for_function("(name) => document.querySelector('#log\\\\.table tbody th a').getAttribute('href').endsWith(name)",
                           arg=oldest)
    page.get_by_role("button", name="Show").filter(has_text="more").click()
    if page.locator("#log\\.table tbody tr").count() != 2 * ROWS:
        problems.append("'Show more' does not show as many again")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url(lambda url: "sort" not in url)
    if page.evaluate("document.activeElement.tagName") == "BODY":
        problems.append("the focus is lost when all is shown again")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("precedent", type=pathlib.Path)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH", help="default: /usr/bin/chromium")
    options = parser.parse_args()
    program, problems = options.precedent.resolve(), []
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        (site / "content" / "decisions").mkdir(parents=True)
        (site / "precedent.yml").write_text("title: Log\nhistory: off\n")
        subprocess.run([sys.executable, GENERATOR, str(RECORDS), site / "content/decisions", "--seed", str(SEED)], check=True)
        subprocess.run([program, "build"], cwd=site, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        listed = subprocess.run([program, "list", "--json"], cwd=site, check=True, stdout=subprocess.PIPE).stdout
        records = sorted(json.loads(listed), key=lambda record: -record["number"])  # the log's order: newest first
        address = (site / "public/decisions/index.html").as_uri()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.on("pageerror", lambda error: problems.append(f"script: {error}"))
            page.on("console", lambda message: message.type == "error" and problems.append(f"console: {message.text}"))
            count = 0
            for query in queries(records, random.Random(SEED), options.queries):
                compare(page, address, records, query, problems)
                count += 1
            by_hand(page, address, records, problems)
            browser.close()
    for problem in problems:
        print(problem)
    print(f"{count} ways to look at a log of {RECORDS:,} records: {len(problems)} problem{'s' * (len(problems) != 1)}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
