// Importing records and ontologies into a catalogue: options, progress, reports.
#ifndef MUSTER_IMPORT_H_
#define MUSTER_IMPORT_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "muster/export.h"

namespace muster {

/// Progress of an import.
struct ImportProgress {
  std::string file;          ///< the file being read
  uint64_t bytes_done = 0;   ///< of all files, as stored (compressed)
  uint64_t bytes_total = 0;  ///< 0 if not known (standard input)
  uint64_t records = 0;      ///< individuals read so far
  std::string phase;         ///< "reading", "indexing" or "committing"
};

struct ImportOptions {
  /// Dataset of the individuals; part of their identity. UTF-8 without control characters, at most 1000 bytes.
  std::string dataset = "default";
  /// JSON text of a mapping (docs/data-model.md), or empty.
  std::string mapping;
  /// Called from the importing thread, a few times a second. May be empty. Returning false cancels the import, which
  /// then changes nothing. It may query the catalogue; a change fails with FailedPrecondition.
  std::function<bool(const ImportProgress&)> progress;
  /// Upper bound of the problems listed one by one in the report; all are counted.
  size_t max_problems = 1000;
  /// Number of threads that parse JSON lines and arrays of phenopackets, beside the importing thread, which indexes. 0:
  /// one per processor of this process; at most 4 are used. 1: the importing thread does everything. Catalogue and
  /// report are the same for any number.
  uint32_t threads = 0;
  /// The files are the whole dataset: individuals of it that they do not have are deleted in the same commit. Nothing
  /// changes (InvalidArgument) if a record is rejected, or if nobody of the dataset is in the files.
  bool replace_dataset = false;
  /// How long the import may take, from the call on, including the wait for other changes; 0: no bound. After that,
  /// DeadlineExceeded, and nothing has changed. A committed import is never undone: if the time runs out or a stop is
  /// requested after the commit, it has succeeded.
  std::chrono::microseconds timeout{0};
  /// When a stop is requested, by any thread or a signal handler, the import ends soon: Cancelled, and nothing has
  /// changed.
  std::stop_token stop = {};
};

/// Something in the input that was not imported as it was written.
struct ImportProblem {
  enum class Kind {
    kRejected,  ///< the record (or file) was not imported
    kKeptOnly,  ///< the value is kept in the record but is not indexed, so no query finds it
    kNote,      ///< imported, after a correction that is worth knowing
  };
  Kind kind = Kind::kNote;
  std::string file;
  uint64_t record = 0;  ///< number of the record in the file, from 1; 0 for the whole file
  std::string id;       ///< the individual's id, if known
  std::string where;    ///< JSON pointer or OBO line, if known
  std::string reason;
  uint64_t line = 0;  ///< where the record, or the row of a table, begins in its file, from 1; 0: not known
  std::string value;  ///< the value in the input, truncated if long; "" if it is not a single value
};

/// All problems of one kind in an import: how many, with which values, and what to do about them.
struct ImportRemark {
  struct Value {
    std::string path;  ///< JSON path without indices
    std::string value;
    uint64_t count = 0;
  };
  ImportProblem::Kind kind = ImportProblem::Kind::kNote;
  std::string what;    ///< the kind of problem, in a few words
  std::string advice;  ///< what to do; may be empty
  uint64_t count = 0;
  std::vector<Value> values;            ///< most frequent first; at most 1000 different ones are listed
  uint64_t other_values = 0;            ///< how often other values occurred, which are not listed
  std::vector<ImportProblem> examples;  ///< one or two, with different values if there are several
};

struct ImportReport {
  std::string dataset;  ///< the dataset that was imported into
  uint64_t files = 0;
  uint64_t records = 0;      ///< records read
  uint64_t individuals = 0;  ///< individuals added or replaced
  uint64_t replaced = 0;     ///< of these, how many replaced an individual of the same dataset and id
  uint64_t rejected = 0;     ///< records that were not imported
  uint64_t ontologies = 0;   ///< ontologies added or replaced
  uint64_t ontology_terms = 0;
  uint64_t descriptions = 0;                  ///< of datasets and cohorts, added or replaced
  std::map<std::string, uint64_t> rows;       ///< entity name -> rows indexed
  std::map<std::string, uint64_t> kept_only;  ///< JSON path without indices -> values kept but not indexed
  /// Of such paths, those with at most 8 different values, all short -> these and how often, most frequent first.
  std::map<std::string, std::vector<std::pair<std::string, uint64_t>>> kept_words;
  std::map<std::string, uint64_t> notes;  ///< what was corrected -> how often
  std::vector<ImportRemark> remarks;      ///< one per kind: rejected first, then by frequency
  std::vector<ImportProblem> problems;    ///< the first `max_problems`, in the order of the input
  uint64_t problem_count = 0;             ///< number of all problems, listed or not
  double seconds = 0;
  uint64_t catalogue_version = 0;  ///< the version that the import made visible
};

}  // namespace muster

#endif  // MUSTER_IMPORT_H_
