// The answer to a statement: a small table and its provenance.
#ifndef MUSTER_TABLE_H_
#define MUSTER_TABLE_H_

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "muster/diagnostic.h"
#include "muster/export.h"

namespace muster {

enum class ColumnType { kInteger, kNumber, kText };

/// What the cells of a column mean.
enum class ColumnRole {
  kKey,         ///< what a row is about: a value of a dimension, a step of a funnel, a code, a name
  kText,        ///< something else about it, in words
  kPeople,      ///< how many people
  kRows,        ///< how many rows of other entities, families, or values that people have
  kDifference,  ///< of two counts of this table: lost, gained, change
  kNumber,      ///< another number: a mean, a version, how many terms an ontology has
  kHistogram,   ///< how many values lie in each of several bands of equal width, with blanks between; the columns
                ///< "first band" and "band width" say which bands
};

struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
  ColumnRole role = ColumnRole::kText;

  static Column Key(std::string name, ColumnType type = ColumnType::kText) {
    return {std::move(name), type, ColumnRole::kKey};
  }
  static Column Text(std::string name) { return {std::move(name), ColumnType::kText, ColumnRole::kText}; }
  static Column People(std::string name) { return {std::move(name), ColumnType::kInteger, ColumnRole::kPeople}; }
  static Column Rows(std::string name) { return {std::move(name), ColumnType::kInteger, ColumnRole::kRows}; }
  static Column Difference(std::string name) {
    return {std::move(name), ColumnType::kInteger, ColumnRole::kDifference};
  }
  static Column Number(std::string name, ColumnType type = ColumnType::kInteger) {
    return {std::move(name), type, ColumnRole::kNumber};
  }
  static Column Histogram(std::string name) { return {std::move(name), ColumnType::kText, ColumnRole::kHistogram}; }

  /// Whether the column counts people or anything that people have: the numbers that a release policy protects.
  bool IsCount() const { return role == ColumnRole::kPeople || role == ColumnRole::kRows; }
};

/// A count as a guest gets it: its value, if it may be told, and of which kind that is. A count that is too small to be
/// told has no value, so that no program can mistake it for zero.
struct Number {
  enum class Kind {
    kExact,       ///< the count itself
    kRounded,     ///< the count to the nearest multiple of the policy's rounding
    kPerturbed,   ///< with noise, and rounded
    kSuppressed,  ///< too few people, or none: no value, but bounds
    kWithheld,    ///< not told for another reason: neither value nor bounds
  };
  std::optional<int64_t> value;  ///< absent exactly where the kind is kSuppressed or kWithheld
  Kind kind = Kind::kWithheld;
  /// The count is in [low, high]; absent if it is withheld.
  std::optional<int64_t> low;
  std::optional<int64_t> high;
  /// Of a perturbed number: in about 95 of 100 ordinary questions, the count differs from `value` by at most this.
  std::optional<int64_t> typical;
  friend bool operator==(const Number&, const Number&) = default;
  friend auto operator<=>(const Number&, const Number&) = default;  // NOLINT(modernize-use-nullptr): it has no null
};

/// One value of a table; std::monostate is a missing value. A count is a Number for guests, and an int64_t for the
/// embedding program.
using Cell = std::variant<std::monostate, int64_t, double, std::string, Number>;

/// An ontology that an answer depends on.
struct OntologyVersion {
  std::string id;       ///< lower-case ontology id, e.g. "hp"
  std::string version;  ///< as its file states it, e.g. "hp/releases/2026-01-08"
};

/// What is needed to reproduce an answer.
struct Provenance {
  std::string statement;           ///< the statement in canonical form
  uint64_t catalogue_version = 0;  ///< grows by one with every commit; 0 ("not told") for a guest
  std::vector<OntologyVersion> ontologies;
  std::string release;       ///< release policy: "exact", or a guest's tier and the policy's version: "registered/3"
  std::string engine;        ///< "muster" and its version
  int64_t microseconds = 0;  ///< from text to answer, measured inside the library; 0 ("not told") for a guest
  // For a guest only; else empty.
  std::string epoch =
      {};  ///< number of the version of the data that guests see; grows by one each time they are shown a later version
  std::string ledger = {};  ///< hash of the ledger's entry for this statement, in hexadecimal
  std::string note = {};    ///< what readers of these numbers have to bear in mind
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  /// For a count with `by`: one cell per counted entity, in the order of the last columns of `columns`; individuals
  /// that are in several rows are counted once. Otherwise empty.
  std::vector<Cell> total;
  /// Labels of the codes among the cells, as far as known: code -> label.
  std::map<std::string, std::string> labels;
  Provenance provenance;
};

/// The result of one statement: a table, or the reasons why there is none.
struct Answer {
  /// Absent exactly when `diagnostics` has an error.
  std::optional<Table> table;
  /// Their positions are byte offsets in the whole text of the query.
  std::vector<Diagnostic> diagnostics;
};

}  // namespace muster

#endif  // MUSTER_TABLE_H_
