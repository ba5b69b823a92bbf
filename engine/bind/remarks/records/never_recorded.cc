#include "engine/bind/remarks/records/never_recorded.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/values/match_again.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/schema.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Literal;
using model::Entity;

constexpr size_t kMaxTerms = 10;  // a longer list is taken from somewhere: not each is expected to be recorded

class NeverRecorded {
 public:
  NeverRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void On(const Occurrence& one) {
    const Has& has = *one.has;
    const auto entity = FindEntity(has.entity.text);
    // Of genes it is said where they are bound; of what is recorded as absent, elsewhere.
    if (!entity || has.terms.empty() || *entity == Entity::kVariant || model::Info(*entity).primary < 0 ||
        has.polarity == grammar::Polarity::kExcluded) {
      return;
    }
    const std::optional<TermMatch>& match = criteria_.Match(has);
    if (!match) return;
    const bool none = HoldsWithoutRows(has) != one.negated;
    if (!HaveAny(*entity, *match))
      return Say(has, has.terms.front(), *entity, TermsOf(has), none, has.terms.size() > 1);
    if (has.terms.size() == 1 || has.terms.size() > kMaxTerms) return;
    for (const Literal& term : has.terms) {  // codes beside others are often those of other systems
      if (term.kind != Literal::Kind::kQuoted) continue;
      const auto own = MatchAgain(view_, reporter_, {term}, *entity);
      if (!own) return;
      if (!HaveAny(*entity, *own)) Say(has, term, *entity, grammar::Print(term), none, false);
    }
  }

 private:
  bool HaveAny(Entity entity, const TermMatch& match) const {
    if (match.symbols->empty()) return false;
    const auto people = view_.counts().PeopleObserved(
        entity, *match.symbols, static_cast<model::FieldId>(model::Info(entity).primary), model::kAnyValue);
    if (!people.ok()) reporter_->Fail(people.status());
    return !people.ok() || *people > 0;
  }

  void Say(const Has& has, const Literal& term, Entity entity, const std::string& terms, bool none, bool several) {
    const bool is_said = std::ranges::any_of(has.terms, [&](const Literal& one) {
      return reporter_->HasReported("no-such-codes", one.span) || reporter_->HasReported("unused-code", one.span) ||
             reporter_->HasReported("other-field", one.span);
    });
    if (is_said || !reporter_->HasRoomForRemarks()) return;
    if (!said_.insert(absl::StrCat(EntityName(entity), none ? " none " : " ", terms)).second) return;
    std::vector<std::string> hints;
    if (!several) hints = CalledSo(term, entity);
    reporter_->Note(term.span, "never-recorded",
                    absl::StrCat("nobody in this catalogue is recorded as having ", EntityName(entity), " ", terms,
                                 ": this ", none ? "leaves out nobody" : "finds nobody"),
                    std::move(hints));
  }

  // Codes of the entity whose names have its words.
  std::vector<std::string> CalledSo(const Literal& term, Entity entity) const {
    const auto field = static_cast<model::FieldId>(model::Info(entity).primary);
    const auto code = TermBinder(view_, reporter_).CodeOf(term, field);
    const std::string name = term.kind == Literal::Kind::kCode && code ? view_.terminology().Label(*code) : term.text;
    if (name.empty()) return {};
    constexpr size_t kShown = 3;
    std::string shown;
    for (const FoundName& found : FindNames(view_, name, field, kShown)) {
      if (found.rows == 0 || (code && found.code == *code)) continue;
      absl::StrAppend(&shown, shown.empty() ? "" : ", ", found.code, found.label.empty() ? "" : " ", found.label);
    }
    if (shown.empty()) return {};
    return {absl::StrCat("recorded ", std::string(model::Info(entity).plural), " with its words: ", shown)};
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<std::string> said_;
};

}  // namespace

void RemarkOnNeverRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  NeverRecorded never(view, reporter, criteria);
  for (const Occurrence& one : OccurrencesIn(criteria)) {
    if (!reporter->ExplainsRemarks()) return;
    never.On(one);
  }
}

}  // namespace muster::bind
