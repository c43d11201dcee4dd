#!/usr/bin/env python3
"""Times `precedent serve`: from the moment a record is saved to its new words on the open page.

Generated records in memory (/dev/shm), a real Chromium, and a page of one record. Each time a program saves the record with
a new sentence, by turns in place and as editors do, beside it and then renamed, and watches the page until the sentence is
there. Runs in a virtual environment that has `playwright`.
"""
import argparse
import os
import pathlib
import re
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

try:
    from playwright.sync_api import Error, sync_playwright
except ImportError as error:
    print(f"serve.py: needs playwright from PyPI ({error})", file=sys.stderr)
    sys.exit(2)

HERE = pathlib.Path(__file__).resolve().parent
MEMORY = pathlib.Path("/dev/shm")  # on a disk, the disk is what would be measured
PATIENCE = 30  # seconds


class Failure(Exception):
    pass


class Server:
    """`precedent serve` on a site, with the address that it says."""

    def __init__(self, precedent, site):
        self.process = subprocess.Popen([precedent, "serve", "--port", "0"], cwd=site, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = []
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                self.address = found[0]
                break
        else:
            raise Failure(f"it does not serve: {''.join(self.said)}")
        # What nobody reads would hold it up.
        threading.Thread(target=lambda: self.said.extend(self.process.stdout), daemon=True).start()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Failure("it does not end")


def save(record, text, by_renaming):
    """The moment at which the record is saved."""
    if not by_renaming:
        with open(record, "w") as file:
            file.write(text)
            file.flush()
            saved = time.perf_counter()
        return saved
    beside = record.with_name(f".{record.name}.new")
    beside.write_text(text)
    saved = time.perf_counter()
    beside.rename(record)
    return saved


def measure(page, record, text, times):
    """Milliseconds of each edit."""
    figures = []
    for number in range(1, times + 1):
        words = f"Edit number {number} of this record."
        saved = save(record, f"{text}\n{words}\n", by_renaming=number % 2 == 0)
        deadline = saved + PATIENCE
        while True:
            # Asked for all the time: a page that is loading has no words yet, or refuses to answer.
            try:
                if page.evaluate("words => (document.body?.innerText ?? '').includes(words)", words):
                    break
            except Error:
                pass
            if time.perf_counter() > deadline:
                raise Failure(f"edit {number} was not on the page after {PATIENCE} s")
        figures.append((time.perf_counter() - saved) * 1000)
        time.sleep(0.3)  # as quick as nobody types
    return figures


def run(options, precedent, root):
    site = root / "site"
    records = site / "content" / "decisions"
    records.mkdir(parents=True)
    (site / "precedent.yml").write_text("title: Benchmark\n")
    subprocess.run([sys.executable, HERE / "generate-records.py", str(options.records), records, "--seed",
                    str(options.seed)], check=True)
    record = sorted(records.glob("*.md"))[options.records // 2]
    text = record.read_text()
    server = Server(precedent, site)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            page = browser.new_page()
            # A page that listens never comes to rest, so it is not waited for.
            page.goto(f"{server.address}decisions/{record.stem}.html", wait_until="load")
            measure(page, record, text, 2)  # the first ones only warm up
            figures = measure(page, record, text, options.times)
            browser.close()
        memory = re.search(r"VmHWM:\s+(\d+) kB", pathlib.Path(f"/proc/{server.process.pid}/status").read_text())
    finally:
        code = server.stop()
    if code != 0:
        raise Failure(f"it ended with {code}: {''.join(server.said)[-2000:]}")
    print(f"`{shlex.join(sys.argv)}`: {options.times} edits of one record among {options.records:,}, from the save to the "
          f"new words in Chromium; {len(os.sched_getaffinity(0))} cores\n")
    print("| records | median ms | worst ms | server's peak MiB |\n| --: | --: | --: | --: |")
    print(f"| {options.records:,} | {statistics.median(figures):.0f} | {max(figures):.0f} | {int(memory[1]) / 1024:.0f} |")
    return statistics.median(figures)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=int, default=1_000, help="default: 1000")
    parser.add_argument("--times", type=int, default=40, help="how many edits, after two to warm up; default: 40")
    parser.add_argument("--seed", type=int, default=1, help="of the generated records; default: 1")
    parser.add_argument("--bar", type=float, metavar="MS", help="exit with 1 where the median is not below")
    parser.add_argument("--chromium", default=shutil.which("chromium"), metavar="PATH")
    parser.add_argument("--precedent", type=pathlib.Path, metavar="PATH",
                        default=HERE.parent / ".build" / "release" / "precedent", help="default: .build/release/precedent")
    options = parser.parse_args()
    if options.records < 1 or options.times < 1:
        parser.error("records and times are counted from 1")
    precedent = options.precedent.absolute()
    if not os.access(precedent, os.X_OK):
        parser.error(f"no program at {options.precedent}; `swift build -c release` makes one")
    if not MEMORY.is_dir():
        parser.error(f"needs {MEMORY}")

    # As Ctrl-C does, being ended leaves through `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    root = pathlib.Path(tempfile.mkdtemp(prefix="precedent-serve-", dir=MEMORY))
    try:
        median = run(options, precedent, root)
        if options.bar is not None and median >= options.bar:
            sys.exit(f"serve.py: the median is not below {options.bar:g} ms")
    except (Failure, Error, subprocess.CalledProcessError) as error:
        sys.exit(f"serve.py: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
