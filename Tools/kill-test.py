#!/usr/bin/env python3
"""Kills `precedent build` at random moments and looks at what is left of the site.

Whenever a build is killed, `public/` has to be the whole old site or the whole new one, never a mixture.
Each round changes the site's title, which every page carries, starts a build and ends it with SIGKILL. Then the same with the
text of one record, of which a build makes little more than that record's page; in the end the site has to be what a build from
nothing makes.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = {"precedent.yml", "content", "public", ".precedent-cache"}
MARK = re.compile(rb"Kill test (\d+)")
TEXT_MARK = re.compile(rb"Text of round (-?\d+)")


class Failure(Exception):
    pass


class Site:
    def __init__(self, folder, precedent, records, seed):
        self.folder, self.precedent = folder, precedent
        self.public = folder / "public"
        decisions = folder / "content" / "decisions"
        decisions.mkdir(parents=True)
        generator = ROOT / "Benchmarks" / "generate-records.py"
        subprocess.run([sys.executable, generator, str(records), decisions, "--seed", str(seed)], check=True)
        self.record = sorted(decisions.glob("*.md"))[records // 2]
        self.text = self.record.read_text()

    def retitle(self, number):
        (self.folder / "precedent.yml").write_text(f"title: Kill test {number}\n")

    def write_on(self, number):
        self.record.write_text(f"{self.text}\nText of round {number}.\n")

    def texts(self):
        """The numbers in the record's page and in its copy."""
        stem = self.public / "decisions" / self.record.stem
        return [TEXT_MARK.findall(stem.with_suffix(suffix).read_bytes()) for suffix in (".html", ".md")]

    def is_as_from_nothing(self):
        fresh = self.folder.parent / "fresh"
        subprocess.run([self.precedent, "build", "--fresh", "--quiet", "--output", fresh], cwd=self.folder, check=True)
        same = subprocess.run(["diff", "-r", "-q", self.public, fresh], stdout=sys.stderr).returncode == 0
        shutil.rmtree(fresh)
        return same

    def start(self):
        return subprocess.Popen([self.precedent, "build"], cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def build(self):
        """Seconds of a whole build."""
        began = time.perf_counter()
        process = self.start()
        said = finish(process)
        if process.returncode != 0:
            raise Failure(f"a build that nobody killed ended with {process.returncode}\n{said}")
        return time.perf_counter() - began

    def files(self):
        return {str(path.relative_to(self.public)) for path in self.public.rglob("*") if path.is_file()}

    def titles(self):
        """The numbers of all titles found anywhere in the site, feeds and data included."""
        return {int(number) for name in self.files() for number in MARK.findall((self.public / name).read_bytes())}

    def flaws(self, expected):
        """What makes `public/` less than a site; `expected` are the files it has to hold."""
        if not self.public.is_dir():
            return ["there is no public/"]
        found = self.files()
        flaws = [f"{name} is missing" for name in sorted(expected - found)]
        flaws += [f"{name} is left over" for name in sorted(found - expected)]
        for name in sorted(name for name in found if name.endswith(".html")):
            text = (self.public / name).read_bytes()
            if not text.rstrip().endswith(b"</html>"):
                flaws.append(f"{name} is cut off")
            elif not MARK.search(text):
                flaws.append(f"{name} carries no title of ours")
        titles = self.titles()
        if len(titles) > 1:
            flaws.append(f"pages of builds {', '.join(map(str, sorted(titles)))} side by side")
        return flaws


def finish(process):
    """What it said, once it has ended; it ends with us."""
    try:
        return process.communicate()[1].decode(errors="replace").strip()[-2000:]
    except BaseException:
        process.kill()
        process.wait()
        raise


def rounds(site, times, dice, longest, expected):
    """Kills as often as asked; gives the rounds that kept the old site, made the new one, were torn, had ended."""
    old = new = torn = ended = 0
    before = site.titles()
    for number in range(1, times + 1):
        site.retitle(number)
        moment = dice.uniform(0, longest)
        process = site.start()
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        said = finish(process)
        if process.returncode == 0:
            ended += 1
        elif process.returncode != -signal.SIGKILL:
            raise Failure(f"the build of round {number} gave up by itself with {process.returncode}\n{said}")
        flaws = site.flaws(expected)
        titles = site.titles()
        if not flaws and titles not in (before, {number}):
            flaws = [f"the site is that of build {titles}, neither the one before nor this one"]
        if not flaws and process.returncode == 0 and titles != {number}:
            flaws = ["the build had succeeded, but the site is the old one"]
        if flaws:
            torn += 1
            print(f"round {number}, killed after {moment * 1000:.1f} ms: {'; '.join(flaws[:5])}", file=sys.stderr)
            site.build()  # the next round starts from a whole site again
            before = {number}
        elif titles == {number}:
            new += 1
            before = titles
        else:
            old += 1
    return old, new, torn, ended


def text_rounds(site, times, dice):
    """The same for the text of a record; gives how often the old text and the new one was found, and how often neither."""
    old = new = torn = 0
    longest = 0
    for number in range(3):
        site.write_on(-number)
        longest = max(longest, site.build())
    before = b"-2"
    for number in range(1, times + 1):
        site.write_on(number)
        process = site.start()
        time.sleep(dice.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        finish(process)
        here = str(number).encode()
        found = site.texts()
        if found == [[here], [here]]:
            new += 1
            before = here
        elif found == [[before], [before]]:
            old += 1
        else:
            torn += 1
            print(f"round {number} of texts: page and copy hold {found}", file=sys.stderr)
            site.build()
            before = here
    return old, new, torn, longest


def test(folder, options, precedent):
    site = Site(folder / "site", precedent, options.records, options.seed)
    site.retitle(0)
    site.build()
    expected = site.files()
    flaws = site.flaws(expected)
    pages = sum(bool(re.fullmatch(r"decisions/(?!index).*\.html", name)) for name in expected)
    if pages < options.records:
        flaws.append(f"{pages} pages of {options.records} records")
    if flaws:
        raise Failure("the first build is no site to begin with: " + "; ".join(flaws[:5]))
    longest = 0
    for _ in range(3):
        site.retitle(0)
        shutil.rmtree(site.folder / ".precedent-cache")  # else nothing is left to do
        longest = max(longest, site.build())

    old, new, torn, ended = rounds(site, options.times, random.Random(options.seed), longest, expected)

    site.retitle(options.times + 1)
    site.build()
    flaws = site.flaws(expected)
    if not flaws and site.titles() != {options.times + 1}:
        flaws.append("its pages are old")
    old_texts, new_texts, torn_texts, longest_text = text_rounds(site, options.times, random.Random(options.seed))
    site.build()
    if not site.is_as_from_nothing():
        flaws.append("it is not what a build from nothing makes")
    strays = sorted(path.name for path in site.folder.iterdir() if path.name not in OURS)
    strays += sorted("../" + path.name for path in folder.iterdir() if path != site.folder)
    flaws += [f"{name} is left beside the site" for name in strays]
    for flaw in flaws:
        print(f"after the last build, which nobody killed: {flaw}", file=sys.stderr)
    late = f" ({ended} of them had ended before the kill)" if ended else ""
    print(f"{options.times} kills: {old} old site, {new} new site, {torn} torn{late}; a build takes {longest * 1000:.0f} ms")
    print(f"{options.times} kills after edits of a text: {old_texts} old text, {new_texts} new text, {torn_texts} torn; "
          f"a build takes {longest_text * 1000:.0f} ms")
    return 1 if torn or torn_texts or flaws else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=50, help="how often to kill; default: 50")
    parser.add_argument("--records", type=int, default=300, help="default: 300")
    parser.add_argument("--seed", type=int, default=1, help="of the records and the moments; default: 1")
    parser.add_argument("--precedent", type=pathlib.Path, metavar="PATH",
                        default=ROOT / ".build" / "release" / "precedent", help="default: .build/release/precedent")
    options = parser.parse_args()
    if options.times < 1 or options.records < 1:
        parser.error("times and records are counted from 1")
    precedent = options.precedent.absolute()
    if not os.access(precedent, os.X_OK):
        parser.error(f"no program at {options.precedent}; `swift build -c release` makes one")

    # As Ctrl-C does, being ended leaves through `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    folder = pathlib.Path(tempfile.mkdtemp(prefix="precedent-kill-test-", dir=memory))
    try:
        return test(folder, options, precedent)
    except (Failure, subprocess.CalledProcessError) as error:
        print(f"kill-test.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
