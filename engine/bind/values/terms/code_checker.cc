#include "engine/bind/values/terms/code_checker.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/unknown_term.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {
namespace {

using grammar::Literal;
using ontology::Concept;

bool SameText(std::string_view a, std::string_view b) {
  return model::NormalizeKeyword(a) == model::NormalizeKeyword(b);
}

// The label of all recorded codes below; empty where there are several, or one has none.
std::string OneLabelBelow(const CatalogueView& view, const InUse& in_use, const Concept& found) {
  std::string one;
  for (const model::Symbol symbol : *view.terminology().Follow(found, ontology::Reach::kDescendants).symbols) {
    if (!in_use.Has(symbol)) continue;
    const std::string label(view.dictionary().Label(symbol));
    if (label.empty() || (!one.empty() && !SameText(label, one))) return "";
    one = label;
  }
  return one;
}

bool ShareAWord(std::string_view a, std::string_view b) {
  const std::vector<std::string> of_a = WordsOfName(a), of_b = WordsOfName(b);
  return std::ranges::any_of(of_a,
                             [&](const std::string& word) { return std::ranges::find(of_b, word) != of_b.end(); });
}

}  // namespace

std::string CodeChecker::Shown(ontology::Node node) const {
  const ontology::Term term = view_.terminology().term(node);
  return ShownTerm(term.id, term.label);
}

bool CodeChecker::Check(const Literal& literal, const Concept& found) {
  switch (found.source) {
    case Concept::Source::kTerm:
      break;
    case Concept::Source::kAlternative:
      reporter_->Note(literal.span, "merged-term", absl::StrCat(found.id, " was merged into ", Shown(found.nodes[0])));
      break;
    case Concept::Source::kReplaced:
      reporter_->Warn(literal.span, "replaced-term",
                      absl::StrCat(found.id, " is obsolete; ", Shown(found.nodes[0]), " replaces it"));
      break;
    case Concept::Source::kEquivalent:
      NoteEquivalents(literal, found);
      break;
    case Concept::Source::kPlain:
      NoteOutsideOntology(literal, found);
      break;
    case Concept::Source::kObsolete:
      if (!CheckObsolete(literal, found)) return false;
      break;
    case Concept::Source::kUnknown:
      if (!CheckUnknown(literal, found.id)) return false;
      break;
  }
  CheckLabel(literal, found);
  return true;
}

void CodeChecker::NoteEquivalents(const Literal& literal, const Concept& found) {
  std::vector<std::string> names;
  for (const ontology::Node node : found.nodes) names.push_back(Shown(node));
  if (names.size() == 1) {
    reporter_->Note(literal.span, "equivalent-term", absl::StrCat(found.id, " is taken as ", names[0]));
  } else {
    reporter_->Warn(literal.span, "ambiguous-equivalence",
                    absl::StrCat(found.id, " is equivalent to several terms, all of which are meant: ",
                                 absl::StrJoin(names, ", ")));
  }
}

void CodeChecker::NoteOutsideOntology(const Literal& literal, const Concept& found) {
  const ontology::Terminology& terminology = view_.terminology();
  if (!terminology.KnowsPrefix(found.id)) return;
  reporter_->Note(literal.span, "term-not-in-ontology",
                  absl::StrCat(found.id, " is in records but not in the loaded ontology; only ",
                               terminology.HasHierarchyOfItsOwn(found.id) ? "this and what is below it by its code are"
                                                                          : "this code is",
                               " matched"));
}

bool CodeChecker::CheckObsolete(const Literal& literal, const Concept& found) {
  const ontology::Terminology& terminology = view_.terminology();
  const auto own = view_.dictionary().Find(found.id);
  if (literal.exactly && own && in_use_.Has(*own)) {
    reporter_->Warn(literal.span, "obsolete-term", absl::StrCat(found.id, " is obsolete; only this code is matched"));
    return true;
  }
  const ontology::Term term = terminology.term(found.nodes[0]);
  std::vector<std::string> replacements;
  for (const ontology::Node node : terminology.CurrentOf(found.nodes[0])) {
    replacements.emplace_back(terminology.TermId(node));
  }
  if (replacements.empty()) replacements = term.replaced_by;
  std::vector<std::string> hints;
  for (const std::string& other : replacements) {
    // (Two that replace each other lead nowhere.)
    if (terminology.Find(other).source == Concept::Source::kObsolete) continue;
    hints.push_back("replaced by " + ShownTerm(other, in_use_.Label(other)));
  }
  for (const std::string& other : term.consider) hints.push_back("consider " + ShownTerm(other, in_use_.Label(other)));
  reporter_->Error(literal.span, "obsolete-term",
                   absl::StrCat(ShownTerm(found.id, term.label), " is obsolete and nothing replaces it as it stands"),
                   hints);
  return false;
}

bool CodeChecker::CheckUnknown(const Literal& literal, const std::string& code) {
  const ontology::Terminology& terminology = view_.terminology();
  const model::CodeForm form = model::FormOf(code);
  // If no record has the code, the answer is 0, which a site has to be able to give. But a code that a loaded ontology
  // should have, and does not, is a mistake.
  if (form == model::CodeForm::kWellFormed && !terminology.KnowsPrefix(code)) {
    reporter_->Warn(literal.span, "unused-code",
                    absl::StrCat("no record uses ", code, ", and no ontology with ", std::string(KindOf(code)),
                                 " codes is loaded that could tell what lies below it; it matches nothing"));
    return true;
  }
  std::vector<std::string> hints;
  if (form == model::CodeForm::kBadCheckDigit) {
    hints.push_back(absl::StrCat("the last digit of a ", code.starts_with("LOINC:") ? "LOINC" : "SNOMED",
                                 " code follows from the others, and here it does not"));
  }
  if (!terminology.KnowsPrefix(code)) {
    ReportUnknownSystem(literal, code, std::move(hints));
    return false;
  }
  // MONDO:5105, without its zeros.
  constexpr size_t kDigits = 7;
  const size_t colon = code.find(':');
  if (colon != std::string::npos && code.size() - colon - 1 < kDigits && code.size() > colon + 1 &&
      code.find_first_not_of("0123456789", colon + 1) == std::string::npos) {
    const std::string full = absl::StrCat(
        code.substr(0, colon + 1), std::string(kDigits - (code.size() - colon - 1), '0'), code.substr(colon + 1));
    if (!terminology.Find(full).nodes.empty()) {
      hints.push_back(absl::StrCat("did you mean ", ShownTerm(full, terminology.Label(full)), "?"));
    }
  }
  // MONDO:0005105+, as other languages write a term and what lies below it.
  const std::string without = code.substr(0, code.find_last_not_of("+*.%") + 1);
  if (without.size() < code.size() && !terminology.Find(without).nodes.empty()) {
    hints.push_back(absl::StrCat("write ", without, ", which means itself and everything below it"));
  } else {
    for (const std::string& near : terminology.Nearest(code, 3)) hints.push_back("did you mean " + near + "?");
  }
  reporter_->Error(literal.span, "unknown-term", absl::StrCat(code, " is not a term of the loaded ontology"), hints);
  return false;
}

void CodeChecker::ReportUnknownSystem(const Literal& literal, const std::string& code, std::vector<std::string> hints) {
  constexpr size_t kMaxShown = 4;
  const std::vector<std::string> beginning =
      view_.terminology().Beginning(code, kMaxShown, [&](model::Symbol symbol) { return in_use_.Has(symbol); });
  if (!beginning.empty()) {
    hints.push_back(absl::StrCat("codes that begin so: ", absl::StrJoin(beginning, ", "),
                                 beginning.size() == kMaxShown ? ", ..." : ""));
    hints.push_back(absl::StrCat("all that begin so: starts with \"", code, "\""));
  } else if (model::FormOf(code) == model::CodeForm::kMalformed) {
    hints.push_back(absl::StrCat("codes of ", std::string(KindOf(code)), " have another form"));
  }
  reporter_->Error(literal.span, "unknown-term",
                   absl::StrCat("no loaded ontology has codes that begin with ", std::string(KindOf(code)),
                                " and no record uses ", code),
                   std::move(hints));
}

void CodeChecker::CheckLabel(const Literal& literal, const Concept& found) {
  if (literal.label.empty()) return;
  const ontology::Terminology& terminology = view_.terminology();
  std::vector<std::string> known;
  for (const ontology::Node node : found.nodes) {
    const ontology::Term term = terminology.term(node);
    known.push_back(term.label);
    for (const ontology::Synonym& synonym : term.synonyms) known.push_back(synonym.text);
  }
  const auto symbol = view_.dictionary().Find(found.id);
  if (symbol && in_use_.Has(*symbol)) known.emplace_back(view_.dictionary().Label(*symbol));
  for (const std::string& label : known) {
    if (SameText(label, literal.label)) return;
  }
  const std::string label = in_use_.Label(found.id);
  if (found.nodes.empty() && label.empty()) {  // nothing is known of it, but perhaps of what lies below
    const std::string below = view_.listed() == nullptr ? OneLabelBelow(view_, in_use_, found) : "";
    if (!below.empty() && !ShareAWord(below, literal.label)) {
      reporter_->Note(literal.label_span, "label-mismatch",
                      absl::StrCat("no record says what ", found.id,
                                   " is called, and all that lies below it is labelled \"", below, "\""));
    }
    return;
  }
  if (found.nodes.empty()) {  // only the data's own label is known, and labels in data vary
    reporter_->Warn(literal.label_span, "label-mismatch",
                    absl::StrCat(found.id, " is labelled \"", label, "\" in the records"),
                    ResultInstead(literal, found));
    return;
  }
  std::vector<std::string> hints;
  for (const ontology::Node node : terminology.FindByName(literal.label)) {
    hints.push_back(absl::StrCat("\"", literal.label, "\" is ", terminology.term(node).id));
    if (hints.size() == 3) break;
  }
  reporter_->Error(literal.label_span, "label-mismatch",
                   absl::StrCat(found.id, " is \"", label, "\", not \"", literal.label, "\""), hints);
}

// has measurement LOINC:94500-6 "Detected"
std::vector<std::string> CodeChecker::ResultInstead(const Literal& literal, const Concept& found) {
  const auto symbol = view_.dictionary().Find(found.id);
  // Guests see some results only.
  if (!symbol || view_.listed() != nullptr || !reporter_->ExplainsRemarks()) return {};
  const auto assays = view_.FieldValues(model::field::kMeasurementAssay);
  const auto results = view_.FieldValues(model::field::kMeasurementCode);
  if (!assays.ok() || !results.ok() || !std::ranges::binary_search(**assays, *symbol)) return {};
  const bool is_result = std::ranges::any_of(
      **results, [&](model::Symbol result) { return SameText(view_.dictionary().Label(result), literal.label); });
  if (!is_result) return {};
  return {absl::StrCat("this asks for all of them, with any result; of this result write has measurement ", found.id,
                       " with coded value is \"", literal.label, "\"")};
}

}  // namespace muster::bind
