#include "engine/bind/remarks/missing/missing_values.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/missing/comparisons.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;

class MissingValues {
 public:
  MissingValues(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  // Codes, words and numbers of the rows, in criteria that all have to hold.
  void LookAtValues(const grammar::Expr& criterion, const Has& has, Entity entity) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) LookAtValues(*operand, has, entity);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare) || compare->event || compare->as_of) return;
    const auto field = FindField(entity, compare->field.text);
    if (!field || model::Info(entity).primary == static_cast<int>(*field)) return;
    const model::Kind kind = model::Info(*field).kind;
    if (kind != model::Kind::kCode && kind != model::Kind::kKeyword && kind != model::Kind::kNumber) return;
    // A measurement without a number has a word as its result; for others, the remark on units covers it.
    if (*field != model::field::kMeasurementValue) OnLackingValue(compare->field.span, *compare, has, entity, *field);
    for (const Literal& value : compare->values) {  // value > reference high
      const bool of_row = kind == model::Kind::kNumber && value.kind == Literal::Kind::kWord && value.event.empty();
      const auto other = of_row ? FindField(entity, value.text) : std::nullopt;
      if (other) OnLackingValue(value.span, *compare, has, entity, *other);
    }
  }

 private:
  void OnLackingValue(grammar::Span span, const Compare& compare, const Has& has, Entity entity, FieldId field) {
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    const auto counted = view_.counts().WithoutTime(entity, match->symbols.get(), field, model::kValuePart);
    if (!counted.ok()) return reporter_->Fail(counted.status());
    const uint64_t rows = counted->lacking;
    if (rows == 0) return;
    const std::string name(model::Info(field).name);
    std::string hint =
        absl::StrCat("of those with a ", name, " write has ", EntityName(entity), " ... with ", name, " is not ...");
    if (model::Info(field).kind == model::Kind::kNumber) hint = HintOrMissing(compare, name);
    reporter_->Note(span, "missing-counts",
                    absl::StrCat(RowsInWords(rows, entity, match->label), rows == 1 ? " has" : " have", " no ", name,
                                 ", and who has only such is not left out by this"),
                    {std::move(hint)});
  }

  // The statement that also excludes people with a record without the number.
  std::string HintOrMissing(const Compare& compare, const std::string& name) {
    const std::string other = reporter_->Rewritten(OrMissing(compare, {name, {}}));
    return absl::StrCat("to leave them out as well, write ",
                        other.empty() ? absl::StrCat("... or ", name, " is missing") : other);
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnMissingValues(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const Has& has,
                           Entity entity) {
  MissingValues(view, reporter, criteria).LookAtValues(*has.with, has, entity);
}

}  // namespace muster::bind
