#include "engine/bind/remarks/records/any_term.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/missing/terms_in_units.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::Entity;

class AnyTerm {
 public:
  AnyTerm(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  void OnHas(const Has& has) {
    const auto found = FindTermsInUnits(view_, reporter_, has);
    if (!found || found->terms.size() < 2) return;
    constexpr size_t kMostNamed = 3;
    std::vector<std::string> named;
    for (const model::Symbol term : found->terms) {
      if (named.size() < kMostNamed) named.push_back(NameOf(term));
    }
    const model::EntityInfo& info = model::Info(*FindEntity(has.entity.text));
    const std::string name(info.name);
    reporter_->Note(
        found->compare->field.span, "any-term",
        absl::StrCat("no ", name, " is named, and the number is compared with those of ", found->terms.size(),
                     " kinds: ", absl::StrJoin(named, ", "), named.size() < found->terms.size() ? ", ..." : ""),
        HintOf(has, found->terms.front()));
  }

 private:
  std::string NameOf(model::Symbol term) const {
    const std::string code(view_.dictionary().Text(term));
    const std::string label(view_.terminology().Label(code));  // a live record has the code
    return label.empty() ? code : absl::StrCat(code, " ", label);
  }

  std::vector<std::string> HintOf(const Has& has, model::Symbol term) const {
    Has of_one = grammar::Clone(has);
    grammar::Literal code;
    code.kind = grammar::Literal::Kind::kCode;
    code.text = std::string(view_.dictionary().Text(term));
    of_one.terms.push_back(std::move(code));
    const std::string other = reporter_->RewrittenWith(&has, std::move(of_one));
    if (other.empty()) return {};
    return {absl::StrCat("name the one that is meant, as in ", other)};
  }

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace

void RemarkOnAnyTerm(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  AnyTerm remarks(view, reporter);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && has->polarity != grammar::Polarity::kExcluded) remarks.OnHas(*has);
  }
}

}  // namespace muster::bind
