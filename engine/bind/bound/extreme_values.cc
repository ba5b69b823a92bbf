#include "engine/bind/bound/extreme_values.h"

#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/scope.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using Op = grammar::Compare::Op;

// Of a comparison that is met by no value of a person exactly where `op` is met by all of them.
std::optional<Op> Opposite(Op op) {
  switch (op) {
    case Op::kLess:
      return Op::kGreaterEqual;
    case Op::kLessEqual:
      return Op::kGreater;
    case Op::kGreater:
      return Op::kLessEqual;
    case Op::kGreaterEqual:
      return Op::kLess;
    default:
      return std::nullopt;
  }
}

bool IsUpwards(Op op) { return op == Op::kGreater || op == Op::kGreaterEqual; }

// has measurement X, or no measurement X, with this comparison.
std::string Written(const grammar::Has& has, const std::string& entity, std::optional<Op> op, bool none) {
  grammar::Has copy = grammar::Clone(has);
  copy.entity.text = entity;
  copy.quantity.reset();
  if (none) copy.quantity = {.kind = grammar::Quantity::Kind::kExactly, .count = 0, .span = {}};
  if (op) {
    std::get<grammar::Compare>(copy.with->node).op = *op;
  } else {
    copy.with = nullptr;
  }
  return grammar::Print(*grammar::MakeExpr({}, std::move(copy)));
}

}  // namespace

std::optional<std::string> ExtremeOfValues(const grammar::Has& has) {
  const std::string_view name = has.entity.text;
  const size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || !FindEntity(name.substr(blank + 1))) return std::nullopt;
  const std::string_view word = name.substr(0, blank);
  const std::string entity(name.substr(blank + 1));
  if (IsOneOfWords(word, {"mean", "average", "median"})) {
    return absl::StrCat("the ", std::string(word), " of a person's values is not asked for: write has last ", entity,
                        ", has first ", entity, ", or has ", entity,
                        " for any of them; summarise individuals of value of ", entity,
                        " \"...\" has those of all people");
  }
  const bool highest = IsOneOfWords(word, {"highest", "maximum", "max", "peak", "greatest", "largest", "worst"});
  const bool lowest = IsOneOfWords(word, {"lowest", "minimum", "min", "nadir", "smallest", "least"});
  const bool each = IsOneOfWords(word, {"all", "every", "each"});
  if (!highest && !lowest && !each) return std::nullopt;
  const auto* compare = has.with == nullptr ? nullptr : std::get_if<grammar::Compare>(&has.with->node);
  const std::optional<Op> opposite = compare == nullptr ? std::nullopt : Opposite(compare->op);
  if (!opposite) {
    if (each) return std::nullopt;
    return absl::StrCat("the ", std::string(word), " is at least 9 where any is: write has ", entity,
                        " ... with value >= 9; it is less where none is: has ", entity, " ... and no ", entity,
                        " ... with value >= 9");
  }
  const bool any = !each && IsUpwards(compare->op) == highest;
  if (any) {
    return absl::StrCat("write ", Written(has, entity, compare->op, false), ", which the ", std::string(word),
                        " meets where any does");
  }
  return absl::StrCat("write ", Written(has, entity, std::nullopt, false), " and ",
                      Written(has, entity, opposite, true), ", which is so where ",
                      each ? "all meet it" : absl::StrCat("the ", std::string(word), " meets it"));
}

}  // namespace muster::bind
