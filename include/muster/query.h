// How a query text is run: limits, parameters, snapshots, prepared texts.
#ifndef MUSTER_QUERY_H_
#define MUSTER_QUERY_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "muster/diagnostic.h"
#include "muster/export.h"
#include "muster/table.h"

namespace muster {

/// Limits that keep a hostile or mistaken query from using up the machine, and the values of parameters. A statement
/// that exceeds a limit has a diagnostic in place of an answer, never half an answer.
struct QueryOptions {
  size_t max_text_bytes = size_t{1} << 20;  ///< including parameter values, each as often as the text uses it
  size_t max_depth = 200;                   ///< nesting of parentheses and `with`; never more than 1000
  size_t max_terms = 20000;                 ///< terms, values and names in one text, including the values of lists
  /// Criteria of all statements of one text. What costs more than one criterion counts as several: docs/language.md.
  size_t max_criteria = 1000;
  size_t max_cells = 5'000'000;  ///< cells of all answers to one text together; streamed rows do not count
  /// Values of `$1` or `$name` in the text, by name without the `$`. Each is one value, written as in a query (30, 18
  /// years, 2024-05, HP:0001250); anything else is taken as a quoted text. A value cannot add criteria.
  std::map<std::string, std::string> parameters = {};
  /// Lists of values for one parameter each, written as above: `has phenotype $codes`, `country in ($countries)`, or
  /// among the items of a written list. An empty list is an error, as nothing would be asked. A name may be in
  /// `parameters` or here, not in both.
  std::map<std::string, std::vector<std::string>> lists = {};
  /// Versions of ontologies to use, by the ontology's id: {"hp", "hp/releases/2024-04-26"}, or only what follows the
  /// last '/' ("2024-04-26"). For ontologies that are not named, the version that was loaded last is used. Query
  /// returns NotFound if the catalogue does not have a version.
  std::map<std::string, std::string> ontologies = {};
  /// How long the whole text may take, from the call on; 0: no bound. After that, the statement that is being answered
  /// and those behind it have the error `deadline`; those before it keep their answers.
  std::chrono::microseconds timeout{0};
  /// Bytes that the working sets and answers of the whole text may take at any one time; 0: no bound. Caches shared
  /// with other queries (OpenOptions::cache_bytes) do not count. Beyond it, the error is `too-much-memory`, as for
  /// `timeout`. An estimate: only what grows with the data is counted. Answers within max_cells stay below the default.
  size_t memory_bytes = size_t{2} << 30;
  /// When any thread requests a stop, the query ends, usually within a millisecond; the error is `cancelled`, as for
  /// `timeout`. A token without a source costs nothing.
  std::stop_token stop = {};
};

/// Receives the rows of the answer to statement number `statement` of the text (from 0), in blocks of up to some
/// thousand rows, in the order of the answer; each row has one cell per column. `columns` are valid during the call.
/// Called on the thread that called Stream. Returning false cancels the text. It may query the catalogue, but not
/// change it.
using RowSink =
    std::function<bool(size_t statement, const std::vector<Column>& columns, std::vector<std::vector<Cell>> rows)>;

/// One version of a catalogue, which does not change whatever is committed: for several questions whose numbers have to
/// agree. Thread-safe. While it lives, data that was deleted since then stays on the disk, and Catalogue::Compact
/// returns Unavailable. Once its catalogue is closed, every call fails with FailedPrecondition.
class MUSTER_EXPORT Snapshot {
 public:
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

  uint64_t version() const;
  /// As Catalogue::Query; statements that would change the catalogue fail with FailedPrecondition.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options = {}) const;
  /// As Catalogue::Stream.
  absl::StatusOr<std::vector<Answer>> Stream(std::string_view text, const QueryOptions& options,
                                             const RowSink& sink) const;

 private:
  friend class Catalogue;
  friend class Prepared;
  class Impl;
  explicit Snapshot(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// A text that was parsed once, to be run repeatedly with different parameter values. Immutable and thread-safe: any
/// number of threads may run it at once, each with its own options. It stays valid over commits. Once its catalogue is
/// closed, every call fails with FailedPrecondition.
class MUSTER_EXPORT Prepared {
 public:
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared();

  /// The text; empty if it exceeded the limit of its length.
  const std::string& text() const;
  /// What is wrong with the text, or worth knowing about it; for a text with parameters, as far as that is known
  /// without their values. If there is an error, Run() only repeats it.
  const std::vector<Diagnostic>& diagnostics() const;
  /// How many statements the text has; 0 if it has an error.
  size_t statements() const;

  struct Parameter {
    std::string name;   ///< without the sign
    bool list = false;  ///< a list may be given: everywhere it stands, several values may
  };
  /// The parameters for which Run() needs values, in the order of the text, each once.
  const std::vector<Parameter>& parameters() const;

  /// As Catalogue::Query with this text, which is not parsed again; for values that were given before, it is not
  /// planned again either. Runs on `snapshot`, or on the current version if that is null. The limits on the text are
  /// those given to Prepare(), not those of `options`. Errors: InvalidArgument: a snapshot of another catalogue. Others
  /// as for Query.
  absl::StatusOr<std::vector<Answer>> Run(const QueryOptions& options = {}, const Snapshot* snapshot = nullptr) const;
  /// As Catalogue::Stream.
  absl::StatusOr<std::vector<Answer>> Stream(const QueryOptions& options, const RowSink& sink,
                                             const Snapshot* snapshot = nullptr) const;

 private:
  friend class Catalogue;
  class Impl;
  explicit Prepared(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace muster

#endif  // MUSTER_QUERY_H_
