// Muster: an embedded catalogue of cohort, sample and phenotype metadata that answers feasibility counts.
//
//   auto catalogue = muster::Catalogue::Open("/data/rare-disease", {});
//   if (!catalogue.ok()) ...
//   auto answers = (*catalogue)->Query("count individuals where has phenotype HP:0001250");
//   if (answers.ok() && (*answers)[0].table) std::cout << std::get<int64_t>((*answers)[0].table->rows[0][0]);
#ifndef MUSTER_CATALOGUE_H_
#define MUSTER_CATALOGUE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "muster/export.h"
#include "muster/import.h"
#include "muster/table.h"

namespace muster {

struct OpenOptions {
  /// Create an empty catalogue when there is none at the path.
  bool create_if_missing = false;
  /// Open without the right to change anything. Several processes may do so at once, also beside one writer; they see
  /// the catalogue as it was when they opened it, for as long as they have it open. It needs no permission to write.
  /// The files that it reads stay open, a few dozen, and keep their space until it is closed.
  bool read_only = false;
  /// Upper bound, in bytes, of decoded bitmaps and columns, and of what is worked out from them, kept in memory between
  /// queries. About 100 bytes for each individual keep all that queries of every kind work with; with less, those that
  /// read columns read them from disk each time.
  size_t cache_bytes = size_t{192} << 20;
  /// How many threads may work on one query at a time, the calling one among them; 0: as many as there are processors
  /// for this process (its affinity, and the quota of its control group). More than twice as many, or 8 if that is
  /// more, are never used, and where threads cannot be started, there are fewer. They share out a catalogue's segments
  /// where the work is worth it, sleep otherwise, and are started when first needed. With 1 none is ever started for
  /// queries.
  uint32_t query_threads = 0;
};

/// Limits that keep a hostile or mistaken query from using up the machine. Over a limit, a query is an error.
struct QueryOptions {
  size_t max_text_bytes = size_t{1} << 20;  ///< with the values of parameters, each as often as the text asks for it
  size_t max_depth = 200;                   ///< nesting of parentheses and `with`; never more than 1000
  size_t max_terms = 20000;                 ///< terms, values and names written in one text
  /// Criteria of all statements of one text. What takes longer than one criterion counts as several: docs/language.md.
  size_t max_criteria = 1000;
  size_t max_cells = 5'000'000;  ///< cells of the answers to one text, all together
  /// What stands for `$1` or `$name` in the text, by name without the sign. Each is one value, written as in a query
  /// (30, 18 years, 2024-05, HP:0001250); anything else is taken as a text. It cannot add criteria.
  std::map<std::string, std::string> parameters = {};
  /// Which versions of ontologies to ask with, by the ontology's id: {"hp", "hp/releases/2024-04-26"}, or what stands
  /// behind the last '/' ("2024-04-26"). Of the others the version counts that was loaded last. Query is NotFound when
  /// the catalogue does not have one.
  std::map<std::string, std::string> ontologies = {};
};

struct CatalogueInfo {
  struct Entity {
    std::string name;
    uint64_t rows = 0;
  };
  struct Dataset {
    std::string id;
    uint64_t individuals = 0;
  };
  struct Ontology {
    std::string id;
    std::string version;
    uint64_t terms = 0;
    uint64_t obsolete = 0;
    bool current = false;  ///< of the versions of this ontology, the one loaded last: queries use it unless they say
  };
  uint64_t version = 0;
  uint32_t format_version = 0;
  uint64_t segments = 0;
  uint64_t disk_bytes = 0;
  std::vector<Entity> entities;  ///< live rows, in the order of the model
  std::vector<Dataset> datasets;
  std::vector<Ontology> ontologies;
  /// The last hundred imports, the first of them first: totals and remarks with some values of each, no single
  /// problems.
  std::vector<ImportReport> imports;
};

struct CheckReport {
  uint64_t individuals = 0;
  uint64_t postings = 0;
  uint64_t columns = 0;
  std::vector<std::string> problems;  ///< empty: indexes and records agree
};

/// One way to go on from the cursor.
struct Completion {
  std::string text;         ///< replaces the word under the cursor
  std::string description;  ///< e.g. a term's label
};

struct Completions {
  size_t begin = 0;  ///< where the text to be replaced begins
  std::vector<Completion> items;
};

/// A catalogue on disk. One process may have it open for writing, once; within it, any number of threads may call any
/// const method at once, also while one of them imports. Importing, deleting and loading ontologies take turns.
/// A process that is forked from one that has it open may go on asking, but not change it: FailedPrecondition.
class MUSTER_EXPORT Catalogue {
 public:
  /// Opens the catalogue in directory `path`.
  /// NotFound: none there. FailedPrecondition: its on-disk format is not known to this version, or it is something
  /// else. Unavailable: it is open for writing already, in another process or in this one, by whatever name, or the
  /// disk fails. DataLoss: its files are damaged. InvalidArgument: the path cannot be. PermissionDenied;
  /// ResourceExhausted: no space, no memory, or too many open files.
  static absl::StatusOr<std::unique_ptr<Catalogue>> Open(const std::string& path, const OpenOptions& options);

  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;
  ~Catalogue();

  /// Imports files into the catalogue in one commit: ontologies (OBO, OBO Graphs JSON) and phenopackets (JSON, JSON
  /// array, JSON lines), each plain or compressed (.gz, .zst); a directory stands for the files below it, "-" for
  /// standard input. What a file is, is seen from its content. A record that cannot be taken is rejected alone and
  /// reported. After an error, nothing of the import is visible.
  absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options);

  /// The same for what is in memory: `text` is what one file would have, plain or compressed, such as a phenopacket, or
  /// one on each line to add or replace some people. It is told from its content, so it cannot be a table of a mapping.
  /// Each import is one durable commit, which costs a few milliseconds beside what its people cost: many people are
  /// better brought a hundred at a time than one by one.
  absl::StatusOr<ImportReport> ImportText(std::string_view text, const ImportOptions& options);

  /// Removes individuals of `dataset` by id, in one commit. Returns how many were there. Ids not found are ignored.
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids);

  /// Answers the statements of `text` in order, all on one snapshot: at least one answer, as a text without a statement
  /// is a mistake. Mistakes in the text are diagnostics, not a status: when any statement has one, none is run. A
  /// status is an internal failure or a damaged catalogue. `define cohort` and `drop cohort` change the catalogue: they
  /// take turns with imports. FailedPrecondition for them on a catalogue that is open read-only.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options = {}) const;

  /// What could stand at byte `cursor` of `text`: keywords, entities, fields, values and ontology terms by label.
  Completions Complete(std::string_view text, size_t cursor) const;

  absl::StatusOr<CatalogueInfo> Info() const;

  /// Proves that the indexes say what the records say, by building them anew in memory and comparing. `progress` gets
  /// the individuals done and in all, and may be empty.
  absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>& progress) const;

 private:
  class Impl;
  explicit Catalogue(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// "0.1.0".
MUSTER_EXPORT std::string_view Version();

}  // namespace muster

#endif  // MUSTER_CATALOGUE_H_
