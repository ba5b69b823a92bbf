#include "engine/bind/values/term_binder.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/other_editions.h"
#include "engine/bind/values/shared_labels.h"
#include "engine/bind/values/unknown_term.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/plain_text.h"

namespace muster::bind {
namespace {

using grammar::Literal;
using ontology::Concept;
using ontology::Reach;

bool SameText(std::string_view a, std::string_view b) {
  return model::NormalizeKeyword(a) == model::NormalizeKeyword(b);
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
  const ontology::SymbolSet values = Values(field);
  const InUse in_use(view_, *values, reporter_);
  std::vector<ontology::SymbolSet> sets;
  sets.reserve(literals.size());
  std::vector<std::string> labels;
  std::vector<std::pair<const Literal*, std::string>> named;
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
    named.emplace_back(&literal, id);
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
  for (const auto& [literal, id] : named) {
    WarnOfOtherEditions(view_, reporter_, *literal, id, *match.symbols, *values);
  }
  return match;
}

bool TermBinder::HaveInCommon(const Literal& literal, const std::vector<Literal>& others, model::FieldId field) {
  const ontology::Terminology& terminology = view_.terminology();
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  TermBinder binder(view_, &silent);
  const auto found = binder.FindConcept(literal, field, Meant::kRecorded);
  if (!found) return true;
  const ontology::SymbolSet symbols = terminology.Follow(*found, Reach::kDescendants).symbols;
  ontology::CodeClaims claims(terminology);
  if (view_.listed() != nullptr) claims.Claim(*found, Reach::kDescendants, 0);
  return std::any_of(others.begin(), others.end(), [&](const Literal& other) {
    const auto above = binder.FindConcept(other, field, Meant::kRecorded);
    if (!above || terminology.IsAtOrBelow(*found, *above) || terminology.IsAtOrBelow(*above, *found)) return true;
    if (view_.listed() != nullptr) return claims.Claim(*above, Reach::kDescendants, 1).has_value();
    return Meet(*symbols, *terminology.Follow(*above, Reach::kDescendants).symbols);
  });
}

std::optional<size_t> TermBinder::Claim(const Literal& literal, model::FieldId field, size_t owner,
                                        ontology::CodeClaims* claims) {
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  const auto found = TermBinder(view_, &silent).FindConcept(literal, field, Meant::kRecorded);
  if (!found) return std::nullopt;
  return claims->Claim(*found, literal.exactly ? Reach::kExact : Reach::kDescendants, owner);
}

std::optional<std::string> TermBinder::CodeOf(const Literal& literal, model::FieldId field) {
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  const auto found = TermBinder(view_, &silent).FindConcept(literal, field, Meant::kRecorded);
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
  CheckUse(literal, *found, field, *reached.symbols, values);
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
  const std::string& id = found.id;
  const auto current = [&] {
    return ShownTerm(terminology.term(found.nodes[0]).id, terminology.term(found.nodes[0]).label);
  };
  switch (found.source) {
    case Concept::Source::kTerm:
      break;
    case Concept::Source::kAlternative:
      reporter_->Note(literal.span, "merged-term", absl::StrCat(id, " was merged into ", current()));
      break;
    case Concept::Source::kReplaced:
      reporter_->Warn(literal.span, "replaced-term", absl::StrCat(id, " is obsolete; ", current(), " replaces it"));
      break;
    case Concept::Source::kEquivalent: {
      std::vector<std::string> names;
      for (const ontology::Node node : found.nodes) {
        names.push_back(ShownTerm(terminology.term(node).id, terminology.term(node).label));
      }
      if (names.size() == 1) {
        reporter_->Note(literal.span, "equivalent-term", absl::StrCat(id, " is taken as ", names[0]));
      } else {
        reporter_->Warn(
            literal.span, "ambiguous-equivalence",
            absl::StrCat(id, " is equivalent to several terms, all of which are meant: ", absl::StrJoin(names, ", ")));
      }
      break;
    }
    case Concept::Source::kPlain:
      if (terminology.KnowsPrefix(id)) {
        reporter_->Note(literal.span, "term-not-in-ontology",
                        absl::StrCat(id, " is in records but not in the loaded ontology; only ",
                                     terminology.HasHierarchyOfItsOwn(id) ? "this and what is below it by its code are"
                                                                          : "this code is",
                                     " matched"));
      }
      break;
    case Concept::Source::kObsolete: {
      const auto own = view_.dictionary().Find(id);
      if (literal.exactly && own && in_use.Has(*own)) {
        reporter_->Warn(literal.span, "obsolete-term", absl::StrCat(id, " is obsolete; only this code is matched"));
        break;
      }
      const ontology::Term term = terminology.term(found.nodes[0]);
      std::vector<std::string> hints;
      std::vector<std::string> replacements;
      for (const ontology::Node node : terminology.CurrentOf(found.nodes[0])) {
        replacements.emplace_back(terminology.TermId(node));
      }
      if (replacements.empty()) replacements = term.replaced_by;
      for (const std::string& other : replacements)
        hints.push_back("replaced by " + ShownTerm(other, in_use.Label(other)));
      for (const std::string& other : term.consider)
        hints.push_back("consider " + ShownTerm(other, in_use.Label(other)));
      reporter_->Error(literal.span, "obsolete-term",
                       absl::StrCat(ShownTerm(id, term.label), " is obsolete and nothing replaces it as it stands"),
                       hints);
      return std::nullopt;
    }
    case Concept::Source::kUnknown: {
      std::vector<std::string> hints;
      const model::CodeForm form = model::FormOf(id);
      // Where nobody has the code there is nobody to count, which a site has to be able to say. What an ontology should
      // know, and does not, is a mistake.
      if (form == model::CodeForm::kWellFormed && !terminology.KnowsPrefix(id)) {
        reporter_->Warn(literal.span, "unused-code",
                        absl::StrCat("no record uses ", id, ", and no ontology with ", std::string(KindOf(id)),
                                     " codes is loaded that could tell what lies below it; it matches nothing"));
        break;
      }
      if (form == model::CodeForm::kBadCheckDigit) {
        hints.emplace_back("the last digit of a LOINC code follows from the others, and here it does not");
      }
      if (terminology.KnowsPrefix(id)) {
        for (const std::string& near : terminology.Nearest(id, 3)) hints.push_back("did you mean " + near + "?");
        reporter_->Error(literal.span, "unknown-term", absl::StrCat(id, " is not a term of the loaded ontology"),
                         hints);
      } else {
        constexpr size_t kMaxShown = 4;
        const std::vector<std::string> beginning =
            terminology.Beginning(id, kMaxShown, [&](model::Symbol symbol) { return in_use.Has(symbol); });
        if (!beginning.empty()) {
          hints.push_back(absl::StrCat("codes that begin so: ", absl::StrJoin(beginning, ", "),
                                       beginning.size() == kMaxShown ? ", ..." : ""));
          hints.push_back(absl::StrCat("all that begin so: starts with \"", id, "\""));
        } else if (form == model::CodeForm::kMalformed) {
          hints.push_back(absl::StrCat("codes of ", std::string(KindOf(id)), " have another form"));
        }
        reporter_->Error(literal.span, "unknown-term",
                         absl::StrCat("no loaded ontology has codes that begin with ", std::string(KindOf(id)),
                                      " and no record uses ", id),
                         hints);
      }
      return std::nullopt;
    }
  }
  CheckLabel(literal, found, in_use);
  return found;
}

void TermBinder::CheckLabel(const Literal& literal, const Concept& found, const InUse& in_use) {
  if (literal.label.empty()) return;
  const ontology::Terminology& terminology = view_.terminology();
  std::vector<std::string> known;
  for (const ontology::Node node : found.nodes) {
    const ontology::Term term = terminology.term(node);
    known.push_back(term.label);
    for (const ontology::Synonym& synonym : term.synonyms) known.push_back(synonym.text);
  }
  const auto symbol = view_.dictionary().Find(found.id);
  if (symbol && in_use.Has(*symbol)) known.emplace_back(view_.dictionary().Label(*symbol));
  for (const std::string& label : known) {
    if (SameText(label, literal.label)) return;
  }
  const std::string label = in_use.Label(found.id);
  if (found.nodes.empty() && label.empty()) return;  // nothing is known of it
  if (found.nodes.empty()) {                         // only the data's own label is known, and labels in data vary
    reporter_->Warn(literal.label_span, "label-mismatch",
                    absl::StrCat(found.id, " is labelled \"", label, "\" in the records"));
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
  if (found.size() == 1) return found[0];
  if (found.empty()) {  // pasted from a document, with the characters of one
    Literal plain = literal;
    plain.text = model::PlainText(literal.text);
    if (plain.text != literal.text) return FindByName(plain, field, meant);
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

void TermBinder::CheckUse(const Literal& literal, const Concept& found, model::FieldId field,
                          const model::SymbolList& symbols, const model::SymbolList& values) {
  if (!reporter_->ExplainsRemarks()) return;
  if (values.empty()) {
    reporter_->Warn(
        literal.span, "no-such-codes",
        absl::StrCat("no record has ", WithArticle(CodedThing(field)), " with a code, so ",
                     ShownTerm(found.id, InUse(view_, values, reporter_).Label(found.id)), " matches nothing"));
    return;
  }
  if (Meet(symbols, values)) return;
  KindsInUse kinds(view_.terminology(), values);
  const std::string kind(KindOf(found.id));
  if (kinds.recorded().contains(kind)) return;
  for (const ontology::Node node : found.nodes) {
    if (kinds.recorded().contains(KindOf(view_.terminology().TermId(node)))) return;
  }
  constexpr size_t kMaxKinds = 5;
  std::vector<std::string> in_use(kinds.recorded().begin(), kinds.recorded().end());
  if (in_use.size() > kMaxKinds) in_use.resize(kMaxKinds);
  reporter_->Warn(
      literal.span, "no-such-codes",
      absl::StrCat("no ", CodedThing(field), " here is coded with ", kind.empty() ? "such a code" : kind, ", so ",
                   ShownTerm(found.id, InUse(view_, values, reporter_).Label(found.id)), " matches nothing"),
      {absl::StrCat("codes in use begin with ", absl::StrJoin(in_use, ", "))});
}

std::optional<ontology::Concept> TermBinder::BindDisease(const Literal& literal) {
  return FindConcept(literal, model::field::kDiseaseTerm, Meant::kAnything);
}

}  // namespace muster::bind
