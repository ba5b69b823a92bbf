// Bringing records and ontologies into a catalogue.
#ifndef MUSTER_IMPORT_H_
#define MUSTER_IMPORT_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "muster/export.h"

namespace muster {

/// How far an import is. `bytes_total` is 0 where the size cannot be known (standard input).
struct ImportProgress {
  std::string file;         ///< the file being read
  uint64_t bytes_done = 0;  ///< of all files, as stored (compressed)
  uint64_t bytes_total = 0;
  uint64_t records = 0;  ///< individuals read so far
  std::string phase;     ///< "reading", "indexing" or "committing"
};

struct ImportOptions {
  /// The dataset that the individuals belong to; part of their identity. UTF-8 without control characters, at most 1000
  /// bytes.
  std::string dataset = "default";
  /// JSON text of a mapping (docs/data-model.md), or empty.
  std::string mapping;
  /// Called from the importing thread, a few times a second. May be empty. Returning false cancels the import, which
  /// then changes nothing. It may ask the catalogue, but not change it: that is FailedPrecondition.
  std::function<bool(const ImportProgress&)> progress;
  /// How many problems the report spells out; all are counted.
  size_t max_problems = 1000;
  /// How many threads read JSON lines and arrays of phenopackets, beside the importing thread that indexes; 0 means as
  /// many as there are processors for this process, and at most 4 are used. 1: the importing thread does everything.
  /// Catalogue and report are the same for any number.
  uint32_t threads = 0;
  /// How long the import may take, from the call on, waiting for others included; 0: no bound. Over it:
  /// DeadlineExceeded, and nothing has changed. An import that is committed is never undone: where the time is over or
  /// `stop` is asked after that, it has succeeded.
  std::chrono::microseconds timeout{0};
  /// Asked to stop, by any thread or a signal handler, the import ends soon: Cancelled, and nothing has changed.
  std::stop_token stop = {};
};

/// Something in the input that was not taken as it stood.
struct ImportProblem {
  enum class Kind {
    kRejected,  ///< the record (or file) was not imported
    kKeptOnly,  ///< the value is kept in the record but is not indexed, so no query finds it
    kNote,      ///< taken, after a correction that is worth knowing
  };
  Kind kind = Kind::kNote;
  std::string file;
  uint64_t record = 0;  ///< number of the record in the file, from 1; 0 for the whole file
  std::string id;       ///< the individual's id, if known
  std::string where;    ///< JSON pointer or OBO line, if known
  std::string reason;
  uint64_t line = 0;  ///< where the record, or the row of a table, begins in its file, from 1; 0: not known
  std::string value;  ///< what stands there, cut off where it is long; "" where it is not one value
};

/// All that an import has to say of one kind: how often, of which values, and what can be done about it.
struct ImportRemark {
  struct Value {
    std::string path;  ///< JSON path without indices
    std::string value;
    uint64_t count = 0;
  };
  ImportProblem::Kind kind = ImportProblem::Kind::kNote;
  std::string what;    ///< the kind, in a few words
  std::string advice;  ///< what to do; may be empty
  uint64_t count = 0;
  std::vector<Value> values;            ///< the most frequent first; at most 1000 different ones are listed
  uint64_t other_values = 0;            ///< how often values came that are not listed
  std::vector<ImportProblem> examples;  ///< one or two, of different values where there are
};

struct ImportReport {
  std::string dataset;  ///< that was imported into
  uint64_t files = 0;
  uint64_t records = 0;      ///< records read
  uint64_t individuals = 0;  ///< individuals added or replaced
  uint64_t replaced = 0;     ///< of these, how many replaced an individual of the same dataset and id
  uint64_t rejected = 0;     ///< records that were not taken
  uint64_t ontologies = 0;   ///< ontologies added or replaced
  uint64_t ontology_terms = 0;
  uint64_t descriptions = 0;                  ///< of datasets and cohorts, added or replaced
  std::map<std::string, uint64_t> rows;       ///< entity name -> rows indexed
  std::map<std::string, uint64_t> kept_only;  ///< JSON path without indices -> values kept but not indexed
  std::map<std::string, uint64_t> notes;      ///< what was corrected -> how often
  std::vector<ImportRemark> remarks;          ///< by kind: rejected first, and then the most frequent
  std::vector<ImportProblem> problems;        ///< one by one, the first `max_problems`
  uint64_t problem_count = 0;                 ///< all of them
  double seconds = 0;
  uint64_t catalogue_version = 0;  ///< the version that the import made visible
};

}  // namespace muster

#endif  // MUSTER_IMPORT_H_
