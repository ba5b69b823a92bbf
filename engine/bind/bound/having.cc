#include "engine/bind/bound/having.h"

#include <cassert>

namespace muster::bind {

bool Satisfies(const Having& having, int64_t count) {
  using Op = grammar::Compare::Op;
  const auto number = static_cast<double>(count);
  switch (having.op) {
    case Op::kIs:
      return number == having.number;
    case Op::kIsNot:
      return number != having.number;
    case Op::kLess:
      return number < having.number;
    case Op::kLessEqual:
      return number <= having.number;
    case Op::kGreater:
      return number > having.number;
    case Op::kGreaterEqual:
      return number >= having.number;
    case Op::kIn:
    case Op::kNotIn:
    case Op::kBetween:
    case Op::kWithin:
    case Op::kWithinBefore:
    case Op::kWithinAfter:
    case Op::kLongBefore:
    case Op::kLongAfter:
    case Op::kAged:
    case Op::kStartsWith:
    case Op::kIsMissing:
    case Op::kIsRecorded:
      break;
  }
  assert(false && "the grammar has no such comparison behind having");
  return false;
}

}  // namespace muster::bind
