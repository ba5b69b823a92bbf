#include "engine/bind/values/term_binder.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/code_checker.h"
#include "engine/bind/values/name_search.h"
#include "engine/bind/values/remarks/codes_beside.h"
#include "engine/bind/values/remarks/codes_of_no_use.h"
#include "engine/bind/values/remarks/inexact_names.h"
#include "engine/bind/values/remarks/other_stages.h"
#include "engine/bind/values/remarks/shared_labels.h"
#include "engine/bind/values/unknown_term.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/plain_text.h"

namespace muster::bind {
namespace {

using grammar::Literal;
using ontology::Concept;
using ontology::Reach;

// How a term is meant, beside its text: for TermMemory.
uint32_t HowMeant(const Literal& literal, Reach reach) {
  return static_cast<uint32_t>(literal.kind) << 8 | static_cast<uint32_t>(reach) << 1 | (literal.exactly ? 1 : 0);
}

}  // namespace

ontology::SymbolSet TermBinder::Values(model::FieldId field) {
  auto values = view_.FieldValues(field);
  if (!values.ok()) {
    reporter_->Fail(values.status());
    return std::make_shared<const model::SymbolList>();
  }
  return *std::move(values);
}

std::optional<TermMatch> TermBinder::Bind(const std::vector<Literal>& literals, model::FieldId field, Reach reach) {
  // Most criteria name one term, of which there is nothing to say, and remarks ask for it again.
  if (literals.size() != 1 || !literals[0].label.empty()) return BindAnew(literals, field, reach);
  const uint32_t how = HowMeant(literals[0], reach);
  if (auto known = view_.known_terms().Find(field, how, literals[0].text)) return known;
  const int said = reporter_->said();
  auto match = BindAnew(literals, field, reach);
  if (match && reporter_->said() == said && reporter_->ExplainsRemarks() && reporter_->status().ok()) {
    view_.known_terms().Insert(field, how, literals[0].text, *match, match->bytes());
  }
  return match;
}

std::optional<TermMatch> TermBinder::BindAnew(const std::vector<Literal>& literals, model::FieldId field, Reach reach) {
  const ontology::SymbolSet values = Values(field);
  const InUse in_use(view_, *values, reporter_);
  std::vector<ontology::SymbolSet> sets;
  sets.reserve(literals.size());
  std::vector<std::string> labels;
  struct Named {
    const Literal* literal;
    std::string id;
    ontology::SymbolSet parts;
  };
  std::vector<Named> named;
  size_t terms = 0;
  bool good = true;
  for (const Literal& literal : literals) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) {
      reporter_->Fail(status);
      return std::nullopt;
    }
    if (!good && !reporter_->ExplainsErrors()) {
      reporter_->Leave(literal.span);
      break;
    }
    const Reach how = !literal.exactly ? reach : reach == Reach::kAncestors ? Reach::kExactExcluded : Reach::kExact;
    const auto match = BindOne(literal, field, how, *values);
    if (!match) {
      good = false;
      continue;
    }
    const auto& [id, reached] = *match;
    named.push_back({&literal, id, reached.parts});
    sets.push_back(reached.symbols);
    terms += reached.terms;
    if (labels.size() < 3) {
      labels.push_back(absl::StrCat(literal.exactly ? "exactly " : "", ShownTerm(id, in_use.Label(id)),
                                    reached.terms > 1 && how == Reach::kDescendants ? " and below" : "",
                                    reached.terms > 1 && how == Reach::kAncestors ? " and above" : ""));
    }
  }
  if (!good) return std::nullopt;
  if (labels.size() < sets.size()) labels.push_back(absl::StrCat("... (", sets.size(), ")"));
  TermMatch match;
  if (sets.size() == 1) {
    match = {sets[0], terms, labels[0]};
  } else {
    std::vector<model::Symbol> symbols;
    for (const auto& set : sets) symbols.insert(symbols.end(), set->begin(), set->end());
    match = {std::make_shared<const model::SymbolList>(std::move(symbols)), terms, absl::StrJoin(labels, ", ")};
  }
  for (const auto& [literal, id, parts] : named) {
    WarnOfOtherEditions(view_, reporter_, *literal, id, *match.symbols, *values);
    if (parts != nullptr) NoteParts(view_, reporter_, *literal, id, field, *parts, *match.symbols, *values);
    WarnOfOtherStages(view_, reporter_, *literal, id, field, *match.symbols, *values);
  }
  return match;
}

bool TermBinder::HaveInCommon(const Literal& literal, const std::vector<Literal>& others, model::FieldId field) {
  const ontology::Terminology& terminology = view_.terminology();
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  TermBinder binder(view_, &silent);
  const auto found = binder.FindConcept(literal, field, Meant::kRecorded);
  if (!found) {
    if (!silent.status().ok()) reporter_->Fail(silent.status());
    return true;
  }
  const ontology::SymbolSet symbols = terminology.Follow(*found, Reach::kDescendants).symbols;
  ontology::CodeClaims claims(terminology);
  if (view_.listed() != nullptr) claims.Claim(*found, Reach::kDescendants, 0);
  const bool some = std::any_of(others.begin(), others.end(), [&](const Literal& other) {
    const auto above = binder.FindConcept(other, field, Meant::kRecorded);
    if (!above || terminology.IsAtOrBelow(*found, *above) || terminology.IsAtOrBelow(*above, *found)) return true;
    if (view_.listed() != nullptr) return claims.Claim(*above, Reach::kDescendants, 1).has_value();
    return Meet(*symbols, *terminology.Follow(*above, Reach::kDescendants).symbols);
  });
  if (!silent.status().ok()) reporter_->Fail(silent.status());
  return some;
}

std::optional<Concept> TermBinder::FindSilently(const Literal& literal, model::FieldId field) {
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  auto found = TermBinder(view_, &silent).FindConcept(literal, field, Meant::kRecorded);
  if (silent.status().ok()) return found;
  reporter_->Fail(silent.status());
  return std::nullopt;
}

std::optional<size_t> TermBinder::Claim(const Literal& literal, model::FieldId field, size_t owner,
                                        ontology::CodeClaims* claims) {
  const auto found = FindSilently(literal, field);
  if (!found) return std::nullopt;
  return claims->Claim(*found, literal.exactly ? Reach::kExact : Reach::kDescendants, owner);
}

std::optional<std::string> TermBinder::CodeOf(const Literal& literal, model::FieldId field) {
  const auto found = FindSilently(literal, field);
  if (!found) return std::nullopt;
  return found->id;
}

std::optional<TermBinder::OneTerm> TermBinder::BindOne(const Literal& literal, model::FieldId field, Reach reach,
                                                       const model::SymbolList& values) {
  const ontology::Terminology& terminology = view_.terminology();
  // Nothing is to be said of a current term that is written as it stands and that records of the field have.
  if (literal.kind == Literal::Kind::kCode && literal.label.empty()) {
    auto before = terminology.FollowedBefore(literal.text, reach);
    if (before && Meet(*before->symbols, values)) return OneTerm{literal.text, *std::move(before)};
  }
  const auto found = FindConcept(literal, field, Meant::kRecorded);
  if (!found) return std::nullopt;
  ontology::Reached reached = terminology.Follow(*found, reach);
  if (found->nodes.empty() && reached.terms > 1) {
    // By codes alone, of which some may be of records that are gone: the level, and what is in use below it or above.
    const InUse in_use(view_, values, reporter_);
    const auto own = view_.dictionary().Find(found->id);
    const size_t used = in_use.Count(*reached.symbols);
    reached.terms = used == 1 && !(own && in_use.Has(*own)) ? 2 : std::max<size_t>(used, 1);
  }
  WarnOfCodesOfNoUse(view_, reporter_, literal, *found, field, *reached.symbols, values);
  return OneTerm{found->id, std::move(reached)};
}

std::optional<Concept> TermBinder::FindConcept(const Literal& literal, model::FieldId field, Meant meant) {
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

std::optional<Concept> TermBinder::FindByCode(const Literal& literal, const model::SymbolList& values) {
  const ontology::Terminology& terminology = view_.terminology();
  const InUse in_use(view_, values, reporter_);
  Concept found = terminology.Find(model::NormalizeCode(literal.text));
  // The dictionary has codes of records that are gone: they are as unknown as any.
  if (found.source == Concept::Source::kPlain &&
      !in_use.HasAny(*terminology.Follow(found, Reach::kDescendants).symbols)) {
    found.source = Concept::Source::kUnknown;
  }
  if (!CodeChecker(view_, reporter_, in_use).Check(literal, found)) return std::nullopt;
  return found;
}

// Of terms in several ontologies, those that records of the field have are meant; where none is, those of a kind of
// code that the field knows.
std::vector<Concept> TermBinder::OfUse(std::vector<Concept> found, const model::SymbolList& values) {
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
  // Of what has parts, records may have these only.
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

std::vector<model::Symbol> TermBinder::CalledSo(std::string_view name, model::FieldId field,
                                                const model::SymbolList& values) {
  constexpr int kOften = 3;
  const std::string wanted = model::NormalizeKeyword(name);
  const model::Dictionary& dictionary = view_.dictionary();
  Names& names = names_[field];
  if (++names.asked < kOften) {
    std::vector<model::Symbol> found;
    for (const model::Symbol symbol : values) {
      if (model::NormalizeKeyword(dictionary.Label(symbol)) == wanted ||
          model::NormalizeKeyword(dictionary.Text(symbol)) == wanted) {
        found.push_back(symbol);
      }
    }
    return found;
  }
  if (names.asked == kOften) {
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

std::optional<Concept> TermBinder::FindByName(const Literal& literal, model::FieldId field, Meant meant) {
  const ontology::Terminology& terminology = view_.terminology();
  const ontology::SymbolSet values = Values(field);
  std::vector<Concept> found;
  for (const ontology::Node node : terminology.FindByName(literal.text)) {
    if (!terminology.IsObsolete(node)) found.push_back(terminology.Find(terminology.TermId(node)));
  }
  std::vector<Concept> of_no_use;
  if (!found.empty() && !values->empty()) {
    std::vector<Concept> of_use = OfUse(found, *values);
    if (!of_use.empty()) {
      found = std::move(of_use);
    } else if (meant == Meant::kRecorded) {
      of_no_use.swap(found);
    }
  }
  if (found.empty()) {  // labels that came with the data, for codes without an ontology
    std::vector<model::Symbol> called = CalledSo(literal.text, field, *values);
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
  if (found.empty()) {  // pasted from a document, with the characters of one; or of an eponym
    Literal plain = literal;
    plain.text = model::PlainText(literal.text);
    if (plain.text != literal.text) return FindByName(plain, field, meant);
    plain.text = WithoutPossessives(literal.text);
    const bool other = plain.text != literal.text;
    if (other && (!terminology.FindByName(plain.text).empty() || !CalledSo(plain.text, field, *values).empty())) {
      return FindByName(plain, field, meant);
    }
  }
  if (found.empty()) {
    if (of_no_use.empty()) {
      ReportUnknownTerm(reporter_, view_, literal, field, *values);
    } else {
      ReportTermNotInUse(reporter_, view_, literal, of_no_use, field, *values);
    }
    return std::nullopt;
  }
  if (auto as_written = CodeAsWritten(literal, found)) return as_written;
  std::vector<std::string> hints;
  for (const Concept& candidate : found) {
    hints.push_back(ShownTerm(candidate.id, InUse(view_, *values, reporter_).Label(candidate.id)));
    if (hints.size() == 5) break;
  }
  reporter_->Error(literal.span, "ambiguous-term",
                   absl::StrCat("\"", literal.text, "\" is the name of ", found.size(), " terms; write the code"),
                   hints);
  return std::nullopt;
}

// Of codes without a system, such as units, that are spelt alike: the one that is written.
std::optional<Concept> TermBinder::CodeAsWritten(const Literal& literal, const std::vector<Concept>& found) {
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
  constexpr size_t kMaxShown = 5;
  if (others.size() > kMaxShown) others.resize(kMaxShown);
  if (view_.listed() == nullptr) {
    reporter_->Note(
        literal.span, "ambiguous-term",
        absl::StrCat("this is the code \"", literal.text,
                     "\" alone; others are spelt or called alike: ", absl::StrJoin(others, ", ")),
        {absl::StrCat("to ask for all, write in (\"", literal.text, "\", \"", absl::StrJoin(others, "\", \""), "\")")});
  }
  return *as_written;
}

std::optional<ontology::Concept> TermBinder::BindDisease(const Literal& literal) {
  return FindConcept(literal, model::field::kDiseaseTerm, Meant::kAnything);
}

}  // namespace muster::bind
