#include "engine/bind/remarks/reading/bound_of_all.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Compare;
using grammar::ExprPtr;
using grammar::Has;

namespace {

// Whether the bound stands behind the last term, without `with` between them.
const Compare* BoundBehindTerms(const Has& has) {
  const auto* bound = has.with == nullptr ? nullptr : std::get_if<Compare>(&has.with->node);
  const bool is_bound = bound != nullptr && bound->op != Compare::Op::kNotIn;  // as `except` is
  return is_bound && bound->field.span.begin == bound->op_span.begin ? bound : nullptr;
}

// A list in parentheses behind `in` is read in one way.
bool AreJoinedByOr(const Has& has) {
  constexpr size_t kLengthOfIn = 4;  // " in (", or a blank alone
  return has.terms.size() > 1 && has.terms[0].span.begin < has.entity.span.end + kLengthOfIn;
}

// has measurement A or has measurement B >= 90 mmHg
ExprPtr BoundOfLast(const Has& has) {
  Has last = grammar::Clone(has), others = grammar::Clone(has);
  last.terms.erase(last.terms.begin(), last.terms.end() - 1);
  others.terms.pop_back();
  others.with = nullptr;
  grammar::Or either;
  either.operands.push_back(grammar::MakeExpr({}, std::move(others)));
  either.operands.push_back(grammar::MakeExpr({}, std::move(last)));
  return grammar::MakeExpr({}, std::move(either));
}

}  // namespace

void RemarkOnBoundOfAll(const Has& has, Reporter* reporter) {
  const Compare* bound = BoundBehindTerms(has);
  const auto entity = FindEntity(has.entity.text);
  if (bound == nullptr || !entity || !AreJoinedByOr(has) || !reporter->ExplainsRemarks()) return;
  std::vector<std::string> hints;
  if (!has.quantity && !has.dates && !has.alias && has.order == grammar::Order::kAny) {
    hints.push_back(absl::StrCat("of the last alone, write ", grammar::Print(*BoundOfLast(has))));
  }
  reporter->Note(bound->op_span, "bound-of-all",
                 absl::StrCat("this bound is asked of each: of ", NameWithTerms(has, *entity)), std::move(hints));
}

}  // namespace muster::bind
