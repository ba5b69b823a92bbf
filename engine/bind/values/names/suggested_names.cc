#include "engine/bind/values/names/suggested_names.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/names_alike.h"
#include "engine/bind/values/names/people_in_words.h"
#include "engine/bind/values/names/same_names.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/keyword.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

constexpr size_t kMostNear = 3;

// Initials match many names, each of which may be meant.
size_t MostMeant(std::string_view name) {
  constexpr size_t kLongestInitials = 4, kMaxOfInitials = 6;
  return name.size() <= kLongestInitials ? kMaxOfInitials : kMostNear;
}

// Whether the term, written "HP:0001250 Seizure", has a name that `name` may be a slip for.
bool MayBeMeant(const CatalogueView& view, std::string_view name, const std::string& term) {
  const size_t blank = term.find(' ');
  if (IsSlip(name, term.substr(blank == std::string::npos ? 0 : blank + 1))) return true;
  for (const ontology::Node node : view.terminology().Find(term.substr(0, blank)).nodes) {
    const ontology::Term known = view.terminology().term(node);
    for (const ontology::Synonym& synonym : known.synonyms) {
      if (IsSlip(name, synonym.text)) return true;
    }
    if (IsSlip(name, known.id)) return true;
  }
  return false;
}

}  // namespace

std::string SuggestedTerm(const CatalogueView& view, model::FieldId field, const std::vector<std::string>& codes,
                          std::string_view label) {
  return absl::StrCat(absl::StrJoin(codes, " or "), label.empty() ? "" : absl::StrCat(" \"", std::string(label), "\""),
                      PeopleInWords(view, field, codes));
}

void SuggestedNames::AddText(std::string text) { Add(std::move(text), kMostNear); }

void SuggestedNames::Add(std::string text, size_t most) {
  if (near_.size() < most && std::find(near_.begin(), near_.end(), text) == near_.end()) {
    near_.push_back(std::move(text));
  }
}

void SuggestedNames::AddTerm(const std::vector<std::string>& codes, std::string_view label) {
  if (near_.size() < kMostNear) Add(SuggestedTerm(view_, field_, codes, label), kMostNear);
}

// Other codes that records call the same, and that it does not reach. Guests are not told of them.
std::vector<std::string> SuggestedNames::OthersOfLabel(std::string_view code, std::string_view label) const {
  std::vector<std::string> others;
  if (view_.listed() != nullptr || label.empty()) return others;
  const auto labels = view_.RecordedLabels(field_);
  if (!labels.ok()) return others;  // what is said beside an error
  const ontology::Terminology& terminology = view_.terminology();
  const auto reached = terminology.Follow(terminology.Find(code), ontology::Reach::kDescendants).symbols;
  for (const model::Symbol symbol : (*labels)->Find(label)) {
    if (!reached->Contains(symbol)) others.emplace_back(view_.dictionary().Text(symbol));
  }
  return others;
}

void SuggestedNames::AddNamesOfWords(std::string_view name) {
  constexpr size_t kLookedAt = 30;
  constexpr size_t kMostCodes = 5;
  const size_t most = MostMeant(name);
  std::set<std::string> told;  // labels
  for (const FoundName& found : OneForEachTerm(view_, FindNames(view_, name, field_, kLookedAt))) {
    if (AreContrary(name, found.label)) continue;
    if (!found.label.empty() && !told.insert(model::NormalizeKeyword(found.label)).second) continue;
    if (near_.size() >= most) {
      ++more_;
      continue;
    }
    // One name has its codes side by side, in whichever systems they are: who writes one of them gets a part.
    std::vector<std::string> codes = {found.code};
    const std::vector<std::string> others = OthersOfLabel(found.code, found.label);
    if (others.size() < kMostCodes) codes.insert(codes.end(), others.begin(), others.end());
    Add(SuggestedTerm(view_, field_, codes, found.label), most);
  }
}

void SuggestedNames::AddNamesAlike(const std::set<std::string>& names) {
  const auto alike = FindNamesAlike(view_, names, values_);
  if (!alike.ok()) return;  // what is said beside an error
  for (const std::string& code : *alike) AddTerm({code}, view_.terminology().Label(code));
}

void SuggestedNames::AddSameNames(const std::string& name) {
  const ontology::Terminology& terminology = view_.terminology();
  const auto same = FindSameNames(view_, {{name, true}}, field_, values_);
  if (!same.ok()) return;  // what is said beside an error
  for (const model::Symbol symbol : *same) {
    const std::string code(view_.dictionary().Text(symbol));
    AddTerm({code}, terminology.Label(code));
  }
  if (!name.ends_with('s')) return;
  for (const ontology::Node node : terminology.FindByName(name.substr(0, name.size() - 1))) {
    const std::string code(terminology.TermId(node));
    const auto reached = terminology.Follow(terminology.Find(code), ontology::Reach::kDescendants).symbols;
    const bool of_use = !terminology.IsObsolete(node) && Meet(*reached, values_);
    if (of_use) AddTerm({code}, terminology.Label(code));
  }
}

void SuggestedNames::AddNearTerms(std::string_view name) {
  constexpr size_t kLookedAt = 20;  // an ontology may have terms of several kinds
  for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
    for (const std::string& term : ontology->Nearest(name, values_.empty() ? kMostNear : kLookedAt)) {
      if (near_.size() >= kMostNear) return;
      if (!MayBeMeant(view_, name, term) || (!values_.empty() && !kinds_.Reach(term))) continue;
      const size_t blank = std::min(term.find(' '), term.size());
      AddTerm({term.substr(0, blank)}, std::string_view(term).substr(std::min(blank + 1, term.size())));
    }
  }
}

void SuggestedNames::AddNearLabels(std::string_view name) {
  std::vector<std::string> labels;
  for (const model::Symbol symbol : values_) {
    if (view_.terminology().KnowsPrefix(view_.dictionary().Text(symbol))) continue;
    labels.emplace_back(view_.dictionary().Label(symbol));
  }
  if (view_.listed() != nullptr) std::sort(labels.begin(), labels.end());
  for (const std::string& label : NearestNames(name, labels)) {
    if (!IsSlip(name, label) || near_.size() >= kMostNear) continue;
    std::vector<model::Symbol> symbols;
    if (view_.listed() == nullptr) {
      for (const model::Symbol symbol : values_) {
        if (view_.dictionary().Label(symbol) == label) symbols.push_back(symbol);
      }
    }
    const std::string people = PeopleInWords(view_, field_, model::SymbolList(std::move(symbols)));
    AddText(absl::StrCat("\"", label, "\"", people));
  }
}

std::vector<std::string> SuggestedNames::AsHints(std::string_view name) const {
  std::vector<std::string> hints;
  for (const std::string& one : near_) hints.push_back(absl::StrCat("did you mean ", one, "?"));
  const model::EntityInfo& entity = model::Info(model::Info(field_).entity);
  const bool finds_them = entity.primary == static_cast<int>(field_) && name.find('"') == std::string_view::npos;
  if (more_ > 0 && view_.listed() == nullptr && finds_them) {
    hints.push_back(
        absl::StrCat(more_, " more: terms like \"", std::string(name), "\" in ", std::string(entity.plural)));
  }
  return hints;
}

}  // namespace muster::bind
