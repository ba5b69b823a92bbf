#!/usr/bin/env python3
"""The cases of conformance.txt, and answers as all bindings write them.

    conformance.py CATALOGUE [--write]    checks the Python binding, or writes what it answers into the file
"""
import json
import pathlib
import sys

CASES = pathlib.Path(__file__).with_name("conformance.txt")


def cases(lines):
    """(text, parameters, expected answers, number of the line before which expected answers end)"""
    case = None
    for line in [*lines, "?"]:
        if line.startswith("?"):
            if case is not None:
                yield case
            case = (line[2:], {}, [])
        elif line.startswith("$ ") and " = " in line:
            name, value = line[2:].split(" = ", 1)
            case[1][name] = value
        elif line.startswith("$ "):
            name, value = line[2:].split(" in ", 1)
            case[1][name] = value.split(" | ")
        elif line.startswith("="):
            case[2].append(line[2:])


def cell(value):
    if isinstance(value, float):
        return format(value, ".15g")
    return json.dumps(value, ensure_ascii=False)


def written(answer):
    rows = ",".join("[" + ",".join(map(cell, row)) + "]" for row in answer)
    parts = ['"columns":' + json.dumps(answer.columns, ensure_ascii=False, separators=(",", ":")), f'"rows":[{rows}]']
    if answer.total is not None:
        parts.append('"total":{' + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{cell(v)}" for k, v in answer.total.items()) + "}")
    if answer.diagnostics:
        parts.append('"diagnostics":' + codes(answer.diagnostics))
    return "{" + ",".join(parts) + "}"


def codes(diagnostics):
    return json.dumps([d.code for d in diagnostics], separators=(",", ":"))


def ask(catalogue, text, parameters):
    import muster

    try:
        return [written(answer) for answer in catalogue.query_all(text, parameters)]
    except muster.QueryError as error:
        return ['{"diagnostics":' + codes(error.diagnostics) + "}"]


def main():
    import muster

    lines = CASES.read_text(encoding="utf-8").split("\n")
    problems, checked = 0, 0
    answers = []
    with muster.open(sys.argv[1], read_only=True) as catalogue:
        for text, parameters, expected in cases(lines):
            got = ask(catalogue, text, parameters)
            answers.append(got)
            checked += 1
            if got != expected:
                problems += 1
                print(f"? {text}\n  expected {expected}\n  got      {got}")
    if "--write" in sys.argv[2:]:
        first = next(i for i, line in enumerate(lines) if line.startswith("?"))
        kept = lines[:first] + [line for line in lines[first:] if line and not line.startswith("=")]
        out, number = [], -1
        for line in [*kept, "?"]:
            if line.startswith("?") and number >= 0:
                out += ["= " + answer for answer in answers[number]]
            if line.startswith("?"):
                number += 1
            out.append(line)
        CASES.write_text("\n".join(out[:-1]).rstrip("\n") + "\n", encoding="utf-8")
        return 0
    print(f"{checked} cases, {problems} problems")
    return 1 if problems or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
