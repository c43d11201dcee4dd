#!/usr/bin/env python3
"""Checks what the program writes for other programs by definitions that are not its own.

    check-formats.py PRECEDENT

SARIF by the object model of sarif-pydantic, the CI recipes by the schemas that come with check-jsonschema, and by pre-commit
itself.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import sarif_pydantic

VENV = pathlib.Path(sys.executable).parent
RECORD = "---\nstatus: {status}\n---\n# {title}\n\nSee [it](missing.md), \U0001D11E and [that](other.md).\n"
RECIPES = [
    ("vendor.github-workflows", ".github/workflows/decisions.yml"),
    ("vendor.gitlab-ci", ".gitlab-ci.yml"),
]


class Unsound(Exception):
    pass


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def check_sarif(program, folder):
    records = folder / "docs" / "adr"
    records.mkdir(parents=True)
    (records / "0001-one.md").write_text(RECORD.format(status="superseded", title="One"))
    (records / "0001-two.md").write_text(RECORD.format(status="acepted", title="Two"))
    result = run(program, "check", "--format", "sarif", cwd=folder)
    log = json.loads(result.stdout)
    model = sarif_pydantic.Sarif.model_validate(log)
    count = len(model.runs[0].results)
    if count < 5:
        raise Unsound(f"only {count} results in the SARIF file")
    # The model leaves out what it does not know, so what comes back must be what went in.
    back = json.loads(model.model_dump_json(by_alias=True, exclude_none=True))
    for ours, theirs in zip(log["runs"][0]["results"], back["runs"][0]["results"], strict=True):
        for key, value in ours.items():
            if value and key not in theirs:
                raise Unsound(f"SARIF knows no {key!r} in a result")
    print(f"SARIF: {count} results, sound")


def check_recipes(program, folder):
    result = run(program, "init", "--ci", str(folder))
    if result.returncode != 0:
        raise Unsound(result.stderr)
    for schema, path in RECIPES:
        result = run(str(VENV / "check-jsonschema"), "--builtin-schema", schema, str(folder / path))
        if result.returncode != 0:
            raise Unsound(f"{path}: {result.stdout}{result.stderr}")
        print(f"{path}: sound")
    path = folder / ".pre-commit-config.yaml"
    result = run(str(VENV / "pre-commit"), "validate-config", str(path))
    if result.returncode != 0:
        raise Unsound(result.stdout + result.stderr)
    print(f"{path.name}: sound")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        try:
            check_sarif(program, pathlib.Path(folder) / "log")
            check_recipes(program, pathlib.Path(folder) / "site")
        except Unsound as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
