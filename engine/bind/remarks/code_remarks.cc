#include "engine/bind/remarks/code_remarks.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/values/term_binder.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;

constexpr size_t kMaxNamed = 5;

// Systems whose codes lie below each other, which only an ontology tells.
bool HasHierarchy(std::string_view kind) {
  constexpr std::string_view kSystems[] = {
      "BTO:", "CHEBI:", "CL:", "DOID:", "EFO:", "HP:", "MESH:", "MONDO:", "NCIT:", "ORPHA:", "SNOMED:", "UBERON:"};
  return std::find(std::begin(kSystems), std::end(kSystems), kind) != std::end(kSystems);
}

class CodeRemarks {
 public:
  CodeRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.terms.empty() || *entity == Entity::kVariant) return;  // genes are told of where they are bound
    const auto field = static_cast<FieldId>(model::Info(*entity).primary);
    const std::optional<TermMatch>& match = criteria_.Match(has);
    const auto values = view_.FieldValues(field);
    if (!values.ok()) return reporter_->Fail(values.status());
    if (!match) return;
    TermBinder binder(view_, reporter_);
    for (const Literal& literal : has.terms) {
      if (literal.exactly) continue;
      const auto code = binder.CodeOf(literal, field);
      if (!code) continue;
      const ontology::Concept found = view_.terminology().Find(*code);
      OnSameNames(literal, found, *entity, *match->symbols);
      // Drugs and tests are mostly asked for by themselves, and who writes a name has seen what is called so.
      const bool of_kinds = *entity != Entity::kTreatment && !IsMeasured(*entity);
      if (of_kinds && literal.kind == Literal::Kind::kCode) {
        OnLostHierarchy(literal, found, *match->symbols, **values);
      }
    }
  }

 private:
  // What the term is called: its label, its exact synonyms, and the label that came with the data.
  std::vector<std::string> NamesOf(const ontology::Concept& found) const {
    std::vector<std::string> names;
    for (const ontology::Node node : found.nodes) {
      const ontology::Term term = view_.terminology().term(node);
      names.push_back(term.label);
      for (const ontology::Synonym& synonym : term.synonyms) {
        if (synonym.scope == ontology::Synonym::Scope::kExact) names.push_back(synonym.text);
      }
    }
    if (const auto symbol = view_.dictionary().Find(found.id)) names.emplace_back(view_.dictionary().Label(*symbol));
    std::erase(names, "");
    return names;
  }

  // Records with other codes that are called the same.
  void OnSameNames(const Literal& literal, const ontology::Concept& found, Entity entity,
                   const model::SymbolList& reached) {
    const std::vector<std::string> names = NamesOf(found);
    if (names.empty()) return;
    const auto primary = static_cast<FieldId>(model::Info(entity).primary);
    const auto labels = view_.RecordedLabels(primary);
    if (!labels.ok()) return reporter_->Fail(labels.status());
    std::vector<model::Symbol> namesakes;
    for (const std::string& name : names) {
      for (const model::Symbol symbol : (*labels)->Find(name)) {
        if (!reached.Contains(symbol)) namesakes.push_back(symbol);
      }
    }
    if (namesakes.empty()) return;
    const model::SymbolList others(std::move(namesakes));
    const auto people = view_.counts().PeopleObserved(entity, others, primary, model::kAnyValue);
    if (!people.ok()) return reporter_->Fail(people.status());
    if (*people == 0) return;
    reporter_->Note(
        literal.span, "same-name",
        absl::StrCat(*people, *people == 1 ? " individual has" : " individuals have",
                     " records called the same under other codes, which this does not ask for: ", Named(others)),
        {"name them as well, with or between the codes"});
  }

  // A code alone, for want of an ontology, beside others of its system.
  void OnLostHierarchy(const Literal& literal, const ontology::Concept& found, const model::SymbolList& reached,
                       const model::SymbolList& values) {
    const std::string kind(KindOf(found.id));
    if (found.source != ontology::Concept::Source::kPlain || !HasHierarchy(kind) ||
        view_.terminology().KnowsPrefix(found.id)) {
      return;
    }
    size_t others = 0;
    for (const model::Symbol symbol : values) {
      if (KindOf(view_.dictionary().Text(symbol)) == kind && !reached.Contains(symbol)) ++others;
    }
    if (others == 0) return;
    reporter_->Note(literal.span, "no-hierarchy",
                    absl::StrCat("no ontology with ", kind, " codes is loaded, so ", found.id,
                                 " is this code alone, without what lies below it; records have ", others, " other ",
                                 kind, others == 1 ? " code" : " codes"),
                    {"load the ontology, or name the codes that are meant, with or between them"});
  }

  std::string Named(const model::SymbolList& codes) const {
    std::string named;
    for (size_t i = 0; i < std::min(codes.size(), kMaxNamed); ++i) {
      absl::StrAppend(&named, i == 0 ? "" : ", ", std::string(view_.dictionary().Text(codes[i])));
    }
    if (codes.size() > kMaxNamed) absl::StrAppend(&named, " and ", codes.size() - kMaxNamed, " more");
    return named;
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  std::set<std::pair<std::string, std::string>> seen;  // each is looked at once
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->HasRoomForRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && seen.emplace(has->entity.text, TermsOf(*has)).second) {
      CodeRemarks(view, reporter, criteria).OnHas(*has);
    }
  }
}

}  // namespace muster::bind
