#include "engine/api/found/narrower_uses.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/values/term_binder.h"
#include "engine/consent/data_use.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Literal;
using model::Entity;

constexpr model::FieldId kUse = model::field::kConsentUse;

// Of a leaf that says which data use a consent has; null otherwise.
const Compare* UseAskedBy(const bind::Leaf& leaf) {
  const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
  if (compare == nullptr || compare->event || compare->values.empty()) return nullptr;
  if (compare->op != Compare::Op::kIs && compare->op != Compare::Op::kIn) return nullptr;
  return bind::FindField(Entity::kConsent, compare->field.text) == kUse ? compare : nullptr;
}

// What is asked of the consents that somebody has to have.
std::vector<const Compare*> UsesAskedIn(const bind::SideBySide& criteria, Entity counted) {
  std::vector<const Compare*> uses;
  const auto add = [&](const std::vector<bind::Leaf>& leaves) {
    for (const bind::Leaf& leaf : leaves) {
      if (const Compare* compare = UseAskedBy(leaf)) uses.push_back(compare);
    }
  };
  for (const bind::Occurrence& one : bind::OccurrencesIn(criteria)) {
    if (bind::FindEntity(one.has->entity.text) != Entity::kConsent || one.has->with == nullptr) continue;
    if (bind::HoldsWithoutRows(*one.has) == one.negated) add(bind::LeavesOf({one.has->with.get()}));
  }
  if (counted == Entity::kConsent) add(criteria.leaves());
  return uses;
}

class NarrowerUses {
 public:
  NarrowerUses(FoundPeople* found, bind::Reporter* reporter) : found_(*found), reporter_(reporter) {}

  void On(const Compare& compare) {
    Compare exact = compare;
    std::vector<std::string> permissions;
    for (Literal& term : exact.values) {
      const auto code = bind::TermBinder(found_.view(), reporter_).CodeOf(term, kUse);
      if (!code) return;
      if (term.exactly || !consent::IsPermission(*code)) continue;
      term.exactly = true;
      permissions.push_back(NameOf(*code));
    }
    if (permissions.empty()) return;
    const std::vector<std::string> narrower = ReachedBesides(compare, exact);
    if (narrower.empty()) return;
    grammar::Rewriting instead;
    instead[&compare] = grammar::MakeExpr({}, std::move(exact));
    const std::optional<int64_t> all = found_.Count();
    const std::optional<int64_t> others = all ? found_.CountWith(instead) : std::nullopt;
    if (!others || *others >= *all) return;
    const int64_t some = *all - *others;
    std::vector<std::string> hints;
    if (const std::string statement = reporter_->Rewritten(std::move(instead)); !statement.empty()) {
      hints.push_back(absl::StrCat("to leave ", some == 1 ? "it" : "them", " out, write ", statement));
    }
    reporter_->Note(compare.values[0].span, "narrower-data-uses",
                    absl::StrCat(some, " of ", found_.InWords(*all), some == 1 ? " is" : " are",
                                 " found only by a data use that lies below ", OneOf(permissions),
                                 " and permits less: ", Listed(narrower)),
                    std::move(hints));
  }

 private:
  std::string NameOf(const std::string& code) const {
    const std::string label = found_.view().terminology().Label(code);
    return absl::StrCat(code, label.empty() ? "" : " ", label);
  }

  static std::string OneOf(const std::vector<std::string>& names) {
    std::string text = names[0];
    for (size_t i = 1; i < names.size(); ++i) absl::StrAppend(&text, " or ", names[i]);
    return text;
  }

  static std::string Listed(const std::vector<std::string>& names) {
    constexpr size_t kMostNamed = 3;
    std::string text;
    for (size_t i = 0; i < names.size() && i < kMostNamed; ++i) absl::StrAppend(&text, i == 0 ? "" : ", ", names[i]);
    if (names.size() > kMostNamed) absl::StrAppend(&text, " and ", names.size() - kMostNamed, " more");
    return text;
  }

  // The recorded data uses that one asks for and the other does not.
  std::vector<std::string> ReachedBesides(const Compare& compare, const Compare& exact) {
    const auto recorded = found_.view().RecordedValues(kUse);
    if (!recorded.ok()) reporter_->Fail(recorded.status());
    if (!recorded.ok()) return {};
    bind::SilentReporter silent;
    bind::TermBinder terms(found_.view(), &silent);
    const auto reached = terms.Bind(compare.values, kUse, ontology::Reach::kDescendants);
    const auto meant = terms.Bind(exact.values, kUse, ontology::Reach::kDescendants);
    if (!silent.status().ok()) reporter_->Fail(silent.status());
    std::vector<std::string> besides;
    if (!reached || !meant || reached->symbols == nullptr || meant->symbols == nullptr) return besides;
    for (const model::Symbol symbol : **recorded) {
      if (!reached->symbols->Contains(symbol) || meant->symbols->Contains(symbol)) continue;
      besides.push_back(NameOf(std::string(found_.view().dictionary().Text(symbol))));
    }
    std::sort(besides.begin(), besides.end());
    return besides;
  }

  FoundPeople& found_;
  bind::Reporter* reporter_;
};

}  // namespace

void NoteNarrowerUses(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter) {
  for (const Compare* compare : UsesAskedIn(criteria, found->counted())) NarrowerUses(found, reporter).On(*compare);
}

}  // namespace muster::api
