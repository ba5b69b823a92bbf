#include "engine/bind/bound/having.h"

#include <cassert>

namespace muster::bind {

bool Satisfies(const Having& having, int64_t count) {
  using Wanted = grammar::Compare::Op;
  const auto number = static_cast<double>(count);
  switch (having.op) {
    case Wanted::kIs:
      return number == having.number;
    case Wanted::kIsNot:
      return number != having.number;
    case Wanted::kLess:
      return number < having.number;
    case Wanted::kLessEqual:
      return number <= having.number;
    case Wanted::kGreater:
      return number > having.number;
    case Wanted::kGreaterEqual:
      return number >= having.number;
    case Wanted::kIn:
    case Wanted::kNotIn:
    case Wanted::kBetween:
    case Wanted::kWithin:
    case Wanted::kWithinBefore:
    case Wanted::kWithinAfter:
    case Wanted::kLongBefore:
    case Wanted::kLongAfter:
    case Wanted::kAged:
    case Wanted::kStartsWith:
    case Wanted::kIsMissing:
    case Wanted::kIsRecorded:
      break;
  }
  assert(false && "the grammar has no such comparison behind having");
  return false;
}

}  // namespace muster::bind
