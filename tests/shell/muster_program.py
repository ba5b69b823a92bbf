"""What the tests of the program in real surroundings share: a small catalogue of invented people."""
import pathlib, subprocess, sys, tempfile


class Muster:
    """The program, and a catalogue in a folder that is removed in the end."""

    def __init__(self, program, people=300):
        self.program = program
        self._folder = tempfile.TemporaryDirectory(prefix="muster-shell-")
        self.folder = pathlib.Path(self._folder.name)
        demo = self.folder / "demo"
        self.run("synth", demo, "-q", "--people", people)
        self.catalogue = self.folder / "demo.cat"
        self.run("import", self.catalogue, demo / "ontology.obo", demo / "diseases.obo", demo / "phenopackets.jsonl",
                 "--mapping", demo / "mapping.json", "-q")

    def run(self, *arguments, code=0):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                              stdin=subprocess.DEVNULL)
        if done.returncode != code:
            sys.exit(f"muster {arguments}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
        return done.stdout

    def close(self):
        self._folder.cleanup()
