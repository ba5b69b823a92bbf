// Names of fields in filters, such as diseases.ageOfOnset, and the fields of the query language that they mean.
#ifndef MUSTER_SERVE_BEACON_MODEL_PATH_H_
#define MUSTER_SERVE_BEACON_MODEL_PATH_H_

#include <span>
#include <string_view>

#include "serve/beacon/entry_type.h"

namespace muster::serve {

enum class FieldKind {
  kCode,     ///< a code of an ontology
  kKeyword,  ///< a word, or a text of few values
  kSex,      ///< kKeyword, whose values may also be given as codes
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

/// The field that `name` means, with or without its entry type before it ("runs.libraryLayout"), and with or without
/// the member `id` of a term. Null: none.
const ModelPath* FindModelPath(std::string_view name);

/// A field that may hold a code which a filter names by itself.
struct CodeField {
  Entry entry;
  std::string_view record;  ///< as above
  std::string_view field;
  bool main = false;  ///< `has RECORD CODE` asks for it
};

std::span<const CodeField> CodeFields();

/// Whether the field usually has codes of the system `prefix` ("HP"), used if records do not show it. At most five
/// fields per system: as many alternatives as the strictest policies allow.
bool IsUsualFor(std::string_view prefix, const CodeField& field);

/// The entity of the query language whose field it is.
std::string_view EntityOf(const CodeField& field);

/// The value of the field `sex` that `code` means; empty: none.
std::string_view SexOfCode(std::string_view code);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_MODEL_PATH_H_
