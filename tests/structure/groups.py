#!/usr/bin/env python3
"""Fails when the sources of a part could not be compiled as one (cmake/BuildTime.cmake): two give an alias
(`using Op = ...;` or `using model::Op;` outside of classes and functions) to different types, or one gives a function
or value of its own the name of a type in a header of the part, a function of its own that of a function there, or
something of its own that of a public type, which it would hide from the others. (Sources that define the same
name come into different groups.)

Usage: groups.py SOURCE_DIR
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
PARTS = [root / name for name in ("allowance", "bindings/c", "containers", "grammar", "serve", "shell", "storage")]
PARTS += sorted(path for path in (root / "engine").glob("*") if path.is_dir())

# The same type, named from within its namespace or from outside.
def short(target): return "::".join(target.split("::")[-2:])

def namespace_of(text):
    names = re.findall(r"^namespace ([\w:]+) \{$", text, re.MULTILINE)
    return names[0] if names else ""

TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)[^;]*$|^using (\w+) = ", re.MULTILINE)
ALIAS = re.compile(r"^using (?:(\w+) = (.*)|((?:\w+::)+(\w+)));$", re.MULTILINE)
FUNCTION = re.compile(r"^[A-Za-z][^\n(){}=#/]*[ *&>](\w+)\(", re.MULTILINE)
VALUE = re.compile(r"^(?:constexpr|const|static|inline) [^\n(){}=]*[ *&>](\w+)[ =({\[]", re.MULTILINE)

# What is in anonymous namespaces: a function there hides those of its name that headers declare, whatever they take.
def own_of(text): return "\n".join(re.findall(r"^namespace \{$(.*?)^\}  // namespace$", text, re.MULTILINE | re.DOTALL))

problems, count = [], 0
public = {}
for path in sorted((root / "include").rglob("*.h")):
    text = path.read_text(encoding="utf-8")
    if namespace_of(text) != "muster": continue
    public.update({match[1] or match[2]: path for match in TYPE.finditer(text)})

for part in PARTS:
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(part.rglob("*")) if
             path.suffix in (".h", ".cc") and "generated" not in path.parts}
    types, functions, said = {}, {}, {}
    for path, text in texts.items():
        if path.suffix != ".h": continue
        for match in TYPE.finditer(text): types[namespace_of(text), match[1] or match[2]] = path
        for match in FUNCTION.finditer(text): functions[namespace_of(text), match[1]] = path
    for path, text in texts.items():
        if path.suffix != ".cc": continue
        for match in ALIAS.finditer(text):
            count += 1
            name, target = match[1] or match[4], match[2] or match[3]
            other, where = said.setdefault((namespace_of(text), name), (target, path))
            if short(other) != short(target):
                problems.append(f"{path.relative_to(root)}: {name} is {other} in {where.relative_to(root)}")
        for match in FUNCTION.finditer(own_of(text)):
            count += 1
            where = functions.get((namespace_of(text), match[1]))
            if where:
                problems.append(f"{path.relative_to(root)}: {match[1]} is a function in {where.relative_to(root)}")
        for match in [*FUNCTION.finditer(text), *VALUE.finditer(text)]:
            count += 1
            where = types.get((namespace_of(text), match[1]))
            if where: problems.append(f"{path.relative_to(root)}: {match[1]} is a type in {where.relative_to(root)}")
        if namespace_of(text) == "muster": continue
        for match in [*TYPE.finditer(text), *FUNCTION.finditer(text), *VALUE.finditer(text)]:
            name = next(filter(None, match.groups()), "")
            if name in public and not match[0].startswith("using "):
                problems.append(f"{path.relative_to(root)}: {name} is a type in {public[name].relative_to(root)}")

for problem in problems: print(problem)
print(f"{count} names, {len(problems)} problems")
sys.exit(1 if problems or count == 0 else 0)
