// What the kinds of released numbers are called.
#ifndef MUSTER_BINDINGS_C_KIND_NAME_H_
#define MUSTER_BINDINGS_C_KIND_NAME_H_

#include <string_view>

#include "muster/table.h"

namespace muster::c {

inline std::string_view KindName(muster::Number::Kind kind) {
  switch (kind) {
    case muster::Number::Kind::kExact:
      return "exact";
    case muster::Number::Kind::kRounded:
      return "rounded";
    case muster::Number::Kind::kPerturbed:
      return "perturbed";
    case muster::Number::Kind::kSuppressed:
      return "suppressed";
    case muster::Number::Kind::kWithheld:
      return "withheld";
  }
  return "withheld";
}

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_KIND_NAME_H_
