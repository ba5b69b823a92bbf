#include "engine/bind/remarks/code_remarks.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;

constexpr size_t kMaxNamed = 5;

// Systems with a hierarchy of codes, which only an ontology contains.
bool HasHierarchy(std::string_view kind) {
  constexpr std::string_view kSystems[] = {
      "BTO:", "CHEBI:", "CL:", "DOID:", "EFO:", "HP:", "MESH:", "MONDO:", "NCIT:", "ORPHA:", "SNOMED:", "UBERON:"};
  return std::find(std::begin(kSystems), std::end(kSystems), kind) != std::end(kSystems);
}

// Systems of numbers, of which one that goes on as another does has nothing to do with it.
bool IsFlat(std::string_view kind) {
  constexpr std::string_view kSystems[] = {
      "CLINVAR:", "DOI:", "ENSEMBL:", "GARD:", "HGNC:", "MEDGEN:", "OMIM:", "OMIMPS:", "PMID:", "RxNorm:", "UMLS:"};
  return std::find(std::begin(kSystems), std::end(kSystems), kind) != std::end(kSystems);
}

// Whether a code that goes on behind `code` with `rest` may lie below it, in a system of which nothing is known. A
// point begins a part in most systems; in those named here any character does.
bool MayLieBelow(std::string_view kind, std::string_view rest) {
  if (rest.find(' ') != std::string_view::npos) return false;
  if (rest.size() > 1 && rest.front() == '.') return true;
  constexpr std::string_view kGoOn[] = {"ccam", "ctv", "dsm", "icd", "icpc", "nomesco", "oxmis", "read"};
  const std::string lower = model::ToLower(kind);
  return std::any_of(std::begin(kGoOn), std::end(kGoOn),
                     [&](std::string_view begin) { return lower.starts_with(begin); });
}

// What codes below `code` begin with: "READ:C10" of READ:C10.., whose points fill it up to five characters.
std::string_view Beginning(std::string_view code) {
  while (code.ends_with('.')) code.remove_suffix(1);
  return code;
}

// An order of what is asked for, by entity and terms.
struct ComesBefore {
  bool operator()(const Has* a, const Has* b) const {
    if (a->entity.text != b->entity.text) return a->entity.text < b->entity.text;
    return std::lexicographical_compare(a->terms.begin(), a->terms.end(), b->terms.begin(), b->terms.end(),
                                        [](const Literal& one, const Literal& other) {
                                          return std::tie(one.kind, one.exactly, one.text, one.label) <
                                                 std::tie(other.kind, other.exactly, other.text, other.label);
                                        });
  }
};

class CodeRemarks {
 public:
  CodeRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.terms.empty() || *entity == Entity::kVariant)
      return;  // remarks on genes are made where they are bound
    const auto field = static_cast<FieldId>(model::Info(*entity).primary);
    // Drugs and tests are usually meant exactly, and somebody who writes a name has seen what has that name.
    const bool of_kinds = *entity != Entity::kTreatment && !IsMeasured(*entity);
    for (const Literal& literal : has.terms) {
      if (literal.exactly) continue;
      const absl::StatusOr<NamedCode> named = CodeOf(literal, field);
      if (!named.ok()) return reporter_->Fail(named.status());
      const bool lost_hierarchy = of_kinds && named->lacks_hierarchy && literal.kind == Literal::Kind::kCode;
      if (named->called == nullptr && !lost_hierarchy) continue;
      const std::optional<TermMatch>& match = criteria_.Match(has);
      if (!match) return;
      if (named->called != nullptr) OnSameNames(literal, *named->called, *entity, *match->symbols);
      if (lost_hierarchy) OnLostHierarchy(literal, named->code, *match->symbols, field);
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

  absl::StatusOr<NamedCode> CodeOf(const Literal& literal, FieldId field) const {
    const auto kind = static_cast<uint32_t>(literal.kind);
    if (auto known = view_.named_codes().Find(field, kind, literal.text)) return *std::move(known);
    const auto code = TermBinder(view_, reporter_).CodeOf(literal, field);
    if (!code) return NamedCode();
    const ontology::Concept found = view_.terminology().Find(*code);
    const bool by_code = model::HasCodeHierarchy(*code) && model::HasKnownPrefix(*code);
    const std::string_view system = KindOf(*code);
    NamedCode named = {*code, nullptr,
                       found.source == ontology::Concept::Source::kPlain && !by_code && !IsFlat(system) &&
                           system.ends_with(':') && !view_.terminology().KnowsPrefix(*code)};
    std::vector<model::Symbol> called;
    if (const std::vector<std::string> names = NamesOf(found); !names.empty()) {
      const auto labels = view_.RecordedLabels(field);
      if (!labels.ok()) return labels.status();
      for (const std::string& name : names) {
        for (const model::Symbol symbol : (*labels)->Find(name)) called.push_back(symbol);
      }
    }
    if (!called.empty()) named.called = std::make_shared<const model::SymbolList>(std::move(called));
    view_.named_codes().Insert(field, kind, literal.text, named, named.bytes());
    return named;
  }

  // Records with other codes that are called the same.
  void OnSameNames(const Literal& literal, const model::SymbolList& called, Entity entity,
                   const model::SymbolList& reached) {
    std::vector<model::Symbol> namesakes;
    for (const model::Symbol symbol : called) {
      if (!reached.Contains(symbol)) namesakes.push_back(symbol);
    }
    if (namesakes.empty()) return;
    const model::SymbolList others(std::move(namesakes));
    const auto primary = static_cast<FieldId>(model::Info(entity).primary);
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
  void OnLostHierarchy(const Literal& literal, const std::string& code, const model::SymbolList& reached,
                       FieldId field) {
    const std::string kind(KindOf(code));
    const bool known = HasHierarchy(kind);
    const std::string_view beginning = known ? kind : Beginning(code);
    if (!known && beginning.size() <= kind.size()) return;
    const auto values = view_.FieldValues(field);
    if (!values.ok()) return reporter_->Fail(values.status());
    size_t others = 0;
    for (const model::Symbol symbol : **values) {
      const std::string_view text = view_.dictionary().Text(symbol);
      if (!text.starts_with(beginning) || KindOf(text) != kind || reached.Contains(symbol)) continue;
      if (known || MayLieBelow(kind, text.substr(beginning.size()))) ++others;
    }
    if (others == 0) return;
    if (!known) {
      reporter_->Note(literal.span, "no-hierarchy",
                      absl::StrCat("it is not known which ", kind, " codes lie below others, so ", code,
                                   " is this code alone; records have ", others, " other ", kind,
                                   others == 1 ? " code that begins so" : " codes that begin so"),
                      {"name the codes that are meant, with or between them"});
      return;
    }
    reporter_->Note(literal.span, "no-hierarchy",
                    absl::StrCat("no ontology with ", kind, " codes is loaded, so ", code,
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
  std::set<const Has*, ComesBefore> seen;  // each is looked at once
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->HasRoomForRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has == nullptr || has->terms.empty()) continue;
    if (seen.insert(has).second) CodeRemarks(view, reporter, criteria).OnHas(*has);
  }
}

}  // namespace muster::bind
