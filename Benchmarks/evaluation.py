#!/usr/bin/env python3
"""Sets our evaluation beside zen-engine's: one first-hit table of 100 rules over 5 columns, the same situations, each in
process in a loop on one core. Both have to give the same results.

    Benchmarks/evaluation.py [PATH OF rules-benchmark] [SEED]
"""
import json
import os
import pathlib
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENGINE = "zen-engine==2.1.3"
SECONDS = 3
BAR = 1000


def in_environment():
    """Starts over in an environment of its own that has the other engine."""
    folder = ROOT / ".build" / "evaluation-venv"
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix) == folder:
        return
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ENGINE], check=True)
        (folder / "ready").touch()
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def decision(rules):
    """The table in the other engine's own form."""
    columns = [f"q{number}" for number in range(1, len(rules[0]))]
    rows = []
    for number, rule in enumerate(rules):
        row = {"_id": f"r{number}", "out": json.dumps(rule[-1])}
        row.update({name: "" if test == "-" else test for name, test in zip(columns, rule)})
        rows.append(row)
    return {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": {
                "hitPolicy": "first",
                "inputs": [{"id": name, "name": name, "field": name} for name in columns],
                "outputs": [{"id": "out", "name": "out", "field": "option"}],
                "rules": rows}},
            {"id": "out", "name": "out", "type": "outputNode"}],
        "edges": [
            {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"}]}


def main():
    in_environment()
    import zen

    program = sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build" / "release" / "rules-benchmark"
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ours = json.loads(subprocess.run([program, "evaluation", *sys.argv[2:3]], check=True, capture_output=True).stdout)
    if "error" in ours:
        sys.exit(ours["error"])
    table = zen.ZenEngine().create_decision(json.dumps(decision(ours["rules"])))
    situations = [{f"q{n}": value for n, value in enumerate(row, 1)} for row in ours["situations"]]
    for situation, expected in zip(situations, ours["results"]):
        found = table.evaluate(situation)["result"]["option"]
        if found != expected:
            sys.exit(f"the engines differ: {situation} is {expected} by ours, {found} by {ENGINE}")
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for situation in situations[:100]:
            table.evaluate(situation)
        count += 100
    theirs = count / (time.perf_counter() - start)
    ratio = ours["rate"] / theirs
    print(f"100 rules, 5 columns, first hit; {len(situations)} situations with equal results; one core.\n")
    print("| engine | evaluations a second |\n| --- | ---: |")
    print(f"| precedent ({ours['nodes']:,} nodes) | {ours['rate']:,.0f} |")
    print(f"| {ENGINE} from Python | {theirs:,.0f} |")
    print(f"\nRatio {ratio:,.0f}; the bar is {BAR:,}.")
    return 0 if ratio >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
