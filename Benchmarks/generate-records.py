#!/usr/bin/env python3
"""Writes COUNT decision records (MADR 4, 3 to 6 KB each) into an empty FOLDER.

The same COUNT and seed give the same bytes anywhere.
"""
import argparse
import datetime
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
from vocabulary import COMPONENTS, LISTS, NUMBERS, PEOPLE, REGIONS, SENTENCES, TITLES, TOPICS

SMALLEST, LARGEST = 3_072, 6_144  # bytes of a record
EARLIEST, DAYS = datetime.date(2015, 1, 5), 4_000


class Dice(random.Random):
    """Only `random()` keeps its sequence from one Python to the next, so all else is made of it."""

    def below(self, limit):
        return int(self.random() * limit)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, probability):
        return self.random() < probability

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        keyed = sorted((self.random(), index) for index in range(len(items)))
        return [items[index] for _, index in keyed]

    def some(self, items, count):
        return self.shuffled(items)[:count]


class Plan:
    """What other records must know of one: its name, and how it relates to them."""

    def __init__(self, number, count, dice, taken):
        self.number = number
        self.label = f"{number:0{max(4, len(str(count)))}d}"
        self.date = EARLIEST + datetime.timedelta(days=DAYS * number // (count + 1))
        for attempt in range(100):
            self.topic, self.component = dice.pick(TOPICS), dice.pick(COMPONENTS)
            self.options = dice.some(self.topic["options"], dice.between(3, 4))
            self.chosen = self.options[0]
            self.title = dice.pick(TITLES).format(
                option=self.chosen, purpose=self.topic["purpose"], component=self.component)
            if attempt > 2:
                self.title += f" in {dice.pick(REGIONS)}"
            if self.title not in taken:
                break
        taken.add(self.title)
        slug = re.sub("[^a-z0-9]+", "-", self.title.lower()).strip("-")
        self.file = f"{self.label}-{slug}.md"
        self.status = dice.pick(["accepted"] * 16 + ["proposed"] * 2 + ["rejected", "deprecated"])
        self.supersedes = self.superseded_by = None

    @property
    def reference(self):
        return f"[ADR-{self.label}]({self.file})"


def plan_log(count, dice):
    taken = set()
    log = [Plan(number, count, dice, taken) for number in range(1, count + 1)]
    for new in log[4:]:
        if not dice.chance(0.07):
            continue
        old = log[dice.below(new.number - 1)]
        if "accepted" == old.status == new.status and not old.supersedes:
            new.supersedes, old.superseded_by = old, new
            old.status = "superseded"
    return log


class Words(dict):
    """Fills the slots of a sentence: the record's own words first, else one drawn from the lists."""

    def __init__(self, dice, **own):
        super().__init__(own)
        self.dice = dice
        self.decks = {}

    def __missing__(self, slot):
        if slot in NUMBERS:
            return str(self.dice.pick(NUMBERS[slot]))
        return self.dice.pick(LISTS[slot])

    def clause(self, kind):
        """Words of a kind; none come back before all of their kind were used."""
        deck = self.decks.setdefault(kind, [])
        if not deck:
            deck.extend(self.dice.shuffled(SENTENCES[kind]))
        return deck.pop().format_map(self)

    def sentence(self, kind):
        text = self.clause(kind)
        return text[0].upper() + text[1:]

    def argument(self, judgements=("good", "good", "neutral", "bad", "bad")):
        kind = self.dice.pick(judgements)
        return f"* {kind.title()}, because {self.clause(kind)}"


def extras(plan, words, dice):
    """Markup that only some records have: (the section it goes to, its text)."""
    if dice.chance(0.25):
        rows = "".join(f"| {option} | {words['level']} | {words['level']} | {words['number']} ms |\n" for option in plan.options)
        yield "options", "| Option | Effort | Risk | p99 |\n| --- | --- | :-: | --: |\n" + rows.rstrip()
    if dice.chance(0.25):
        yield "context", dice.pick(LISTS["fence"]).format_map(words)
    if dice.chance(0.25):
        steps = [f"{n}. {words.sentence('step')}\n   - {words.sentence('step')}\n   - {words.sentence('step')}" for n in (1, 2)]
        yield "more", "The work is split in two steps:\n\n" + "\n".join(steps)
    if dice.chance(0.15):
        yield "confirmation", "\n".join(f"- [{dice.pick('x ')}] {words.sentence('step')}" for _ in range(3))
    if dice.chance(0.1):
        yield "context", f"{words.sentence('context')}[^1]\n\n[^1]: {words.sentence('more')}"


def compose(plan, log, seed):
    dice = Dice(f"{seed}/{plan.number}")
    words = Words(dice, topic=plan.topic["name"], purpose=plan.topic["purpose"], component=plan.component,
                  chosen=plan.chosen, other=plan.options[1], third=plan.options[2])
    people = dice.some(PEOPLE, dice.between(4, 6))
    status = plan.status
    if plan.superseded_by:
        status = f"superseded by {plan.superseded_by.reference}"
    elif plan.supersedes:
        status = f"accepted; supersedes {plan.supersedes.reference}"
    head = (f'---\nstatus: "{status}"\ndate: {plan.date}\ndecision-makers: {", ".join(people[:2])}\n'
            f'consulted: {", ".join(people[2:-1])}\ninformed: {people[-1]}, {words["team"]}\n---\n\n# {plan.number}. {plan.title}')

    # Mostly to what came before, as people do; the first few have only later ones to link to.
    reach = plan.number - 1 if plan.number > 3 else len(log)
    related = sorted({dice.below(reach) for _ in range(3)} - {plan.number - 1})
    links = [words.sentence("link").format(link=log[other].reference) for other in related]
    if plan.supersedes:
        links.insert(0, f"This decision replaces {plan.supersedes.reference} as a whole.")
    parts = {  # section -> paragraphs and list items, in order
        "context": [f"{words.sentence('context')} {words.sentence('context')}", words.sentence("question")],
        "drivers": [f"* {words.sentence('drivers')}" for _ in range(3)],
        "considered": [f"* {option}" for option in plan.options],
        "outcome": [f'Chosen option: "{plan.chosen}", because {words.clause("reason")}'],
        "consequences": [words.argument(["good"]), words.argument(["bad"])],
        "confirmation": [words.sentence("confirmation")],
        "options": [],
        **{option: [words.argument() for _ in range(2)] for option in plan.options},
        "more": [" ".join(links)],
    }
    titles = {"context": "## Context and Problem Statement", "drivers": "## Decision Drivers",
              "considered": "## Considered Options", "outcome": "## Decision Outcome", "consequences": "### Consequences",
              "confirmation": "### Confirmation", "options": "## Pros and Cons of the Options", "more": "## More Information"}

    def text():
        blocks = [head]
        for section, pieces in parts.items():
            blocks.append(titles.get(section, f"### {section}"))
            for piece in pieces:
                tight = piece.startswith("* ") and blocks[-1].startswith("* ")
                if tight:
                    blocks[-1] += "\n" + piece
                else:
                    blocks.append(piece)
        return "\n\n".join(blocks) + "\n"

    room = dice.between(SMALLEST + 80, LARGEST) - len(text().encode())
    grow = ["context", "drivers", "consequences", "confirmation", "more", *plan.options, *plan.options]
    additions = list(extras(plan, words, dice))
    misses = 0
    while room > 60 and misses < 12:
        if additions:
            section, piece = additions.pop()
        else:
            section = dice.pick(grow)
            if section == "drivers":
                piece = f"* {words.sentence('drivers')}"
            elif section == "consequences" or section in plan.options:
                piece = words.argument()
            else:
                piece = words.sentence(section)
                if room > 300:
                    piece += " " + words.sentence(section)
        cost = len(piece.encode()) + 2
        if cost > room:
            misses += 1
            continue
        parts[section].append(piece)
        room -= cost
    return text()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, metavar="COUNT")
    parser.add_argument("folder", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.count < 1:
        parser.error("COUNT must be at least 1")
    options.folder.mkdir(parents=True, exist_ok=True)
    if any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    log = plan_log(options.count, Dice(str(options.seed)))
    for plan in log:
        (options.folder / plan.file).write_bytes(compose(plan, log, options.seed).encode())


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
