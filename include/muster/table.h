// The answer to a statement: a small table and where it comes from.
#ifndef MUSTER_TABLE_H_
#define MUSTER_TABLE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "muster/diagnostic.h"
#include "muster/export.h"

namespace muster {

enum class ColumnType { kInteger, kNumber, kText };

struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
};

/// One value of a table; std::monostate is a missing value.
using Cell = std::variant<std::monostate, int64_t, double, std::string>;

/// An ontology that took part in an answer.
struct OntologyVersion {
  std::string id;       ///< lower-case ontology id, e.g. "hp"
  std::string version;  ///< as its file states it, e.g. "hp/releases/2026-01-08"
};

/// What is needed to obtain the same number again.
struct Provenance {
  std::string statement;           ///< the statement in canonical form
  uint64_t catalogue_version = 0;  ///< grows by one with every commit
  std::vector<OntologyVersion> ontologies;
  std::string release;       ///< how numbers left: "exact"
  std::string engine;        ///< "muster" and its version
  int64_t microseconds = 0;  ///< from text to answer, measured inside the library
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  /// For a count with `by`: one cell per counted entity, distinct over all rows (the last columns of `columns`).
  std::vector<Cell> total;
  /// What the codes among the cells are called, where that is known: code -> label.
  std::map<std::string, std::string> labels;
  Provenance provenance;
};

/// What came of one statement: an answer, or the reasons why there is none.
struct Answer {
  /// Absent exactly when `diagnostics` has an error.
  std::optional<Table> table;
  /// Positions are in the whole text that was given.
  std::vector<Diagnostic> diagnostics;
};

}  // namespace muster

#endif  // MUSTER_TABLE_H_
