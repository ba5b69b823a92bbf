// How a text is run: limits, parameters, snapshots, prepared texts.
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

/// Limits that keep a hostile or mistaken query from using up the machine, and the values of parameters. Over a limit,
/// a statement has a diagnostic in place of an answer, never half an answer.
struct QueryOptions {
  size_t max_text_bytes = size_t{1} << 20;  ///< with the values of parameters, each as often as the text asks for it
  size_t max_depth = 200;                   ///< nesting of parentheses and `with`; never more than 1000
  size_t max_terms = 20000;                 ///< terms, values and names written in one text; values of lists, too
  /// Criteria of all statements of one text. What takes longer than one criterion counts as several: docs/language.md.
  size_t max_criteria = 1000;
  size_t max_cells =
      5'000'000;  ///< cells of the answers to one text, all together; rows that are streamed do not count
  /// What stands for `$1` or `$name` in the text, by name without the sign. Each is one value, written as in a query
  /// (30, 18 years, 2024-05, HP:0001250); anything else is taken as a text. It cannot add criteria.
  std::map<std::string, std::string> parameters = {};
  /// Several values for one parameter, each written as above: `has phenotype $codes`, `country in ($countries)`, or
  /// among the items of a written list. An empty list is a diagnostic, as nothing would be asked. A name is here or in
  /// `parameters`, not in both.
  std::map<std::string, std::vector<std::string>> lists = {};
  /// Which versions of ontologies to ask with, by the ontology's id: {"hp", "hp/releases/2024-04-26"}, or what stands
  /// behind the last '/' ("2024-04-26"). Of the others the version counts that was loaded last. Query is NotFound when
  /// the catalogue does not have one.
  std::map<std::string, std::string> ontologies = {};
  /// How long the whole text may take, from the call on; 0: no bound. Over it, the statement that is being answered and
  /// those after it have the diagnostic `deadline`; those before keep their answers.
  std::chrono::microseconds timeout{0};
  /// Bytes that the working sets and the answers of the whole text may take at a time; 0: no bound. What is shared with
  /// other queries (OpenOptions::cache_bytes) does not count. Over it: `too-much-memory`, as above. Only what grows
  /// with the data is counted, roughly. Nothing that max_cells lets through reaches the default.
  size_t memory_bytes = size_t{2} << 30;
  /// Asked to stop, by any thread, the query ends soon, mostly within a millisecond: `cancelled`, as above. A token
  /// without a source costs nothing.
  std::stop_token stop = {};
};

/// Gets the rows of the answers to statement number `statement` of the text (from 0), in blocks of up to some thousand,
/// in the order of the answer. `columns` are valid during the call. Called on the thread that asks. Returning false
/// cancels the text. It may ask the catalogue, but not change it.
using RowSink =
    std::function<bool(size_t statement, const std::vector<Column>& columns, std::vector<std::vector<Cell>> rows)>;

/// One version of a catalogue that stays as it is, whatever is committed: for several questions whose numbers have to
/// agree. Any number of threads may query it at once. While it lives, what was deleted since stays on the disk, and
/// Catalogue::Compact is Unavailable. Once its catalogue is closed, every call is FailedPrecondition.
class MUSTER_EXPORT Snapshot {
 public:
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

  uint64_t version() const;
  /// As Catalogue::Query; what would change the catalogue is FailedPrecondition.
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

/// A text that was read once, to be run again and again with other values. Immutable: any number of threads may run it
/// at once, each with its own options. It may be kept over commits. Once its catalogue is closed, every call is
/// FailedPrecondition.
class MUSTER_EXPORT Prepared {
 public:
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared();

  /// Empty where it was longer than it may be.
  const std::string& text() const;
  /// What is wrong with the text, or worth knowing about it. Of a text with parameters, as far as that can be said
  /// without their values. With an error, Run() only repeats it.
  const std::vector<Diagnostic>& diagnostics() const;
  /// How many statements the text has; 0 where it has an error.
  size_t statements() const;

  struct Parameter {
    std::string name;   ///< without the sign
    bool list = false;  ///< everywhere it stands, a list of values may be given for it
  };
  /// Those that Run() needs a value of, in the order of the text, each once.
  const std::vector<Parameter>& parameters() const;

  /// As Catalogue::Query with this text, which is not read again; values that were given before are not planned again
  /// either. Of `snapshot`, or of the present version where it is null. InvalidArgument: a snapshot of another
  /// catalogue. The limits of a text that were given to Prepare() count, not those of `options`.
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
