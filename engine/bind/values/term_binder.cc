#include "engine/bind/values/term_binder.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/unknown_term.h"
#include "engine/bind/values/remarks/codes_of_no_use.h"
#include "engine/bind/values/remarks/other_stages.h"
#include "engine/bind/values/remarks/related_codes.h"

namespace muster::bind {
namespace {

using grammar::Literal;
using ontology::Concept;
using ontology::Reach;

// The part of the key in TermMemory that is not the text of the term.
uint32_t HowMeant(const Literal& literal, Reach reach) {
  return static_cast<uint32_t>(literal.kind) << 8 | static_cast<uint32_t>(reach) << 1 | (literal.exactly ? 1 : 0);
}

}  // namespace

std::optional<TermMatch> TermBinder::Bind(const std::vector<Literal>& literals, model::FieldId field, Reach reach) {
  // Most criteria name one term without any remark, and remarks on other things bind it again: cached.
  if (literals.size() != 1 || !literals[0].label.empty()) return BindUncached(literals, field, reach);
  const uint32_t how = HowMeant(literals[0], reach);
  if (auto known = view_.known_terms().Find(field, how, literals[0].text)) return known;
  const int before = reporter_->diagnostic_count();
  auto match = BindUncached(literals, field, reach);
  if (match && reporter_->diagnostic_count() == before && reporter_->ExplainsRemarks() && reporter_->status().ok()) {
    view_.known_terms().Insert(field, how, literals[0].text, *match, match->bytes());
  }
  return match;
}

std::optional<TermMatch> TermBinder::BindUncached(const std::vector<Literal>& literals, model::FieldId field,
                                                  Reach reach) {
  finder_.TakeAlike();  // of what was bound before
  const ontology::SymbolSet values = finder_.Values(field);
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
      reporter_->ReportUnchecked(literal.span);
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
  NoteAlike(*match.symbols);
  return match;
}

void TermBinder::NoteAlike(const model::SymbolList& reached) {
  constexpr size_t kMaxShown = 5;
  for (ConceptFinder::Alike& alike : finder_.TakeAlike()) {
    // Of stages it is told with all that are of the stage.
    if (view_.listed() != nullptr || reporter_->HasReported("other-stages", alike.span)) continue;
    std::erase_if(alike.others, [&](const std::string& other) {
      const auto symbol = view_.dictionary().Find(other);
      return symbol && reached.Contains(*symbol);
    });
    if (alike.others.empty()) continue;
    if (alike.others.size() > kMaxShown) alike.others.resize(kMaxShown);
    reporter_->Note(alike.span, "ambiguous-term",
                    absl::StrCat("this is the code \"", alike.code,
                                 "\" alone; others are spelt or called alike: ", absl::StrJoin(alike.others, ", ")),
                    {absl::StrCat("to ask for all, write in (\"", alike.code, "\", \"",
                                  absl::StrJoin(alike.others, "\", \""), "\")")});
  }
}

bool TermBinder::HaveInCommon(const Literal& literal, const std::vector<Literal>& others, model::FieldId field) {
  const ontology::Terminology& terminology = view_.terminology();
  SilentReporter silent;
  ConceptFinder finder(view_, &silent);
  const auto found = finder.Find(literal, field, ConceptFinder::Meant::kRecorded);
  if (!found) {
    if (!silent.status().ok()) reporter_->Fail(silent.status());
    return true;
  }
  const ontology::SymbolSet symbols = terminology.Follow(*found, Reach::kDescendants).symbols;
  ontology::CodeClaims claims(terminology);
  if (view_.listed() != nullptr) claims.Claim(*found, Reach::kDescendants, 0);
  const bool some = std::any_of(others.begin(), others.end(), [&](const Literal& other) {
    const auto above = finder.Find(other, field, ConceptFinder::Meant::kRecorded);
    if (!above || terminology.IsAtOrBelow(*found, *above) || terminology.IsAtOrBelow(*above, *found)) return true;
    if (view_.listed() != nullptr) return claims.Claim(*above, Reach::kDescendants, 1).has_value();
    return Meet(*symbols, *terminology.Follow(*above, Reach::kDescendants).symbols);
  });
  if (!silent.status().ok()) reporter_->Fail(silent.status());
  return some;
}

std::optional<Concept> TermBinder::FindSilently(const Literal& literal, model::FieldId field) {
  SilentReporter silent;
  auto found = ConceptFinder(view_, &silent).Find(literal, field, ConceptFinder::Meant::kRecorded);
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
  // No remarks on a current term that is written literally and that records of the field have.
  if (literal.kind == Literal::Kind::kCode && literal.label.empty()) {
    auto before = terminology.CachedFollow(literal.text, reach);
    if (before && Meet(*before->symbols, values)) return OneTerm{literal.text, *std::move(before)};
  }
  const auto found = finder_.Find(literal, field, ConceptFinder::Meant::kRecorded);
  if (!found) return std::nullopt;
  ontology::Reached reached = terminology.Follow(*found, reach);
  if (found->nodes.empty() && reached.terms > 1) {
    // A level of codes without an ontology: counts the level, and the codes in use below or above it, as some codes may
    // be of deleted records.
    const InUse in_use(view_, values, reporter_);
    const auto own = view_.dictionary().Find(found->id);
    const size_t used = in_use.Count(*reached.symbols);
    reached.terms = used == 1 && !(own && in_use.Has(*own)) ? 2 : std::max<size_t>(used, 1);
  }
  WarnOfCodesOfNoUse(view_, reporter_, literal, *found, field, *reached.symbols, values);
  return OneTerm{found->id, std::move(reached)};
}

std::optional<ontology::Concept> TermBinder::BindDisease(const Literal& literal) {
  return finder_.Find(literal, model::field::kDiseaseTerm, ConceptFinder::Meant::kAnything);
}

}  // namespace muster::bind
