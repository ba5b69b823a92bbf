#!/usr/bin/env python3
"""Types into the shell in a pseudo-terminal: pastes, Ctrl-C, history, completion, resizing, narrow windows, locales.

Usage: terminal.py MUSTER
"""
import os, pathlib, re, signal, sys

from muster_program import Muster
from terminal_screen import Terminal

PASTE_BEGIN, PASTE_END = "\x1b[200~", "\x1b[201~"
PROMPT = "muster> "


def check(condition, what, terminal=None):
    if condition: return
    if terminal: terminal.kill()
    sys.exit(f"terminal: {what}" + (f"; on the screen:\n{terminal.screen.text()}" if terminal else ""))


class Shell(Terminal):
    def __init__(self, muster, columns=80, rows=24, arguments=(), **environment):
        home = muster.folder / "home"
        home.mkdir(exist_ok=True)
        variables = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
                     "MUSTER_PAGER": "", **environment}
        self.home = home
        super().__init__([muster.program, "shell", muster.catalogue, *arguments],
                         {name: value for name, value in variables.items() if value is not None}, columns, rows)
        self.wait_for(lambda: self.at_prompt(), "the prompt")

    def at_prompt(self):
        return self.screen.lines()[self.screen.row].startswith("muster>") and "?2004" in self.screen.modes

    def ask(self, text):
        """Enters `text` and waits until the next prompt."""
        before = self.screen.text().count(PROMPT.strip())
        self.send(text + "\r")
        self.wait_for(lambda: self.screen.text().count(PROMPT.strip()) > before and self.at_prompt(), "the next prompt")

    def quit(self):
        self.send("\x04")
        check(self.end() == 0, "the shell ends with an error")


def paste(muster):
    shell = Shell(muster)
    shell.send(PASTE_BEGIN + "count individuals\r\n\r\nwhere\tsex is female\r\n\r\n" + PASTE_END)
    shell.wait_text("where sex is female")
    shell.settle()
    check("row" not in shell.screen.text(), "a pasted empty line ran something", shell)
    shell.ask(";")
    expected = muster.run("query", muster.catalogue, "count individuals where sex is female").split()[-1]
    check(re.search(rf"^ *{expected}$", shell.screen.text(), re.M), f"the pasted statement is not answered {expected}", shell)
    # A paste that ends with ';' and a line end waits for Enter, too.
    shell.send(PASTE_BEGIN + "count samples;\n" + PASTE_END)
    shell.wait_text("count samples;")
    shell.settle()
    check("samples\n-" not in shell.screen.text(), "a paste ran by itself", shell)
    shell.ask("")
    shell.wait_text("samples\n-")
    shell.quit()
    return "pastes"


def interrupt(muster):
    shell = Shell(muster)
    shell.send("count individuals where sex is fem")
    shell.wait_text("is fem")
    shell.send("\x03")
    shell.wait_for(lambda: "^C" in shell.screen.text() and shell.at_prompt(), "the prompt after Ctrl-C")
    shell.send("\x1b[A")
    shell.wait_for(lambda: shell.screen.lines()[shell.screen.row].endswith("is fem"), "the text that was given up")
    shell.send("ale;\r")
    shell.wait_text("1 row")
    # Whenever Ctrl-C comes, before, while or after a query runs, the session goes on.
    shell.ask(".set keep 1")
    for _ in range(5):
        shell.send("impact individuals where sex is female and has sample and has phenotype HP:0001250;\r\x03")
        shell.settle()
        shell.wait_for(shell.at_prompt, "the prompt", 120)
        shell.send("\x03")
        shell.settle()
    # Also where there is no query that it could stop: at the prompt, and behind a command that is done at once.
    os.kill(shell.child, signal.SIGINT)
    for _ in range(20): shell.send(".set keep 1\r\x03")
    shell.settle()
    shell.wait_for(shell.at_prompt, "the prompt after commands")
    shell.send("\x03")
    shell.settle()
    shell.ask(".set")
    check("$keep = 1" in shell.screen.text(), "Ctrl-C lost what was set", shell)
    shell.quit()
    return "Ctrl-C"


def history(muster):
    shell = Shell(muster)
    shell.send("-- everybody\rcount individuals -- by sex\rby sex;\r")
    shell.wait_text("total")
    shell.wait_for(shell.at_prompt, "the prompt")
    shell.quit()
    shell = Shell(muster)
    shell.send("\x1b[A")
    shell.wait_text("   ...> by sex;")
    lines = [line for line in shell.screen.lines() if line]
    check(lines[-3:] == ["muster> -- everybody", "   ...> count individuals -- by sex", "   ...> by sex;"],
          "a statement of several lines with comments does not come back as it was", shell)
    # Into the first line of it, and changed there.
    shell.send("\x1b[A\x1b[A\x05!")
    shell.wait_text("muster> -- everybody!")
    shell.send("\x03\x12indiv")
    shell.wait_text("search indiv> -- everybody")
    shell.send("\x1b")
    shell.settle()
    shell.send("\x03")
    shell.settle()
    shell.quit()
    check((shell.home / ".local/state/muster/history").stat().st_mode & 0o777 == 0o600, "others may read the history")
    return "history"


def live(muster):
    shell = Shell(muster)
    text = "count individuals where has phenotype HP:0001250 and sex is female"
    both = int(muster.run("query", muster.catalogue, text).split()[-1])
    first = int(muster.run("query", muster.catalogue, text.split(" and ")[0]).split()[-1])
    shell.send(text)
    shell.wait_text(f"= {both:,} individuals, {first - both:,} fewer by the last criterion")
    shell.send(" and sex is")
    shell.wait_text(f"= {both:,} individuals so far")
    shell.send("\x15count individuals where sexx is female and country is")
    shell.wait_text("~ ")
    shell.send("\x15.live off\rcount individuals where sex is female")
    shell.settle()
    check("= " not in shell.screen.text().split(".live off")[1], "the live line does not go away", shell)
    shell.send("\x15")
    shell.quit()
    return "the live line"


def completion(muster):
    shell = Shell(muster)
    shell.send("count indi\t")
    shell.wait_for(lambda: "count individuals" in shell.screen.lines()[shell.screen.row], "the completed word")
    shell.send("\x15.format \t")
    shell.wait_text("markdown")
    shell.send("\t\r")
    shell.wait_for(lambda: shell.screen.lines()[shell.screen.row] == "muster> .format table", "the item that was chosen")
    shell.send("\x15.form\t")
    shell.wait_for(lambda: shell.screen.lines()[shell.screen.row] == "muster> .format", "the command")
    shell.send("\x15")
    shell.quit()
    return "completion"


def windows(muster):
    shell = Shell(muster, 80, 24)
    text = "count individuals where has phenotype HP:0001250 and sex is female and age at last contact >= 2 years"
    shell.send(text)
    shell.wait_text("2 years")
    shell.wait_text("by the last criterion")  # what is drawn while the window changes is drawn for the old one
    for columns in (50, 30, 110):
        shell.resize(columns, 24)
        shell.settle()
        shown = "".join(line.removeprefix("muster> ").removeprefix("        ") + (" " if len(line) == columns - 1 else "")
                        for line in shell.screen.lines() if line)
        compact = re.sub(r"\s+", "", shell.screen.text())
        check(re.sub(r"\s+", "", text) in compact, f"the text is not whole at {columns} columns: {shown}", shell)
        check(shell.screen.text().count("muster>") == 1, f"the prompt is there twice at {columns} columns", shell)
    shell.send("\x03")
    shell.settle()
    shell.quit()
    # Tables and carets in a narrow window.
    shell = Shell(muster, 60, 40)
    shell.ask("describe individuals;")
    widths = [len(line) for line in shell.screen.text().splitlines()]
    check(max(widths) <= 60, "a table is wider than the window", shell)
    shell.ask("count individuals where has phenotype HP:0001250 and has phenotype HP:0001249 and nonsense is 3;")
    lines = shell.screen.text().splitlines()
    at = max(i for i, line in enumerate(lines) if "^^^" in line)
    caret = lines[at].index("^")
    check(lines[at - 1][caret:].startswith("nonsense"), "the carets are not under the word", shell)
    check("…" in lines[at - 1], "a line that is cut does not say so", shell)
    shell.quit()
    return "windows"


def locales(muster):
    shell = Shell(muster, LC_ALL="C", LANG=None)
    shell.send("terms like \"Größe 日本\";")
    shell.wait_text("terms like \"Größe 日本\";")
    shell.send("\x7f\x7f\x7f\x7f")
    shell.wait_for(lambda: shell.screen.lines()[shell.screen.row].endswith("Größe"), "deleting of whole characters")
    shell.send("\x15count individuals where age at last contact ≥ 2 years;\r")
    shell.wait_text("1 row")
    shell.quit()
    shell = Shell(muster, NO_COLOR="1")
    shell.send("count individuals where sex is \"x\"")
    shell.wait_text("is \"x\"")
    shell.settle()
    check(not re.search(rb"\x1b\[[0-9;]*m", shell.raw), "there are colours in spite of NO_COLOR", shell)
    shell.send("\x03")
    shell.settle()
    shell.quit()
    shell = Shell(muster)
    shell.send("count individuals")
    shell.settle()
    check(re.search(rb"\x1b\[[0-9;]*mcount", shell.raw), "there are no colours", shell)
    shell.send("\x03")
    shell.settle()
    shell.quit()
    return "locales and colours"


def plain(muster):
    terminal = Terminal([muster.program, "shell", muster.catalogue],
                        {"PATH": os.environ["PATH"], "HOME": str(muster.folder), "TERM": "dumb"})
    terminal.wait_text("muster>")
    terminal.send("count individuals;\n")
    terminal.wait_text("1 row")
    check(b"\x1b" not in terminal.raw, "a terminal without a cursor gets escape sequences", terminal)
    terminal.send("\x04")
    check(terminal.end() == 0, "the shell ends with an error on a dumb terminal")
    return "dumb terminals"


def files(muster):
    editor = muster.folder / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/individuals/samples/' \"$1\"\n")
    editor.chmod(0o755)
    startup = muster.folder / "home/.config/muster/startup"
    startup.parent.mkdir(parents=True, exist_ok=True)
    startup.write_text(".timing off\n")
    pager = muster.folder / "pager"
    pager.write_text(f"#!/bin/sh\necho paged $(wc -l)\n")
    pager.chmod(0o755)
    shell = Shell(muster, EDITOR=str(editor), MUSTER_PAGER=str(pager))
    shell.ask("count individuals;")
    check("1 row" not in shell.screen.text(), "the startup file was not run", shell)
    shell.ask(".save everyone")
    shell.send(".edit\r")
    shell.wait_for(lambda: shell.screen.lines()[shell.screen.row].endswith("count samples;"), "what the editor wrote")
    shell.ask("")
    shell.ask(".run everyone")
    check(shell.screen.text().count("individuals\n---") == 2, "the saved statement was not run", shell)
    shell.ask("describe individuals; describe samples;")
    check("paged" in shell.screen.text(), "a long answer is not paged", shell)
    out = muster.folder / "answer.csv"
    shell.ask(f".once {out}")
    shell.ask("count individuals by sex;")
    check(out.read_text().startswith("sex,individuals"), "the answer is not in the file", shell)
    shell.ask(f".excel {muster.folder}/answer.xlsx")
    check((muster.folder / "answer.xlsx").read_bytes().startswith(b"PK"), "the workbook was not written", shell)
    shell.quit()
    startup.unlink()
    return "files"


def main(program):
    muster = Muster(program)
    done = [test(muster) for test in (paste, interrupt, history, live, completion, windows, locales, plain, files)]
    muster.close()
    print("typed: " + ", ".join(done))


main(sys.argv[1])
