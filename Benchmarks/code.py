#!/usr/bin/env python3
"""Times what it costs to mark code: cold builds of 1,000 records, each with a block of 20 lines that no other has.

The same records are built with the blocks in languages that are known and in one that is not, taking turns, in memory.
"""
import argparse
import os
import pathlib
import resource
import shlex
import shutil
import statistics
import sys
import tempfile
import time
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
MEMORY = pathlib.Path("/dev/shm")  # on a disk, the disk is what would be measured
LINES = 20

# A line of each language; its number makes every block another.
LANGUAGES = {
    "swift": "    func add{n}(_ count: Int = {n}) -> String? { return \"now \\(count)\" } // none",
    "java": "    public List<Order> find{n}(String name) { return query(\"name\", {n}, true); } // all",
    "python": "    def tax_{n}(self, rate: float = {n}.5) -> float: return round(rate, 2)  # tax",
    "typescript": "  const found{n}: Order = orders.find((order) => order.id === {n} && `x`); // one",
    "go": "\tif err := store.Put(\"key{n}\", {n}); err != nil { return nil, err } // put",
    "sql": "SELECT o.id, COUNT(*) FROM orders o WHERE o.total > {n} AND o.name = 'n{n}'; -- all",
    "yaml": "  key{n}: { name: \"value {n}\", limit: {n}, on: true } # note",
    "bash": "if [ -f \"$file{n}\" ]; then echo \"found ${file%.md}\" | grep -c x{n}; fi # look",
}


def write(folder, count, known):
    records = folder / "content" / "decisions"
    records.mkdir(parents=True)
    (folder / "precedent.yml").write_text("title: Code\n")
    languages = list(LANGUAGES.items())
    for number in range(1, count + 1):
        name, line = languages[number % len(languages)]
        block = "\n".join(line.replace("{n}", str(number * LINES + index)) for index in range(LINES))
        (records / f"{number:04}-use-store-{number}.md").write_text(
            f"---\nstatus: accepted\ndate: 2026-01-01\n---\n# Use store {number}\n\n## Context\n\nAs it is.\n\n"
            f"```{name if known else 'text'}\n{block}\n```\n")


def build(program, folder):
    shutil.rmtree(folder / "public", ignore_errors=True)
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (time.perf_counter() - start) * 1000, work * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5, help="of each, after one to warm up; default: 5")
    parser.add_argument("--precedent", type=pathlib.Path, metavar="PATH",
                        default=HERE.parent / ".build" / "release" / "precedent", help="default: .build/release/precedent")
    options = parser.parse_args()
    program = options.precedent.absolute()
    if not os.access(program, os.X_OK):
        parser.error(f"no program at {options.precedent}; `swift build -c release` makes one")
    root = pathlib.Path(tempfile.mkdtemp(prefix="precedent-code-", dir=MEMORY))
    try:
        folders = {"plain": root / "plain", "marked": root / "marked"}
        times = {kind: [] for kind in folders}
        for kind, folder in folders.items():
            write(folder, options.records, kind == "marked")
            build(program, folder)
        for _ in range(options.runs):
            for kind, folder in folders.items():
                times[kind].append(build(program, folder))
        print(f"`{shlex.join(sys.argv)}`\n")
        print(f"| {options.records:,} blocks of {LINES} lines | median ms | min–max | ms of processors | pages KB |\n| --- | --: | --: | --: | --: |")
        for kind, runs in times.items():
            values, work = [wall for wall, _ in runs], statistics.median(work for _, work in runs)
            size = sum(page.stat().st_size for page in (folders[kind] / "public").rglob("*.html")) / 1000
            print(f"| {kind} | {statistics.median(values):.0f} | {min(values):.0f}–{max(values):.0f} | {work:.0f} | {size:,.0f} |")
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
