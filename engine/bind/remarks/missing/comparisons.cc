#include "engine/bind/remarks/missing/comparisons.h"

#include <utility>

namespace muster::bind {

using grammar::Compare;

bool Compares(const Compare& compare) {
  return compare.op != Compare::Op::kIsMissing && compare.op != Compare::Op::kIsRecorded;
}

grammar::Rewriting OrMissing(const Compare& compare, grammar::Name field) {
  Compare missing;
  missing.field = std::move(field);
  missing.op = Compare::Op::kIsMissing;
  grammar::Or either;
  either.operands.push_back(grammar::MakeExpr({}, compare));
  either.operands.push_back(grammar::MakeExpr({}, std::move(missing)));
  grammar::Rewriting rewriting;
  rewriting[&compare] = grammar::MakeExpr({}, std::move(either));
  return rewriting;
}

}  // namespace muster::bind
