#include "engine/bind/criteria/remarks/row_terms.h"

#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Has;
using model::Entity;

void WarnOfFewerTerms(const CatalogueView& view, Reporter* reporter, const Has& has, const Condition& exists) {
  const Count& count = exists.count;
  const bool more = count.kind != Count::Kind::kAtMost && count.count > 0;
  if (!count.distinct || !more || view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const size_t codes = exists.symbols->size();
  if (codes == 0 || codes >= static_cast<size_t>(count.count)) return;  // for `no`, it is already reported
  reporter->Warn(has.quantity->span, "fewer-codes",
                 absl::StrCat(count.count, " distinct ", std::string(model::Info(exists.child).plural),
                              " are asked for, and records have ", codes, codes == 1 ? " code" : " codes", " of ",
                              exists.label, ", so nothing matches"),
                 {"leave out distinct to count records"});
}

void NoteComponent(const CatalogueView& view, Reporter* reporter, const Has& has, const Condition& exists) {
  if (exists.child != Entity::kMeasurement) return;
  const auto assays = view.FieldValues(model::field::kMeasurementAssay);
  const auto components = view.FieldValues(model::field::kMeasurementComponent);
  if (!assays.ok() || !components.ok()) return reporter->Fail(assays.ok() ? components.status() : assays.status());
  if ((*components)->empty() || Meet(*exists.symbols, **assays) || !Meet(*exists.symbols, **components)) return;
  reporter->Warn(
      has.terms[0].span, "no-such-codes",
      absl::StrCat("no measurement here is one of ", exists.label, " itself, but some have it as a component"),
      {absl::StrCat("write has measurement with (component is ", has.terms[0].text, " and ...)")});
}

void NoteExceptions(TermBinder* terms, Reporter* reporter, const grammar::Expr& criterion, const Has& has,
                    const Condition& exists, bool negated) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands)
      NoteExceptions(terms, reporter, *operand, has, exists, negated);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  // `except` has the place of both the field and the operator.
  const bool except = compare != nullptr && compare->op == grammar::Compare::Op::kNotIn && !compare->event &&
                      compare->field.span.begin == compare->op_span.begin;
  constexpr size_t kMaxPairsSearched = 400;  // each costs a search
  if (!except || compare->values.size() * has.terms.size() > kMaxPairsSearched) return;
  constexpr size_t kMaxNamed = 3;
  std::string from = "the terms that it is taken from";
  if (has.terms.size() <= kMaxNamed) {
    from = absl::StrJoin(has.terms, " or ", [](std::string* out, const grammar::Literal& term) {
      absl::StrAppend(out, grammar::Print(term));
    });
  }
  const auto field = static_cast<model::FieldId>(model::Info(exists.child).primary);
  const bool none = (exists.count.kind != Count::Kind::kAtLeast) != negated;
  for (const grammar::Literal& exception : compare->values) {
    if (terms->HaveInCommon(exception, has.terms, field)) continue;
    grammar::Literal written = exception;
    written.exactly = false;
    const std::string name = grammar::Print(written);
    reporter->Warn(exception.span, "exception-not-below",
                   absl::StrCat(name, " is not below ", from, ", so `except` leaves nothing out"),
                   {none ? "who has it is not left out by this anyway"
                         : absl::StrCat("to leave out who has it as well, write and no ", has.entity.text, " ", name)});
  }
}

}  // namespace muster::bind
