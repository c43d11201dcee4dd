#!/usr/bin/env python3
"""Looks at pages of a built site from disk: pictures of each into OUT, and what no picture shows.

Each page is opened in Chromium at two widths and in both colour schemes. A console error, a request that
leaves the disk, sideways scrolling or an axe violation is a problem: all are listed, and the exit code is 1.
Runs in a virtual environment that has `playwright` and `axe-playwright-python`.
"""
import argparse
import html
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Error, sync_playwright
except ImportError as error:
    print(f"screenshots.py: needs playwright and axe-playwright-python from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

PHONE, DESK = 390, 1280
HEIGHT = {PHONE: 844, DESK: 900}
ON_DISK = ("file:", "data:", "blob:", "about:")
NOT_FOUND = "404.html"
ASSESS = "-assess.html"


def is_assess(page):
    return page.name.endswith(ASSESS)


def is_beside(page):
    """Whether a page only stands beside a framework's own."""
    return is_assess(page) or page.stem.endswith("-portfolio")


def some_of_each_kind(folder):
    """One page of each kind, two where they differ most."""
    def first(pattern, limit):
        return [page for page in sorted(folder.glob(pattern)) if page.name != "index.html" and not is_beside(page)][:limit]

    wanted = [folder / "index.html", folder / "frameworks/index.html", *first("frameworks/*.html", 1),
              *sorted(folder.glob("frameworks/*-portfolio.html"))[:1],
              *sorted(folder.glob(f"frameworks/*{ASSESS}")),
              *first("assessments/*.html", 2), folder / "decisions/index.html", *first("decisions/*.html", 2),
              folder / "decisions/log/timeline.html", *first("decisions/people/*.html", 1),
              folder / "about.html", folder / NOT_FOUND]
    return [page for page in wanted if page.is_file()]


def printable(folder):
    """The first framework, its live assessment and the first assessment: the pages that get printed."""
    def first(pattern, kind):
        return [page for page in sorted(folder.glob(pattern)) if page.name != "index.html" and kind(page)][:1]

    firsts = (first("frameworks/*.html", lambda page: not is_beside(page)), first("frameworks/*.html", is_assess),
              first("assessments/*.html", lambda page: True))
    return [page for pages in firsts for page in pages]


def address(folder, page):
    """Where a page is opened: a live assessment with the answers of the first report that leads to it."""
    if is_assess(page):
        for report in sorted(folder.glob("assessments/*.html")):
            link = re.search(rf'href="[^"]*/{re.escape(page.name)}(#[^"]+)"', report.read_text(encoding="utf-8"))
            if link:
                return page.as_uri() + html.unescape(link.group(1))
    return page.as_uri()


class Watch:
    """Collects what goes wrong on one page of one browser context."""

    def __init__(self, page):
        self.problems = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.note(f"script: {error}"))
        page.on("request", self.request)

    def note(self, problem):
        if problem not in self.problems:
            self.problems.append(problem)

    def console(self, message):
        if message.type == "error":
            # What failed to load stands only in the place that the message comes from.
            place = f" ({message.location['url']})" if message.text.startswith("Failed to load") else ""
            self.note(f"console: {message.text}{place}")

    def request(self, request):
        if not request.url.startswith(ON_DISK):
            self.note(f"requests {request.url}")


def serve_as_root(folder):
    """The page for wrong addresses names its assets from the server's root, which on disk is not the site's."""
    def route(route):
        path = urllib.parse.unquote(urllib.parse.urlsplit(route.request.url).path)
        if not route.request.url.startswith("file:") or pathlib.Path(path).is_relative_to(folder):
            return route.continue_()
        parts = pathlib.Path(path).parts[1:]
        # The site may be served below a path: try without its first parts.
        inside = (folder.joinpath(*parts[start:]) for start in range(len(parts)))
        found = next((file for file in inside if file.is_file()), None)
        return route.fulfill(path=found) if found else route.abort()
    return route


def accessibility(page):
    # Axe would fetch the style sheets anew, which Chromium refuses on disk and reports as errors of the page.
    options = {"resultTypes": ["violations"], "preload": False}
    for violation in Axe().run(page, options=options).response["violations"]:
        places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
        more = f" and {len(places) - 3} more" if len(places) > 3 else ""
        yield f"axe {violation['id']} ({violation['impact']}): {', '.join(places[:3])}{more}"


def look(browser, folder, path, width, scheme, picture):
    context = browser.new_context(viewport={"width": width, "height": HEIGHT[width]}, color_scheme=scheme,
                                  reduced_motion="reduce")
    page = context.new_page()
    watch = Watch(page)
    if path == folder / NOT_FOUND:
        page.route("**/*", serve_as_root(folder))
    try:
        page.goto(address(folder, path), wait_until="load")
        page.screenshot(path=picture, full_page=True)
        # The root may refuse to scroll and still be too wide, so what sticks out counts, not what scrolls.
        content, window = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
        if content > window:
            watch.note(f"scrolls sideways: {content} px in {window}")
        for violation in accessibility(page):
            watch.note(violation)
    except Error as error:
        watch.note(f"browser: {error.message.splitlines()[0]}")
    finally:
        context.close()
    return watch.problems


def print_out(browser, folder, path, target):
    """A PDF as a reader's printer gets it, and its sheets as pictures where pdftoppm is installed."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address(folder, path), wait_until="load")
    pdf = f"{target}.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    context.close()
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-png", "-r", "80", pdf, target], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, metavar="FOLDER", help="a built site, such as public")
    parser.add_argument("out", type=pathlib.Path, metavar="OUT", help="where the pictures go; made if missing")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="relative to FOLDER; default: some of each kind")
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH", help="default: /usr/bin/chromium")
    options = parser.parse_args()
    folder = options.folder.resolve()
    pages = [folder / name for name in options.pages] or some_of_each_kind(folder)
    for path in pages:
        if not path.is_file():
            parser.error(f"no page {path.relative_to(folder)} in {options.folder}")
    if not pages:
        parser.error(f"no pages in {options.folder}")
    if not shutil.which(options.chromium):
        parser.error(f"no Chromium at {options.chromium}")
    options.out.mkdir(parents=True, exist_ok=True)

    def target(path, suffix):
        return options.out / f"{'-'.join(path.relative_to(folder).with_suffix('').parts)}-{suffix}"

    found = {}  # (page, problem) -> the views that show it
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for path in pages:
            for width in PHONE, DESK:
                for scheme in "light", "dark":
                    picture = target(path, f"{width}-{scheme}.png")
                    for problem in look(browser, folder, path, width, scheme, picture):
                        found.setdefault((path.relative_to(folder), problem), []).append(f"{width} {scheme}")
        for path in printable(folder):
            if path not in pages:
                continue
            print_out(browser, folder, path, target(path, "print"))
        browser.close()

    for (page, problem), views in found.items():
        print(f"{page} [{', '.join(views)}]: {problem}")
    print(f"{len(pages)} pages, {len(pages) * 4} views: {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
