#!/usr/bin/env python3
"""Times `precedent build` after one edit beside the first build of the same site.

Generated records in memory (/dev/shm). Each round builds the site from nothing, then writes one more sentence into one
record and builds again; at the end the site is held to one that is built anew. The same for an edit that others see: a title.
"""
import argparse
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MEMORY = pathlib.Path("/dev/shm")  # on a disk, the disk is what would be measured


class Failure(Exception):
    pass


def build(precedent, site, *options):
    """Milliseconds of a build."""
    start = time.perf_counter()
    run = subprocess.run([precedent, "build", *options], cwd=site, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if run.returncode != 0:
        raise Failure(run.stderr.strip()[-2000:])
    return elapsed * 1000


def settle():
    """What is written within a tick of the clock is looked at again by the next build; people are slower."""
    time.sleep(0.05)


def add_sentence(record, number):
    record.write_text(record.read_text() + f"\nEdit number {number} of this record.\n")


def change_title(record, number):
    lines = record.read_text().split("\n")
    place = next(index for index, line in enumerate(lines) if line.startswith("# "))
    lines[place] += f" {number}"
    record.write_text("\n".join(lines))


def measure(site, precedent, records, edit, runs):
    """Milliseconds of first builds and of those after an edit."""
    firsts, seconds = [], []
    for number in range(runs):
        for folder in (site / "public", site / ".precedent-cache"):
            shutil.rmtree(folder, ignore_errors=True)
        firsts.append(build(precedent, site))
        settle()
        edit(records[len(records) * (number + 1) // (runs + 1)], number)
        settle()
        seconds.append(build(precedent, site))
    fresh = site.parent / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    build(precedent, site, "--fresh", "--output", fresh)
    if subprocess.run(["diff", "-r", "-q", site / "public", fresh]).returncode != 0:
        raise Failure("the site is not what a build from nothing makes")
    shutil.rmtree(fresh)
    return firsts, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=int, default=10_000, help="default: 10000")
    parser.add_argument("--runs", type=int, default=5, help="of each; default: 5")
    parser.add_argument("--seed", type=int, default=1, help="of the generated records; default: 1")
    parser.add_argument("--bar", type=float, metavar="SHARE", help="exit with 1 where a text takes a larger share of the first build")
    parser.add_argument("--precedent", type=pathlib.Path, metavar="PATH",
                        default=HERE.parent / ".build" / "release" / "precedent", help="default: .build/release/precedent")
    options = parser.parse_args()
    if options.records < 10 or options.runs < 1:
        parser.error("at least ten records and one run")
    precedent = options.precedent.absolute()
    if not os.access(precedent, os.X_OK):
        parser.error(f"no program at {options.precedent}; `swift build -c release` makes one")
    root = pathlib.Path(tempfile.mkdtemp(prefix="precedent-incremental-", dir=MEMORY))
    try:
        site = root / "site"
        folder = site / "content" / "decisions"
        folder.mkdir(parents=True)
        (site / "precedent.yml").write_text("title: Benchmark\n")
        subprocess.run([sys.executable, HERE / "generate-records.py", str(options.records), folder, "--seed", str(options.seed)],
                       check=True)
        records = sorted(folder.glob("*.md"))
        print(f"`{shlex.join(sys.argv)}`: `precedent build` from nothing and after one edit, {options.runs} times each; "
              f"{len(os.sched_getaffinity(0))} cores\n")
        print("| records | edit | first build, median ms | after the edit, median ms | worst ms | share |\n"
              "| --: | --- | --: | --: | --: | --: |", flush=True)
        shares = []
        for name, edit in [("a sentence", add_sentence), ("a title", change_title)]:
            firsts, seconds = measure(site, precedent, records, edit, options.runs)
            first, second = statistics.median(firsts), statistics.median(seconds)
            shares.append(second / first)
            print(f"| {options.records:,} | {name} | {first:.0f} | {second:.0f} | {max(seconds):.0f} | {second / first:.3f} |",
                  flush=True)
        if options.bar is not None and shares[0] > options.bar:
            sys.exit(f"incremental.py: a sentence takes more than {options.bar:g} of the first build")
    except (Failure, subprocess.CalledProcessError) as error:
        sys.exit(f"incremental.py: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
