// Names that filters give to fields, such as diseases.ageOfOnset, and the fields of the query language behind them.
#ifndef MUSTER_SERVE_BEACON_MODEL_PATH_H_
#define MUSTER_SERVE_BEACON_MODEL_PATH_H_

#include <span>
#include <string_view>

#include "serve/beacon/entry_type.h"

namespace muster::serve {

enum class FieldKind {
  kCode,     ///< a code of an ontology
  kKeyword,  ///< a word, or a text of few values
  kSex,      ///< kKeyword, which codes stand for, too
  kNumber,
  kAge,  ///< an ISO 8601 duration, or a term of onset
  kDate,
};

/// A field that can be compared.
struct ModelPath {
  std::string_view name;    ///< as in filters, with the shortest way to it; compared without regard to case
  Entry entry;              ///< whose field it is
  std::string_view record;  ///< of an individual's further records: "disease"; else empty
  std::string_view field;   ///< of the query language
  FieldKind kind;
  std::string_view title;  ///< for people
};

std::span<const ModelPath> ModelPaths();

/// The field that `name` means, with or without its entry type before it ("runs.libraryLayout"). Null: none.
const ModelPath* FindModelPath(std::string_view name);

/// A field that may hold a code which a filter names by itself.
struct CodeField {
  Entry entry;
  std::string_view record;  ///< as above
  std::string_view field;
  bool main = false;  ///< `has RECORD CODE` asks for it
};

std::span<const CodeField> CodeFields();

/// Whether codes of the system `prefix` ("HP") usually stand in the field: for where no records say it. Of each system
/// these are five fields at most, as many alternatives as the strictest policies take.
bool IsUsualFor(std::string_view prefix, const CodeField& field);

/// The entity of the query language whose field it is.
std::string_view EntityOf(const CodeField& field);

/// The word of the field `sex` that `code` stands for; empty: none.
std::string_view SexOfCode(std::string_view code);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_MODEL_PATH_H_
