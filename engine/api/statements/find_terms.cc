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
#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/model/schema/code_fields.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/ontology.h"
#include "engine/ontology/terminology.h"

namespace muster::api {
namespace {

using bind::Condition;
using bind::ConditionPtr;
using model::Entity;
using model::FieldId;

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
                      Column::People("individuals"), Column::Text("field")};
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
                   near.empty() ? LongFormOf(terms.text) : near);
    return std::move(table_);
  }

 private:
  // SLE: what was looked for in its place.
  static std::vector<std::string> LongFormOf(const std::string& text) {
    if (!bind::IsAbbreviationInCapitals(text)) return {};
    return {absl::StrCat("it is looked for as ", absl::StrJoin(bind::WordsWrittenOut(text), " "))};
  }

  // What records of the entity have in any of its fields of codes, and terms above that.
  void FindTermsOf(const grammar::Name& name, const std::string& text, size_t limit) {
    const auto entity = bind::FindEntity(name.text);
    if (!entity) return bind::ReportUnknownEntity(&reporter_, name);
    const std::vector<FieldId> fields = model::CodeFieldsOf(*entity);
    if (fields.empty()) {
      return reporter_.Error(name.span, "no-term",
                             absl::StrCat(std::string(model::Info(*entity).plural), " have no terms"));
    }
    std::set<std::string> seen;
    for (const FieldId field : fields) {
      for (const bind::FoundName& found : bind::FindNames(view_, text, field, std::max(limit, kTermsCounted))) {
        if (seen.insert(found.code).second) AddRow(found.code, found.label, OntologyOf(found.code), entity);
      }
    }
  }

  void AddRow(const std::string& code, const std::string& label, const std::string& ontology,
              std::optional<Entity> of = std::nullopt) {
    std::vector<std::string> fields;
    const int64_t people = Individuals(code, of, &fields);
    table_.rows.push_back({code, label, ontology, people, absl::StrJoin(fields, ", ")});
  }

  std::string OntologyOf(const std::string& code) const {
    const ontology::Concept found = view_.terminology().Find(code);
    if (found.nodes.empty()) return "(records)";
    return view_.terminology().ontologies()[found.nodes[0].ontology]->id();
  }

  // An abbreviation is searched for by its long form, too; in capitals it is not the beginning of another word.
  void FindInOntologies(const std::string& text, size_t limit) {
    std::set<std::string> seen;
    std::vector<std::string> texts = {text};
    for (const bind::Abbreviation& known : bind::Abbreviations()) {
      if (absl::EqualsIgnoreCase(text, std::string(known.written))) texts.emplace_back(known.meant);
    }
    const bool strict = bind::IsAbbreviationInCapitals(text);
    const bind::NameMatcher matcher(text);
    for (const std::string& one : texts) {
      for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
        if (!ShouldContinue()) return;
        for (const ontology::TermIndex index : ontology->Search(one, std::max(limit, kTermsCounted))) {
          const ontology::Term term = ontology->term(index);
          if (strict && !matcher.MatchesAny(term.label, term.synonyms)) continue;
          if (!seen.insert(term.id).second) continue;
          AddRow(term.id, term.label, ontology->id());
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
      AddRow(std::string(code), std::string(label), "(records)");
    }
  }

  // People with an observed record that has the term or what lies below it in any field of codes, of one entity or of
  // any; and in which `fields`, the main field of an entity by the entity's name.
  int64_t Individuals(const std::string& code, std::optional<Entity> of, std::vector<std::string>* fields) {
    const ontology::Reached reached =
        view_.terminology().Follow(view_.terminology().Find(code), ontology::Reach::kDescendants);
    if (reached.symbols->empty()) return 0;
    ConditionPtr any = bind::MakeNode(Condition::Kind::kOr, Entity::kIndividual);
    for (const model::EntityInfo& info : model::Entities()) {
      if (of && info.entity != *of) continue;
      for (const FieldId field : model::CodeFieldsOf(info.entity)) {
        const auto values = view_.FieldValues(field);
        if (!values.ok()) {
          reporter_.Fail(values.status());
          return 0;
        }
        if (!bind::Meet(*reached.symbols, **values)) continue;
        fields->push_back(model::FieldOfTermsInWords(field));
        any->operands.push_back(InField(info, field, reached.symbols));
      }
    }
    return any->operands.empty() ? 0 : CountRows(Entity::kIndividual, *any, ask_, &reporter_);
  }

  static ConditionPtr InField(const model::EntityInfo& info, FieldId field, const ontology::SymbolSet& symbols) {
    const bool primary = info.primary == static_cast<int>(field);
    ConditionPtr has = primary ? nullptr : bind::MakeCodes(field, symbols, 1, "");
    if (info.entity == Entity::kIndividual) return has;
    ConditionPtr exists = bind::MakeNode(Condition::Kind::kExists, Entity::kIndividual);
    exists->child = info.entity;
    exists->polarity = info.polar ? bind::Polarity::kObserved : bind::Polarity::kAny;
    if (primary) {
      exists->symbols = symbols;
    } else {
      exists->operands.push_back(std::move(has));
    }
    return exists;
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
