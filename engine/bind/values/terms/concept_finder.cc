#include "engine/bind/values/terms/concept_finder.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/unknown_term.h"
#include "engine/bind/values/remarks/codes_of_no_use.h"
#include "engine/bind/values/remarks/inexact_names.h"
#include "engine/bind/values/remarks/shared_labels.h"
#include "engine/bind/values/terms/code_checker.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/plain_text.h"

namespace muster::bind {

using grammar::Literal;
using ontology::Concept;
using ontology::Reach;

ontology::SymbolSet ConceptFinder::Values(model::FieldId field) {
  auto values = view_.FieldValues(field);
  if (!values.ok()) {
    reporter_->Fail(values.status());
    return std::make_shared<const model::SymbolList>();
  }
  return *std::move(values);
}

std::optional<Concept> ConceptFinder::Find(const Literal& literal, model::FieldId field, Meant meant) {
  switch (literal.kind) {
    case Literal::Kind::kCode:
      return FindByCode(literal, *Values(field));
    case Literal::Kind::kQuoted:
    case Literal::Kind::kWord:
      return FindByName(literal, field, meant);
    default:
      break;
  }
  reporter_->Error(literal.span, "not-a-term", absl::StrCat("'", literal.text, "' is not a term"),
                   {absl::StrCat(std::string(model::Info(field).name),
                                 " takes codes such as HP:0001250 or labels in quotes such as \"Seizure\"")});
  return std::nullopt;
}

std::optional<Concept> ConceptFinder::FindByCode(const Literal& literal, const model::SymbolList& values) {
  const ontology::Terminology& terminology = view_.terminology();
  const InUse in_use(view_, values, reporter_);
  Concept found = terminology.Find(model::NormalizeCode(literal.text));
  // The dictionary also has codes of deleted records: they count as unknown.
  if (found.source == Concept::Source::kPlain &&
      !in_use.HasAny(*terminology.Follow(found, Reach::kDescendants).symbols)) {
    found.source = Concept::Source::kUnknown;
  }
  if (!CodeChecker(view_, reporter_, in_use).Check(literal, found)) return std::nullopt;
  return found;
}

// Of terms of several ontologies with one name, those that records of the field have are meant; if there are none,
// those of a kind of code that occurs in the field.
std::vector<Concept> ConceptFinder::KeepUsed(std::vector<Concept> found, const model::SymbolList& values) {
  const ontology::Terminology& terminology = view_.terminology();
  const auto keep = [&found](const auto& holds) {
    std::vector<Concept> kept;
    std::copy_if(found.begin(), found.end(), std::back_inserter(kept), holds);
    return kept;
  };
  std::vector<Concept> used = keep([&](const Concept& candidate) {
    return Meet(*terminology.Follow(candidate, Reach::kDescendants).symbols, values);
  });
  if (!used.empty()) return used;
  // For a concept with parts, records may have only the parts.
  std::vector<Concept> whole = keep([&](const Concept& candidate) {
    const ontology::SymbolSet parts = terminology.Follow(candidate, Reach::kDescendants).parts;
    return parts != nullptr && Meet(*parts, values);
  });
  if (!whole.empty()) return whole;
  KindsInUse kinds(terminology, values);
  return keep([&](const Concept& candidate) {
    return kinds.Reach(candidate.id) || Meet(*terminology.Follow(candidate, Reach::kAncestors).symbols, values);
  });
}

std::vector<model::Symbol> ConceptFinder::ValuesOfName(std::string_view name, model::FieldId field,
                                                       const model::SymbolList& values) {
  constexpr int kIndexedFrom = 3;  // lookups of one field: fewer read its values instead
  const std::string wanted = model::NormalizeKeyword(name);
  const model::Dictionary& dictionary = view_.dictionary();
  Names& names = names_[field];
  if (++names.lookups < kIndexedFrom) {
    std::vector<model::Symbol> found;
    for (const model::Symbol symbol : values) {
      if (model::NormalizeKeyword(dictionary.Label(symbol)) == wanted ||
          model::NormalizeKeyword(dictionary.Text(symbol)) == wanted) {
        found.push_back(symbol);
      }
    }
    return found;
  }
  if (names.lookups == kIndexedFrom) {
    for (const model::Symbol symbol : values) {
      std::string label = model::NormalizeKeyword(dictionary.Label(symbol));
      std::string text = model::NormalizeKeyword(dictionary.Text(symbol));
      if (text != label) names.symbols[std::move(text)].push_back(symbol);
      names.symbols[std::move(label)].push_back(symbol);
    }
  }
  const auto found = names.symbols.find(wanted);
  return found == names.symbols.end() ? std::vector<model::Symbol>() : found->second;
}

std::optional<Concept> ConceptFinder::FindByName(const Literal& literal, model::FieldId field, Meant meant) {
  const ontology::Terminology& terminology = view_.terminology();
  const ontology::SymbolSet values = Values(field);
  std::vector<Concept> found;
  for (const ontology::Node node : terminology.FindByName(literal.text)) {
    if (!terminology.IsObsolete(node)) found.push_back(terminology.Find(terminology.TermId(node)));
  }
  std::vector<Concept> unused;
  if (!found.empty() && !values->empty()) {
    std::vector<Concept> used = KeepUsed(found, *values);
    if (!used.empty()) {
      found = std::move(used);
    } else if (meant == Meant::kRecorded) {
      unused.swap(found);
    }
  }
  if (found.empty()) {  // labels of records, for codes without an ontology
    std::vector<model::Symbol> called = ValuesOfName(literal.text, field, *values);
    if (called.empty()) called = WithSharedLabel(view_, literal.text, *values);
    for (const model::Symbol symbol : called) found.push_back(terminology.Find(view_.dictionary().Text(symbol)));
    if (called.size() == 1) {
      WarnOfSharedLabel(view_, reporter_, literal, view_.dictionary().Text(called[0]), field);
    }
  }
  if (found.size() == 1) {
    NoteInexactName(view_, reporter_, literal, found[0]);
    return found[0];
  }
  if (found.empty()) {  // typographic characters of a document; or the possessive of an eponym
    Literal plain = literal;
    plain.text = model::PlainText(literal.text);
    if (plain.text != literal.text) return FindByName(plain, field, meant);
    plain.text = WithoutPossessives(literal.text);
    const bool other = plain.text != literal.text;
    if (other && (!terminology.FindByName(plain.text).empty() || !ValuesOfName(plain.text, field, *values).empty())) {
      return FindByName(plain, field, meant);
    }
  }
  if (found.empty()) {
    if (auto code = CodeInQuotes(literal, *values)) return code;
    if (unused.empty()) {
      ReportUnknownTerm(reporter_, view_, literal, field, *values);
    } else {
      ReportTermNotInUse(reporter_, view_, literal, unused, field, *values);
    }
    return std::nullopt;
  }
  if (auto as_written = CodeAsWritten(literal, found)) return as_written;
  constexpr size_t kMaxShown = 5;
  std::vector<std::string> hints, codes;
  bool called_so = true;  // by the labels: one thing in the codes of several systems
  for (const Concept& candidate : found) {
    const std::string label = InUse(view_, *values, reporter_).Label(candidate.id);
    if (hints.size() < kMaxShown) hints.push_back(ShownTerm(candidate.id, label));
    called_so = called_so && absl::EqualsIgnoreCase(label, literal.text) && candidate.id.find(':') != std::string::npos;
    codes.push_back(candidate.id);
  }
  if (called_so && found.size() <= kMaxShown) {
    hints.insert(hints.begin(), absl::StrCat("to ask for all of them, write ", absl::StrJoin(codes, " or ")));
  }
  reporter_->Error(literal.span, "ambiguous-term",
                   absl::StrCat("\"", literal.text, "\" is the name of ", found.size(), " terms; write the code"),
                   hints);
  return std::nullopt;
}

// "ICD10GM:E11": a code, of which records have something at or below.
std::optional<Concept> ConceptFinder::CodeInQuotes(const Literal& literal, const model::SymbolList& values) const {
  if (literal.text.find(':') == std::string::npos || literal.text.find(' ') != std::string::npos) return std::nullopt;
  const std::string code = model::NormalizeCode(literal.text);
  if (model::FormOf(code) != model::CodeForm::kWellFormed) return std::nullopt;
  Concept found = view_.terminology().Find(code);
  if (!Meet(*view_.terminology().Follow(found, Reach::kDescendants).symbols, values)) return std::nullopt;
  return found;
}

// Of similar codes without a system, such as units: the one that is written literally.
std::optional<Concept> ConceptFinder::CodeAsWritten(const Literal& literal, const std::vector<Concept>& found) {
  const Concept* as_written = nullptr;
  std::vector<std::string> others;
  for (const Concept& candidate : found) {
    if (candidate.id == literal.text) {
      as_written = &candidate;
    } else {
      others.push_back(candidate.id);
    }
  }
  if (as_written == nullptr) return std::nullopt;
  alike_.push_back({literal.span, literal.text, std::move(others)});
  return *as_written;
}

}  // namespace muster::bind
