#include "shell/commands/commands.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"

namespace muster::shell {
namespace {

constexpr Command kCommands[] = {
    {"import", "bring records and ontologies into a catalogue",
     "Files may be phenopackets (JSON, JSON array, JSON lines) and ontologies (OBO, OBO Graphs JSON), plain or "
     "compressed\n"
     "(.gz, .zst); a folder stands for the files in it, - for standard input. The catalogue is made when there is "
     "none.\n"
     "All files become visible at once, or none.",
     "muster import rare-disease hp.obo.gz mondo.obo phenopackets.jsonl.gz --dataset clinic-7", DeclareImport},
    {"query", "answer statements of the query language",
     "The text is an argument, the content of --file, or standard input (also written -).",
     "muster query rare-disease 'count individuals where has phenotype HP:0001250' --format json", DeclareQuery},
    {"report", "write answers as a page that explains them",
     "Writes one HTML file that needs nothing else and can be printed: the questions, what terms reached, the flow\n"
     "through the criteria, charts, certainty, completeness, conditions of data use, versions, and an id to cite.",
     "muster report rare-disease melanoma.muster --out melanoma.html", DeclareReport},
    {"verify", "say whether the page of a report still holds",
     "Asks the questions of the page again. Exit code 1 when the page was changed or the catalogue says something "
     "else.",
     "muster verify melanoma.html rare-disease", DeclareVerify},
    {"shell", "ask questions interactively; also: muster CATALOGUE",
     "When standard input is no terminal, the statements and dot commands are read from it.", "muster rare-disease",
     DeclareShell},
    {"info", "show what is in a catalogue", "", "muster info rare-disease", DeclareInfo},
    {"check", "prove that the indexes say what the records say", "", "muster check rare-disease", DeclareCheck},
    {"delete", "remove individuals by id", "Ids are arguments, or lines of --file or of standard input (written -).",
     "muster delete rare-disease I-0017 I-0018 --dataset clinic-7", DeclareDelete},
    {"compact", "take what was deleted or replaced out of the files",
     "Deleted individuals are in no answer at once, and in the files until the segments that have them are rewritten.\n"
     "This rewrites them now. It reads and writes the whole catalogue.",
     "muster compact rare-disease", DeclareCompact},
    {"backup", "copy a catalogue, also while others write to it",
     "The copy is one version, whole, and its files are compared with their checksums. A plain copy of the folder is "
     "safe\n"
     "only while nothing writes to it. The ledger of guests is not part of it.",
     "muster backup rare-disease /backup/rare-disease-monday", DeclareBackup},
    {"restore", "make a catalogue from a backup", "", "muster restore /backup/rare-disease-monday rare-disease",
     DeclareRestore},
    {"policy", "show, explain or set what guests may see",
     "A policy is a JSON document: docs/disclosure.md. Without FILE the one that counts is shown.",
     "muster policy rare-disease policy.json", DeclarePolicy},
    {"ledger", "show or verify what guests have asked",
     "show prints an entry a line, and is an entry itself. verify walks the chain of hashes; with HASH, from an "
     "answer\n"
     "that somebody kept, it says whether the ledger still has that entry.",
     "muster ledger rare-disease verify", DeclareLedger},
    {"audit", "look for questions of guests that could be combined", "", "muster audit rare-disease", DeclareAudit},
    {"serve", "answer questions over HTTP: GA4GH Beacon v2, and texts",
     "Without --config: on this computer only, with the numbers that the release policy gives the tier public.\n"
     "docs/service.md has the rest. SIGTERM ends it, SIGHUP takes the configuration anew.",
     "muster serve rare-disease --port 8080", DeclareServe},
    {"synth", "write synthetic people to try a catalogue with",
     "Writes invented people as phenopackets or as Beacon v2 models, with ontologies, a mapping and a README, into a "
     "folder. The same people and seed make the same files.",
     "muster synth demo --people 10000", DeclareSynth},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

int Fail(Console& console, int code, std::string_view message) {
  console.err << "muster: " << message << "\n" << std::flush;
  console.failure = message;
  return code;
}

std::unique_ptr<CatalogueHandle> OpenOrComplain(Environment& environment, const std::string& path,
                                                const OpenOptions& options) {
  absl::StatusOr<std::unique_ptr<CatalogueHandle>> catalogue = environment.opener(path, options);
  if (catalogue.ok()) return *std::move(catalogue);
  Fail(environment.console, kBroken, ExplainOpenFailure(catalogue.status(), path));
  return nullptr;
}

bool ReadOrComplain(Console& console, const std::string& path, std::string* text) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (file) text->assign(std::istreambuf_iterator<char>(file), {});
  // Opening a folder succeeds; reading it does not.
  if (file && !file.bad() && errno == 0) return true;
  Fail(console, kUsage, Concat("cannot read ", Printable(path), ": ", std::strerror(errno != 0 ? errno : EIO)));
  return false;
}

}  // namespace muster::shell
