#include "engine/api/statements/find_terms.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/ontology.h"
#include "engine/ontology/terminology.h"

namespace muster::api {
namespace {

using bind::Condition;
using bind::ConditionPtr;
using model::Entity;

constexpr size_t kTermsShown = 20;
constexpr size_t kTermsCounted = 200;  // of each ontology, before the most frequent are shown
constexpr size_t kMaxTerms = 1000;

class TermFinder {
 public:
  TermFinder(const bind::CatalogueView& view, const Ask& ask, bind::Reporter* reporter)
      : view_(view), ask_(ask), reporter_(*reporter) {}

  Table Find(const grammar::Terms& terms) {
    const size_t limit = std::min<size_t>(kMaxTerms, static_cast<size_t>(terms.limit.value_or(kTermsShown)));
    table_.columns = {Column::Key("code"), Column::Text("label"), Column::Text("ontology"),
                      Column::People("individuals")};
    if (terms.in) {
      FindTermsOf(*terms.in, terms.text, limit);
      if (reporter_.errors() > 0) return {};
    } else {
      FindInOntologies(terms.text, limit);
      FindLabels(terms.text);
    }
    std::stable_sort(table_.rows.begin(), table_.rows.end(),
                     [](const auto& a, const auto& b) { return std::get<int64_t>(a[3]) > std::get<int64_t>(b[3]); });
    if (table_.rows.size() > limit) table_.rows.resize(limit);
    if (!table_.rows.empty()) return std::move(table_);
    std::vector<std::string> near;
    for (std::string& term : view_.terminology().Nearest(terms.text, 3)) {
      if (bind::IsSlip(terms.text, term.substr(std::min(term.size(), term.find(' ') + 1)))) {
        near.push_back(std::move(term));
      }
    }
    reporter_.Note(terms.span, "no-such-term",
                   absl::StrCat("no term ", terms.in ? absl::StrCat("of ", terms.in->text, " here ") : "",
                                "has words like '", terms.text, "'"),
                   near);
    return std::move(table_);
  }

 private:
  // What records of the entity have, and terms above it.
  void FindTermsOf(const grammar::Name& name, const std::string& text, size_t limit) {
    const auto entity = bind::FindEntity(name.text);
    if (!entity) return bind::ReportUnknownEntity(&reporter_, name);
    const int primary = model::Info(*entity).primary;
    if (primary < 0) {
      return reporter_.Error(name.span, "no-term",
                             absl::StrCat(std::string(model::Info(*entity).plural), " have no terms"));
    }
    for (const bind::FoundName& found :
         bind::FindNames(view_, text, static_cast<model::FieldId>(primary), std::max(limit, kTermsCounted))) {
      table_.rows.push_back({found.code, found.label, OntologyOf(found.code), Individuals(found.code, entity)});
    }
  }

  std::string OntologyOf(const std::string& code) const {
    const ontology::Concept found = view_.terminology().Find(code);
    if (found.nodes.empty()) return "(records)";
    return view_.terminology().ontologies()[found.nodes[0].ontology]->id();
  }

  // An abbreviation is searched for by its long form, too.
  void FindInOntologies(const std::string& text, size_t limit) {
    std::set<std::string> seen;
    std::vector<std::string> texts = {text};
    for (const bind::Abbreviation& known : bind::Abbreviations()) {
      if (absl::EqualsIgnoreCase(text, std::string(known.written))) texts.emplace_back(known.meant);
    }
    for (const std::string& one : texts) {
      for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
        if (!ShouldContinue()) return;
        for (const ontology::TermIndex index : ontology->Search(one, std::max(limit, kTermsCounted))) {
          const ontology::Term term = ontology->term(index);
          if (!seen.insert(term.id).second) continue;
          table_.rows.push_back({term.id, term.label, ontology->id(), Individuals(term.id)});
        }
      }
    }
  }

  // Codes that no loaded ontology has, by the labels that came with the data.
  void FindLabels(std::string_view text) {
    const model::Dictionary& dictionary = view_.dictionary();
    const auto in_use = view_.InUse(bind::CatalogueView::Which::kSymbols);
    if (!in_use.ok()) return reporter_.Fail(in_use.status());
    size_t found = 0;
    const bind::NameMatcher matcher(text);
    for (const model::Symbol symbol : **in_use) {
      if (found >= kTermsCounted || !ShouldContinueSampled()) break;
      const std::string_view code = dictionary.Text(symbol);
      const std::string_view label = dictionary.Label(symbol);
      if (label.empty() || code.find(':') == std::string_view::npos || view_.terminology().KnowsPrefix(code)) continue;
      if (!matcher.Match(label)) continue;
      ++found;
      table_.rows.push_back(
          {std::string(code), std::string(label), std::string("(records)"), Individuals(std::string(code))});
    }
  }

  // People with an observed record of the term or of what lies below it, of one entity or of any.
  int64_t Individuals(const std::string& code, std::optional<Entity> of = std::nullopt) {
    const ontology::Reached reached =
        view_.terminology().Follow(view_.terminology().Find(code), ontology::Reach::kDescendants);
    if (reached.symbols->empty()) return 0;
    ConditionPtr any = bind::MakeNode(Condition::Kind::kOr, Entity::kIndividual);
    for (const model::EntityInfo& info : model::Entities()) {
      if (info.primary < 0 || (of && info.entity != *of)) continue;
      ConditionPtr exists = bind::MakeNode(Condition::Kind::kExists, Entity::kIndividual);
      exists->child = info.entity;
      exists->polarity = info.polar ? bind::Polarity::kObserved : bind::Polarity::kAny;
      exists->symbols = reached.symbols;
      any->operands.push_back(std::move(exists));
    }
    return CountRows(Entity::kIndividual, *any, ask_, &reporter_);
  }

  const bind::CatalogueView& view_;
  const Ask& ask_;
  bind::Reporter& reporter_;
  Table table_;
};

}  // namespace

Table FindTerms(const grammar::Terms& terms, const bind::CatalogueView& view, const Ask& ask,
                bind::Reporter* reporter) {
  return TermFinder(view, ask, reporter).Find(terms);
}

}  // namespace muster::api
