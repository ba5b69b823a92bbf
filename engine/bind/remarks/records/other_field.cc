#include "engine/bind/remarks/records/other_field.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_counts.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::Entity;
using model::FieldId;

class OtherField {
 public:
  OtherField(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.terms.empty() || model::Info(*entity).primary < 0) return;
    const auto primary = static_cast<FieldId>(model::Info(*entity).primary);
    const std::optional<TermMatch>& match = criteria_.Match(has);
    if (!match || match->symbols->empty() || IsRecorded(primary, *match->symbols)) return;
    for (const FieldId field : model::FieldsOf(*entity)) {
      const model::Kind kind = model::Info(field).kind;
      if (field == primary || (kind != model::Kind::kCode && kind != model::Kind::kTime)) continue;
      const auto values = view_.RecordedValues(field);
      if (!values.ok()) return reporter_->Fail(values.status());
      std::vector<model::Symbol> found;
      for (const model::Symbol symbol : *match->symbols) {
        if ((*values)->Contains(symbol)) found.push_back(symbol);
      }
      if (!found.empty()) return Say(has, *entity, field, match->label, model::SymbolList(std::move(found)));
    }
  }

 private:
  // Whether a record is one of these itself, observed or excluded.
  bool IsRecorded(FieldId primary, const model::SymbolList& symbols) {
    const auto values = view_.RecordedValues(primary);
    if (!values.ok()) {
      reporter_->Fail(values.status());
      return true;
    }
    for (const model::Symbol symbol : symbols) {
      if ((*values)->Contains(symbol)) return true;
    }
    return false;
  }

  void Say(const Has& has, Entity entity, FieldId field, const std::string& label, const model::SymbolList& found) {
    const auto rows = view_.counts().WithValue(field, found);
    if (!rows.ok()) return reporter_->Fail(rows.status());
    const model::EntityInfo& info = model::Info(entity);
    const std::string name(info.name), of(model::Info(field).name);
    reporter_->Note(
        has.terms[0].span, "other-field",
        absl::StrCat("no ", name, " is ", label, "; ", *rows, " ", std::string(*rows == 1 ? info.name : info.plural),
                     *rows == 1 ? " has" : " have", " it as ", of),
        {absl::StrCat(HoldsWithoutRows(has) ? "write no " : "write has ", name, " with ", of, " is ", TermsOf(has))});
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnOtherField(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  OtherField other(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    if (const auto* has = std::get_if<Has>(&leaf.criterion->node)) other.OnHas(*has);
  }
}

}  // namespace muster::bind
