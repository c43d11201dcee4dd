#!/usr/bin/env python3
"""Weighs the pages of a built site as a visitor gets them: everything that a first visit loads, compressed, in a real browser.

Prints the heaviest page of each kind as a table. A page over its limit, one whose content moves while it loads, or one that has
to wait for more than a style sheet before it shows is a problem; exits 1 when there is any. Needs `playwright` from PyPI.
"""
import argparse
import contextlib
import functools
import gzip
import http.server
import pathlib
import sys
import threading

try:
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"weigh-pages.py: needs playwright from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

KB = 1000  # as browsers count
WIDTHS = (390, 1280)
SETTLING = 150  # ms in which what a script adds would move the page
LIMITS = {"home": 60, "framework": 60, "report": 60, "record": 60, "live assessment": 75, "portfolio": 60, "log": 60, "other": 60}
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
BLOCKING = """[...document.querySelectorAll("script")]
  .filter((script) => script.src ? !script.defer && !script.async : !script.type.endsWith("json")).length"""


class Compressed(http.server.SimpleHTTPRequestHandler):
    """Serves files as hosts do: text compressed, at gzip's usual level."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Compressed, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def kind(page):
    if page.name == "404.html":
        return None  # it leads from the site's root, which is not here
    if page.as_posix() == "index.html":
        return "home"
    if page.name.endswith("-assess.html"):
        return "live assessment"
    if page.name.endswith("-portfolio.html"):
        return "portfolio"
    if page.name != "index.html" and len(page.parts) == 2:
        return {"frameworks": "framework", "assessments": "report", "decisions": "record"}.get(page.parts[0], "other")
    return "log" if page.as_posix() == "decisions/index.html" else "other"


def weigh(browser, base, page, width):
    """Bytes over the wire, files, what moved, and what blocks the first paint."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(SHIFTS)
    tab = context.new_page()
    finished = []
    tab.on("requestfinished", lambda request: finished.append(request))
    tab.goto(base + page.as_posix(), wait_until="load")
    tab.wait_for_timeout(SETTLING)
    sizes = [request.sizes()["responseBodySize"] for request in finished]
    shifted, scripts = tab.evaluate("window.shifted"), tab.evaluate(BLOCKING)
    sheets = tab.evaluate("document.querySelectorAll('link[rel=stylesheet]').length")
    context.close()
    return sum(sizes), len(sizes), shifted, scripts, sheets


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, metavar="FOLDER", help="a built site, such as public")
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH", help="default: /usr/bin/chromium")
    options = parser.parse_args()
    folder = options.folder.resolve()
    heaviest, problems = {}, []
    with served(folder) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for page in sorted(path.relative_to(folder) for path in folder.rglob("*.html")):
            if not (of := kind(page)):
                continue
            for width in WIDTHS:
                size, files, shifted, scripts, sheets = weigh(browser, base, page, width)
                if shifted > 0:
                    problems.append(f"{page}: its content moves while it loads, by {shifted:.4f} at {width} px")
            if size > LIMITS[of] * KB:
                problems.append(f"{page}: {size:,} bytes, over {LIMITS[of]} KB")
            if scripts or sheets != 1:
                problems.append(f"{page}: waits for {scripts} scripts and {sheets} style sheets before it shows")
            heaviest[of] = max(heaviest.get(of, (0, 0, "")), (size, files, page.as_posix()))
        browser.close()
    print("| page | heaviest of its kind | files | KB compressed | at most |\n| --- | --- | --: | --: | --: |")
    for of in LIMITS:
        if of in heaviest:
            size, files, page = heaviest[of]
            print(f"| {of} | {page} | {files} | {size / KB:.1f} | {LIMITS[of]} |")
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem{'s' * (len(problems) != 1)}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
