// Names of the enumerators of answers and reports, as written in JSON and elsewhere.
#ifndef MUSTER_NAMES_H_
#define MUSTER_NAMES_H_

#include <string_view>

#include "muster/diagnostic.h"
#include "muster/import.h"
#include "muster/table.h"

namespace muster {

constexpr std::string_view NameOf(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kNumber:
      return "number";
    case ColumnType::kText:
      break;
  }
  return "text";
}

constexpr std::string_view NameOf(ColumnRole role) {
  switch (role) {
    case ColumnRole::kKey:
      return "key";
    case ColumnRole::kPeople:
      return "people";
    case ColumnRole::kRows:
      return "rows";
    case ColumnRole::kDifference:
      return "difference";
    case ColumnRole::kNumber:
      return "number";
    case ColumnRole::kHistogram:
      return "histogram";
    case ColumnRole::kText:
      break;
  }
  return "text";
}

constexpr std::string_view NameOf(Number::Kind kind) {
  switch (kind) {
    case Number::Kind::kExact:
      return "exact";
    case Number::Kind::kRounded:
      return "rounded";
    case Number::Kind::kPerturbed:
      return "perturbed";
    case Number::Kind::kSuppressed:
      return "suppressed";
    case Number::Kind::kWithheld:
      break;
  }
  return "withheld";
}

constexpr std::string_view NameOf(ImportProblem::Kind kind) {
  switch (kind) {
    case ImportProblem::Kind::kRejected:
      return "rejected";
    case ImportProblem::Kind::kKeptOnly:
      return "kept only";
    case ImportProblem::Kind::kNote:
      break;
  }
  return "note";
}

constexpr std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "note";
}

}  // namespace muster

#endif  // MUSTER_NAMES_H_
