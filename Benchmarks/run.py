#!/usr/bin/env python3
"""Times a cold `precedent build` beside the floor: what no generator can leave out (floor.c).

Both run on generated records in memory (/dev/shm), taking turns, so that the machine's moods hit both.
"""
import argparse
import os
import pathlib
import resource
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MEMORY = pathlib.Path("/dev/shm")  # on a disk, the disk is what would be measured
KIB_PER_MIB = 1024  # rusage counts KiB on Linux


class Failure(Exception):
    pass


def timed(command, folder, log):
    """Wall milliseconds and peak MiB of one run."""
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        said = log.read_text(errors="replace").strip()[-2000:]
        raise Failure(f"{' '.join(map(str, command))} ended with {process.returncode}\n{said}")
    return elapsed * 1000, usage.ru_maxrss / KIB_PER_MIB


def expect_pages(who, folder, count):
    found = sum(page.name != "index.html" for page in folder.glob("*.html"))
    if found != count:
        raise Failure(f"{who} made {found} pages of {count} records in {folder.name}/")


def measure(count, runs, seed, floor, pages_only, precedent, root):
    """Two lists of (milliseconds, MiB): the floor's and precedent's."""
    site, pages, log, sizes = root / "site", root / "pages", root / "log", root / "sizes"
    records = site / "content" / "decisions"
    records.mkdir(parents=True)
    (site / "precedent.yml").write_text("title: Benchmark\n")
    # In a process of its own: a child's peak starts at its parent's size, so this one stays small.
    subprocess.run([sys.executable, HERE / "generate-records.py", str(count), records, "--seed", str(seed)], check=True)

    def run_floor():
        shutil.rmtree(pages, ignore_errors=True)
        figures = timed([floor, records, pages] + ["--pages-only"] * pages_only + ["--sizes", sizes], root, log)
        expect_pages("floor", pages, count)
        return figures

    def run_precedent():
        shutil.rmtree(site / "public", ignore_errors=True)
        figures = timed([precedent, "build"], site, log)
        expect_pages("precedent", site / "public" / "decisions", count)
        return figures

    run_precedent()  # the first of each only warms up
    # What the search adds to a site is data that somebody has to write: the floor writes as many bytes in as many files.
    index = (site / "public" / "search-index").glob("*")
    sizes.write_text("".join(f"{size}\n" for size in sorted(file.stat().st_size for file in index)))
    run_floor()
    rounds = [(run_floor(), run_precedent()) for _ in range(runs)]
    shutil.rmtree(site)
    shutil.rmtree(pages)
    return zip(*rounds)


def row(count, floor, precedent):
    def spread(values):
        return f"{min(values):.0f}–{max(values):.0f}"

    base, ours = [ms for ms, _ in floor], [ms for ms, _ in precedent]
    peaks = [mib for _, mib in precedent]
    middle = statistics.median
    return (f"| {count:,} | {middle(base):.0f} | {spread(base)} | {middle(ours):.0f} | {spread(ours)} "
            f"| {middle(ours) / middle(base):.2f} | {middle(peaks):.0f} | {spread(peaks)} |")


def counts(text):
    return [int(word) for word in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=counts, default=[1_000, 10_000], metavar="N,N", help="default: 1000,10000")
    parser.add_argument("--runs", type=int, default=9, help="of each, after one to warm up; default: 9")
    parser.add_argument("--pages-only", action="store_true", help="a floor that writes no copies in Markdown")
    parser.add_argument("--seed", type=int, default=1, help="of the generated records; default: 1")
    parser.add_argument("--precedent", type=pathlib.Path, metavar="PATH",
                        default=HERE.parent / ".build" / "release" / "precedent", help="default: .build/release/precedent")
    options = parser.parse_args()
    if min(options.records) < 1 or options.runs < 1:
        parser.error("records and runs are counted from 1")
    precedent = options.precedent.absolute()
    if not os.access(precedent, os.X_OK):
        parser.error(f"no program at {options.precedent}; `swift build -c release` makes one")
    if not MEMORY.is_dir():
        parser.error(f"needs {MEMORY}")

    # As Ctrl-C does, being ended leaves through `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    root = pathlib.Path(tempfile.mkdtemp(prefix="precedent-benchmark-", dir=MEMORY))
    try:
        floor = root / "floor"
        subprocess.run(["cc", "-O2", "-o", floor, HERE / "floor.c", "-lcmark-gfm-extensions", "-lcmark-gfm"], check=True)
        print(f"`{shlex.join(sys.argv)}`\n\n`{options.precedent.name} build` without a `public/`, against `floor` on one thread; "
              f"{options.runs} runs each, taking turns; {len(os.sched_getaffinity(0))} cores.\n")
        print("| records | floor median ms | min–max | precedent median ms | min–max | ratio | precedent peak MiB | min–max |")
        print("| --: | --: | --: | --: | --: | --: | --: | --: |", flush=True)
        for count in options.records:
            floors, ours = measure(count, options.runs, options.seed, floor, options.pages_only, precedent, root)
            print(row(count, floors, ours), flush=True)
        smallest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
        print(f"\nA peak below {smallest:.0f} MiB cannot be seen: the child starts as a copy of the script that measures.")
    except (Failure, subprocess.CalledProcessError) as error:
        sys.exit(f"run.py: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
