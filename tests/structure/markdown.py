#!/usr/bin/env python3
"""Checks the Markdown files: lines of text have at most 120 characters, links within the project lead somewhere, and no
table has run together with a paragraph.

    markdown.py ROOT           says what is wrong; exit code 1 if anything is
    markdown.py ROOT --wrap    wraps the paragraphs that have a line which is too long

Tables, headings and code blocks stay as they are, and lines of one word (an address) cannot be wrapped.
"""
import pathlib
import re
import subprocess
import sys
import textwrap

WIDTH = 120
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
RULE = re.compile(r"\|[-:| ]+$")  # between the head of a table and its rows
ITEM = re.compile(r"(\s*)((?:[-*]|\d+\.)\s+)?")


def files(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "--", "*.md"], capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        found = [root / name for name in listed.stdout.split("\n") if name]
    else:
        found = list(root.rglob("*.md"))
    return [path for path in found if not {"build", ".git", "broken"} & set(path.relative_to(root).parts)]


def lines_of_text(lines):
    """The lines with their numbers, without those of code blocks and tables."""
    code = False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("```"):
            code = not code
        elif not code and not line.lstrip().startswith("|"):
            yield number, line


def anchor(heading):
    """What a heading is called in links, as GitHub has it."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading.strip().lower())
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def anchors(lines):
    found = set()
    for _, line in lines_of_text(lines):
        if line.startswith("#"):
            name = anchor(line.lstrip("#"))
            number = 0
            while (name if number == 0 else f"{name}-{number}") in found:
                number += 1
            found.add(name if number == 0 else f"{name}-{number}")
        found.update(re.findall(r'<a id="([^"]+)"', line))
    return found


def problems(root, path, text):
    lines = text.split("\n")
    for number, line in lines_of_text(lines):
        if len(line) > WIDTH and " " in line.strip() and not line.startswith("#"):
            yield f"{path.relative_to(root)}:{number}: {len(line)} characters, at most {WIDTH}"
    for number, line in enumerate(lines, 1):
        if line.startswith("|") and "|---" in line and not RULE.match(line):
            yield f"{path.relative_to(root)}:{number}: several rows of a table on one line"
        for target in LINK.findall(line):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, fragment = target.partition("#")
            to = (path.parent / name) if name else path
            if not to.exists():
                yield f"{path.relative_to(root)}:{number}: nothing is at {target}"
            elif fragment and to.suffix == ".md" and fragment not in anchors(to.read_text().split("\n")):
                yield f"{path.relative_to(root)}:{number}: {to.name} has no heading or anchor '{fragment}'"


def wrapped(text):
    out, paragraph, code = [], [], False

    def flush():
        if any(len(line) > WIDTH for line in paragraph):
            indent, bullet = ITEM.match(paragraph[0]).groups()
            first = indent + (bullet or "")
            words = " ".join(line.strip() for line in paragraph)[len(bullet or ""):]
            out.extend(textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=" " * len(first),
                                     break_long_words=False, break_on_hyphens=False))
        else:
            out.extend(paragraph)
        paragraph.clear()

    for line in text.split("\n"):
        stripped = line.lstrip()
        if stripped.startswith("```"):
            code = not code
        alone = code or not stripped or stripped.startswith(("```", "|", "#", "<!--", ">"))
        if alone or ITEM.match(line).group(2):
            flush()
        if alone:
            out.append(line)
        else:
            paragraph.append(line)
    flush()
    return "\n".join(out)


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    found = []
    for path in files(root):
        text = path.read_text()
        if "--wrap" in sys.argv[2:] and wrapped(text) != text:
            path.write_text(wrapped(text))
            text = path.read_text()
        found.extend(problems(root, path, text))
    print("\n".join(found) if found else "no problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
