#include "engine/bind/criteria/remarks/row_terms.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

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

namespace {

// "what stands behind `or` is excepted as well: to ask for it, write disease in (A, C) except B"; empty where all that
// is excepted is not below, or what stands first.
std::string WithAlternatives(const Has& has, const std::vector<grammar::Literal>& exceptions,
                             const std::vector<const grammar::Literal*>& not_below) {
  if (not_below.empty() || not_below.size() == exceptions.size() || not_below.front() == &exceptions.front()) return "";
  constexpr size_t kMaxWritten = 10;
  if (has.terms.size() + exceptions.size() > kMaxWritten) return "";
  std::string asked, excepted;
  for (const grammar::Literal& term : has.terms) {
    absl::StrAppend(&asked, asked.empty() ? "" : ", ", grammar::Print(term));
  }
  for (const grammar::Literal& exception : exceptions) {
    const bool other = std::find(not_below.begin(), not_below.end(), &exception) != not_below.end();
    std::string& text = other ? asked : excepted;
    absl::StrAppend(&text, text.empty() ? "" : other ? ", " : " or ", grammar::Print(exception));
  }
  return absl::StrCat("what stands behind `or` is excepted as well: to ask for it, write ", has.entity.text, " in (",
                      asked, ") except ", excepted);
}

}  // namespace

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
  std::vector<const grammar::Literal*> not_below;
  for (const grammar::Literal& exception : compare->values) {
    if (!terms->HaveInCommon(exception, has.terms, field)) not_below.push_back(&exception);
  }
  const std::string asked_too = WithAlternatives(has, compare->values, not_below);
  for (const grammar::Literal* one : not_below) {
    const grammar::Literal& exception = *one;
    grammar::Literal written = exception;
    written.exactly = false;
    const std::string name = grammar::Print(written);
    std::vector<std::string> hints;
    if (!asked_too.empty()) hints.push_back(asked_too);
    hints.push_back(none ? "who has it is not left out by this anyway"
                         : absl::StrCat("to leave out who has it as well, write and no ", has.entity.text, " ", name));
    reporter->Warn(exception.span, "exception-not-below",
                   absl::StrCat(name, " is not below ", from, ", so `except` leaves nothing out"), std::move(hints));
  }
}

}  // namespace muster::bind
