#include "grammar/some_of.h"

#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::grammar {

ExprPtr MakeSomeOf(Span span, AtLeastOf some, std::string* mistake) {
  const bool most = some.kind == Quantity::Kind::kAtMost;
  const bool exactly = some.kind == Quantity::Kind::kExactly;
  const int count = some.count;
  std::vector<ExprPtr>& operands = some.operands;
  const auto size = static_cast<int>(operands.size());
  if ((most || exactly) && count == 0) {
    if (size == 1) return MakeExpr(span, Not{std::move(operands[0])});
    return MakeExpr(span, Not{MakeExpr(span, Or{std::move(operands)})});
  }
  if ((most && count >= size) || (exactly && count > size)) {
    *mistake = absl::StrCat(most ? "at most " : "exactly ", count, " of ", size, size == 1 ? " criterion" : " criteria",
                            most ? " is always true" : " can never be true");
    return MakeExpr(span, AtLeastOf{1, std::move(operands)});
  }
  if (most) return MakeExpr(span, Not{MakeExpr(span, AtLeastOf{count + 1, std::move(operands)})});
  if (!exactly || count == size) return MakeExpr(span, AtLeastOf{count, std::move(operands)});
  And both;
  std::vector<ExprPtr> again;
  for (const ExprPtr& operand : operands) again.push_back(Clone(operand));
  both.operands.push_back(MakeExpr(span, AtLeastOf{count, std::move(operands)}));
  both.operands.push_back(MakeExpr(span, Not{MakeExpr(span, AtLeastOf{count + 1, std::move(again)})}));
  return MakeExpr(span, std::move(both));
}

}  // namespace muster::grammar
