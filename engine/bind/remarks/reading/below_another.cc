#include "engine/bind/remarks/reading/below_another.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/names/names_alike.h"
#include "engine/bind/values/term_binder.h"
#include "engine/ontology/terminology.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using grammar::Quantity;
using model::Entity;
using model::FieldId;

constexpr size_t kMostTerms = 10;  // a longer list is a deliberate choice

// A criterion that asks whether there are observed records of some terms, or that there are none.
struct Asked {
  const Has* has;
  Entity entity;
  bool none;
  std::vector<ontology::Concept> concepts = {};  // of its terms, once they are needed
};

std::optional<Asked> AskedBy(const Leaf& leaf) {
  const auto* has = std::get_if<Has>(&leaf.criterion->node);
  if (has == nullptr || has->terms.empty() || has->terms.size() > kMostTerms || has->dates ||
      has->order != grammar::Order::kAny) {
    return std::nullopt;
  }
  if (has->polarity == grammar::Polarity::kExcluded) return std::nullopt;
  const bool without_rows = HoldsWithoutRows(*has);
  if (has->quantity && (has->quantity->distinct || has->quantity->count != (without_rows ? 0 : 1) ||
                        (!without_rows && has->quantity->kind != Quantity::Kind::kAtLeast))) {
    return std::nullopt;
  }
  const auto entity = FindEntity(has->entity.text);
  if (!entity || *entity == Entity::kVariant || model::Info(*entity).primary < 0) return std::nullopt;
  return Asked{has, *entity, without_rows != leaf.negated};
}

// What is asked of the record besides its terms.
enum class OwnCondition { kNone, kOfTheRecord, kOther };

// `kOther`: of its term, as `except` says it, or beside another record.
OwnCondition OwnConditionOf(const Has& has, Entity entity) {
  if (has.with == nullptr) return OwnCondition::kNone;
  const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
  const bool of_record = std::all_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event) return false;
    const auto field = FindField(entity, compare->field.text);
    return field && model::Info(entity).primary != static_cast<int>(*field) &&
           std::none_of(compare->values.begin(), compare->values.end(),
                        [](const Literal& value) { return !value.event.empty(); });
  });
  return of_record ? OwnCondition::kOfTheRecord : OwnCondition::kOther;
}

// Whether several records of `entity` are asked for, as `another` does.
bool AsksForSeveral(const SideBySide& criteria, Entity entity) {
  return std::any_of(criteria.leaves().begin(), criteria.leaves().end(), [&](const Leaf& leaf) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    return has != nullptr && has->quantity && has->quantity->count > 1 && FindEntity(has->entity.text) == entity;
  });
}

class BelowAnother {
 public:
  BelowAnother(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  // `below` asks for records, some of whose terms may be below those of `above`.
  void On(Asked& below, Asked& above) {
    const OwnCondition condition = OwnConditionOf(*above.has, above.entity);
    const bool named = below.has->alias || above.has->alias;  // may be compared elsewhere
    if (condition == OwnCondition::kOther || (named && (!above.none || condition != OwnCondition::kNone))) return;
    if (condition != OwnCondition::kNone && above.entity != Entity::kDisease) return;
    const auto* concepts = ConceptsOf(below);
    const auto* others = ConceptsOf(above);
    if (concepts == nullptr || others == nullptr || !AllBelow(*concepts, *above.has, *others)) return;
    // Who knows by the names that one is the other means it so.
    if (condition != OwnCondition::kNone && NamesTell(*concepts, *others)) return;
    Say(below, above, condition);
  }

 private:
  // Null after a failure.
  const std::vector<ontology::Concept>* ConceptsOf(Asked& asked) {
    if (!asked.concepts.empty()) return &asked.concepts;
    std::vector<ontology::Concept> concepts;
    for (const Literal& term : asked.has->terms) {
      const auto field = static_cast<FieldId>(model::Info(asked.entity).primary);
      // Remarks on codes have mostly looked for it before.
      const auto known = view_.named_codes().Find(field, static_cast<uint32_t>(term.kind), term.text);
      const auto code = known ? std::optional(known->code) : TermBinder(view_, reporter_).CodeOf(term, field);
      if (!code) return nullptr;
      concepts.push_back(view_.terminology().Find(*code));
    }
    asked.concepts = std::move(concepts);
    return &asked.concepts;
  }

  // What a question has followed tells of most that they are not, without a walk over the ontologies.
  bool IsAtOrBelow(const ontology::Concept& one, const ontology::Concept& other) const {
    const ontology::Terminology& terminology = view_.terminology();
    if (!terminology.HasHierarchyOfItsOwn(other.id)) {
      const auto reached = terminology.CachedFollow(other.id, ontology::Reach::kDescendants);
      const auto symbol = terminology.dictionary().Find(one.id);
      if (symbol && reached && reached->symbols != nullptr && !reached->symbols->Contains(*symbol)) return false;
    }
    return terminology.IsAtOrBelow(one, other);
  }

  // Whether each of `concepts` is below one of `others`, the terms of `has`, and is none of them itself.
  bool AllBelow(const std::vector<ontology::Concept>& concepts, const Has& has,
                const std::vector<ontology::Concept>& others) const {
    return std::all_of(concepts.begin(), concepts.end(), [&](const ontology::Concept& one) {
      bool below = false;
      for (size_t i = 0; i < others.size(); ++i) {
        if (!IsAtOrBelow(one, others[i])) continue;
        if (IsAtOrBelow(others[i], one)) return false;
        below = below || !has.terms[i].exactly;
      }
      return below;
    });
  }

  bool NamesTell(const std::vector<ontology::Concept>& concepts, const std::vector<ontology::Concept>& others) const {
    const std::set<std::string> words = WordsOf(others);
    const std::set<std::string> own = WordsOf(concepts);
    return std::any_of(own.begin(), own.end(), [&](const std::string& word) { return words.contains(word); });
  }

  std::set<std::string> WordsOf(const std::vector<ontology::Concept>& concepts) const {
    std::set<std::string> words;
    for (const ontology::Concept& one : concepts) words.merge(TellingWords(view_.terminology().Label(one.id)));
    return words;
  }

  void Say(const Asked& below, const Asked& above, OwnCondition condition) {
    Compare but;
    but.field.text = std::string(model::Info(static_cast<FieldId>(model::Info(above.entity).primary)).name);
    but.op = Compare::Op::kNotIn;
    but.values = below.has->terms;
    grammar::Rewriting rewriting;
    rewriting[above.has] = grammar::WithCriterion(*above.has, grammar::MakeExpr({}, std::move(but)));
    std::vector<std::string> hints;
    if (const std::string other = reporter_->Rewritten(std::move(rewriting)); !other.empty()) {
      hints.push_back(absl::StrCat(
          above.none ? "to leave out who has another one, write " : "to ask for another one, write ", other));
    }
    const char* so = condition != OwnCondition::kNone ? ", and this asks it of that record, too"
                     : above.none                     ? ", and this leaves out everybody who has one"
                                                      : ", and this leaves out nobody";
    reporter_->Note(above.has->terms[0].span, "below-another",
                    absl::StrCat("by the ontology every record of ", NameWithTerms(*below.has, below.entity),
                                 " is one of ", NameWithTerms(*above.has, above.entity), so),
                    std::move(hints));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace

void RemarkOnBelowAnother(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  constexpr size_t kMostCompared = 20;
  std::vector<Asked> asked;
  for (const Leaf& leaf : criteria.leaves()) {
    if (asked.size() == kMostCompared) break;
    if (auto by = AskedBy(leaf)) asked.push_back(*std::move(by));
  }
  BelowAnother remarks(view, reporter);
  for (Asked& above : asked) {
    for (Asked& below : asked) {
      if (!reporter->ExplainsRemarks()) return;
      if (below.has == above.has || below.entity != above.entity || below.none) continue;
      if (above.none || !AsksForSeveral(criteria, above.entity)) remarks.On(below, above);
    }
  }
}

}  // namespace muster::bind
