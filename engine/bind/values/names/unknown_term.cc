#include "engine/bind/values/names/unknown_term.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/fixed_vocabularies.h"
#include "engine/bind/values/names/meant_records.h"
#include "engine/bind/values/names/name_parts.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/names_alike.h"
#include "engine/bind/values/names/people_in_words.h"
#include "engine/bind/values/names/suggested_names.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/identifying.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/spellings.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/parse.h"
#include "grammar/text/pasted_signs.h"

namespace muster::bind {
namespace {

// Whether what has a name with more words than were written may be meant by them, of another kind of record: a
// treatment of hepatitis B is none of the diseases.
bool AreOfOneKind(model::Entity asked, model::Entity other) {
  using model::Entity;
  const bool condition = asked == Entity::kDisease || asked == Entity::kPhenotype;
  if (condition && (other == Entity::kTreatment || other == Entity::kProcedure)) return false;
  return asked != Entity::kDisease || other != Entity::kMeasurement;
}

// What records of another kind are called: "hypertension" of a disease, recorded as a phenotype. Only where the whole
// name is theirs; or `in_part`, where it is several words of theirs.
void AddOtherRecords(const CatalogueView& view, std::string_view name, model::FieldId field, bool in_part,
                     std::vector<std::string>* hints) {
  using model::Entity;
  const model::EntityInfo& asked = model::Info(model::Info(field).entity);
  if (asked.primary != static_cast<int>(field)) return;
  for (const Entity other : {Entity::kDisease, Entity::kPhenotype, Entity::kMeasurement, Entity::kTreatment,
                             Entity::kProcedure, Entity::kExposure, Entity::kVariant}) {
    const model::EntityInfo& info = model::Info(other);
    if (other == asked.entity) continue;
    for (const FoundName& found : FindNames(view, name, static_cast<model::FieldId>(info.primary), 1)) {
      const bool words = in_part && AreOfOneKind(asked.entity, other) && name.find(' ') != std::string_view::npos &&
                         !AreContrary(name, found.label);
      if (found.rank != 0 && !words) continue;
      // eGFR is measured, and EGFR a gene: of another case it is the last resort.
      if (other == Entity::kVariant && !in_part && found.label != name) continue;
      hints->insert(hints->begin(),
                    absl::StrCat("recorded as ", WithArticle(info.name), ": write ", std::string(info.name), " ",
                                 found.code, found.label.empty() ? "" : absl::StrCat(" \"", found.label, "\""),
                                 " in place of ", std::string(asked.name),
                                 PeopleInWords(view, static_cast<model::FieldId>(info.primary), {found.code})));
    }
  }
}

// recorded here: GENO:0000135 "heterozygous" (27,499 people), GENO:0000134 "hemizygous" (1,597 people)
void AddRecorded(const CatalogueView& view, model::FieldId field, const model::SymbolList& values,
                 std::vector<std::string>* hints) {
  constexpr size_t kMaxLookedAt = 2000;
  constexpr size_t kShown = 4;
  if (values.empty() || model::IsIdentifying(field)) return;
  std::vector<std::string> names;
  if (values.size() <= kMaxLookedAt) {
    for (const FoundName& found : FindNames(view, "", field, kShown)) {
      names.push_back(SuggestedTerm(view, field, {found.code}, found.label));
    }
  }
  const model::EntityInfo& entity = model::Info(model::Info(field).entity);
  const bool primary = entity.primary == static_cast<int>(field);
  const size_t more = values.size() - names.size();
  std::string hint = names.empty() ? "" : absl::StrCat("recorded here: ", absl::StrJoin(names, ", "));
  if (more > 0)
    absl::StrAppend(&hint, names.empty() ? "" : ", and ", more, names.empty() ? " are recorded here" : " more");
  if (more > 0 && primary) {
    absl::StrAppend(&hint, "; terms like \"WORD\" in ", std::string(entity.plural), " finds them by a word");
  }
  hints->push_back(std::move(hint));
}

// Where no name is near: which other criterion says these words, or else that nothing is called so, and what is
// recorded. The list of a statement is told once.
void AddWhatElseThereIs(const CatalogueView& view, const Reporter& reporter, std::string_view name,
                        model::FieldId field, const model::SymbolList& values, std::vector<std::string>* hints) {
  if (model::Info(model::Info(field).entity).primary == static_cast<int>(field)) {
    if (auto elsewhere = grammar::CriterionForWords(name)) {
      hints->insert(hints->begin(), *std::move(elsewhere));
      return;
    }
    if (hints->empty() && view.listed() == nullptr) {
      hints->push_back(absl::StrCat("nothing in this catalogue is called \"", std::string(name), "\""));
    }
  }
  std::vector<std::string> recorded;
  AddRecorded(view, field, values, &recorded);
  for (std::string& hint : recorded) {
    if (!reporter.HasHinted(hint)) hints->push_back(std::move(hint));
  }
}

// What is written to ask whether anything is recorded: onset is not null.
bool IsNull(std::string_view text) {
  const std::string word = model::NormalizeKeyword(text);
  return word == "null" || word == "not null" || word == "nil" || word == "empty" || word == "blank";
}

// In letters without accents and without the small words of French and its like: diabete type 2. Empty where that is
// what is written.
std::string InPlainLetters(std::string_view name) {
  const std::vector<std::string> spellings = model::SpellingsOf(name);
  if (spellings.size() < 2) return "";
  std::vector<std::string> words = absl::StrSplit(spellings[1], ' ', absl::SkipEmpty());
  std::erase_if(words, [](const std::string& word) {
    return word == "de" || word == "du" || word == "des" || word == "la" || word == "le" || word == "del" ||
           word == "di";
  });
  return absl::StrJoin(words, " ");
}

// Whether the criterion that `literal` stands in leaves people out: no disease T, not has disease T, disease A except
// T.
bool IsDenied(const Reporter& reporter, const grammar::Literal& literal) {
  const std::string statement = reporter.Rewritten({});
  const size_t at = statement.find(grammar::Print(literal));
  std::string_view before = std::string_view(statement).substr(0, at == std::string::npos ? 0 : at);
  while (!before.empty()) {
    size_t begin = 0;
    for (const std::string_view joint : {" where ", " and ", " or "}) {
      const size_t last = before.rfind(joint);
      if (last != std::string_view::npos) begin = std::max(begin, last + joint.size());
    }
    const std::string_view criterion = before.substr(begin);
    if (!criterion.empty()) {
      return criterion.starts_with("no ") || criterion.find("not ") != std::string_view::npos ||
             criterion.find("has no ") != std::string_view::npos;
    }
    before.remove_suffix(std::min<size_t>(before.size(), sizeof(" or ") - 1));  // T or U: what stands before T
  }
  return false;
}

// uveal melanoma, where no name has both words: what the longest part of it is the name of. Where it is `denied`, a
// part leaves out more than is meant.
void AddNamesOfParts(const CatalogueView& view, std::string_view written, model::FieldId field, bool denied,
                     std::vector<std::string>* hints) {
  const std::string name = WithoutPossessives(written);
  const std::vector<NamePart> parts = LongestRecordedParts(view, name, field);
  if (parts.size() == 2) {  // lung cancer or breast cancer; the last one is the first
    const size_t first = name.find(parts[1].text), second = name.rfind(parts[0].text);
    const size_t end = first + parts[1].text.size();
    const std::string between = end < second ? model::NormalizeKeyword(name.substr(end, second - end)) : "";
    if (between == "or" || between == "and" || between == "/" || between == "," || between == "and/or") {
      hints->push_back(absl::StrCat("write each name in quotation marks of its own: \"", parts[1].text, "\" or \"",
                                    parts[0].text, "\""));
    }
  }
  for (const NamePart& part : parts) {
    const std::string found = SuggestedTerm(view, field, {part.found.code}, part.found.label);
    hints->push_back(
        denied ? absl::StrCat("no name here has all of these words: where nobody is recorded with it, "
                              "leave this criterion out; \"",
                              part.text, "\", ", found, ", is wider, and would leave out who has any")
               : absl::StrCat("no name here has all of these words; \"", part.text, "\" alone finds ", found));
  }
}

}  // namespace

namespace {

// Symbols of genes that are spelt nearly alike are other genes: only what lacks its number may be another.
void ReportUnknownGene(Reporter* reporter, const CatalogueView& view, const grammar::Literal& literal,
                       model::FieldId field, const model::SymbolList& values) {
  std::vector<std::string> hints;
  const std::string& name = literal.text;
  const bool one_word = name.find(' ') == std::string::npos;
  constexpr size_t kMostNumbered = 3;
  const bool lacks_number = one_word && !name.empty() && absl::ascii_isalpha(static_cast<unsigned char>(name.back()));
  for (const FoundName& found : lacks_number ? FindNames(view, name, field, 30) : std::vector<FoundName>()) {
    const std::string_view label = found.label;
    if (absl::StartsWithIgnoreCase(found.label, name) && label.size() > name.size() &&
        label.find_first_not_of("0123456789", name.size()) == std::string_view::npos) {
      if (hints.size() == kMostNumbered) break;
      hints.push_back(absl::StrCat("did you mean ", SuggestedTerm(view, field, {found.code}, found.label), "?"));
    }
  }
  if (!one_word) AddNamesOfParts(view, name, field, IsDenied(*reporter, literal), &hints);
  if (one_word && hints.empty() && view.listed() == nullptr && !values.empty()) {
    hints.push_back(absl::StrCat("no variant here is of a gene called \"", name, "\""));
  }
  AddRecorded(view, field, values, &hints);
  AddOtherRecords(view, name, field, /*in_part=*/true, &hints);
  reporter->Error(literal.span, "unknown-term", absl::StrCat("no term is called \"", name, "\""), std::move(hints));
}

// Whether "country is GB", about another field than `field`, is true for anybody. Also true for texts without a field.
bool IsSaidHere(const CatalogueView& view, model::FieldId field, const std::string& meant) {
  constexpr std::string_view kIs = " is ";
  const size_t is = meant.find(kIs);
  const auto other = is == std::string::npos ? std::nullopt : FindField(model::Info(field).entity, meant.substr(0, is));
  if (!other) return true;
  const auto values = view.FieldValues(*other);
  const auto symbol = view.dictionary().Find(model::NormalizeWord(*other, meant.substr(is + kIs.size())));
  return values.ok() && symbol && (*values)->Contains(*symbol);
}

}  // namespace

std::string ShownTerm(std::string_view id, std::string_view label) {
  return label.empty() ? std::string(id) : absl::StrCat(std::string(id), " ", std::string(label));
}

std::string CodedThing(model::FieldId field) {
  const model::Field& info = model::Info(field);
  const model::EntityInfo& entity = model::Info(info.entity);
  if (entity.primary == static_cast<int>(field)) return std::string(entity.name);
  return absl::StrCat(std::string(info.name), " of ", WithArticle(entity.name));
}

void ReportUnknownTerm(Reporter* reporter, const CatalogueView& view, const grammar::Literal& literal,
                       model::FieldId field, const model::SymbolList& values) {
  if (!reporter->ExplainsErrors()) return reporter->Error(literal.span, "unknown-term", "");
  if (IsNull(literal.text)) {
    const std::string name(model::Info(field).name);
    reporter->Error(literal.span, "unknown-term", absl::StrCat("no term is called \"", literal.text, "\""),
                    {absl::StrCat("write ", name, " is recorded, or ", name, " is missing")});
    return;
  }
  if (std::string letters = grammar::InPlaceOfLigatures(literal.text); !letters.empty()) {
    reporter->Error(literal.span, "unknown-term", absl::StrCat("no term is called \"", literal.text, "\""),
                    {std::move(letters)});
    return;
  }
  if (field == model::field::kVariantGene && literal.text.find(':') == std::string::npos) {
    return ReportUnknownGene(reporter, view, literal, field, values);
  }
  KindsInUse kinds(view.terminology(), values);
  if (literal.kind == grammar::Literal::Kind::kQuoted && literal.text.find(' ') == std::string::npos &&
      literal.text.find(':') != std::string::npos &&
      model::FormOf(model::NormalizeCode(literal.text)) == model::CodeForm::kWellFormed) {
    const std::string code = model::NormalizeCode(literal.text);
    reporter->Error(literal.span, "unknown-term", absl::StrCat("no ", CodedThing(field), " here has the code ", code),
                    {absl::StrCat("codes in use begin with ", absl::StrJoin(kinds.recorded(), ", ")),
                     absl::StrCat("where 0 is an answer, write the code without quotation marks: ", code)});
    return;
  }
  SuggestedNames near(view, field, values, &kinds);
  auto meant = MeantInstead(field, model::NormalizeKeyword(literal.text));
  const bool is_of_other_field = meant && IsSaidHere(view, field, *meant);
  if (is_of_other_field) near.AddText(*meant);
  near.AddSameNames(literal.text);
  near.AddNamesOfWords(literal.text);
  near.AddNearTerms(literal.text);
  near.AddNearLabels(literal.text);
  if (near.empty()) near.AddNamesAlike({literal.text});
  if (const std::string plain = near.empty() ? InPlainLetters(literal.text) : ""; !plain.empty()) {
    near.AddNamesOfWords(plain);
    near.AddNearTerms(plain);
    near.AddNearLabels(plain);
  }
  std::vector<std::string> hints = near.AsHints(literal.text);
  if (hints.empty()) AddNamesOfParts(view, literal.text, field, IsDenied(*reporter, literal), &hints);
  const bool none_near = hints.empty();
  const bool names_records = model::Info(model::Info(field).entity).primary == static_cast<int>(field);
  if (values.empty() && view.listed() == nullptr) {
    const model::Field& info = model::Info(field);
    // Nothing of this field can be meant where nothing is recorded.
    if (!names_records)
      hints = is_of_other_field ? std::vector{absl::StrCat("did you mean ", *meant, "?")} : std::vector<std::string>();
    hints.insert(hints.begin(),
                 absl::StrCat("no ", EntityName(info.entity), " here has ", WithArticle(info.name), " recorded"));
  }
  if (names_records) {
    for (const std::string& criterion : SaidByOtherFields(view, literal.text, model::Info(field).entity)) {
      hints.insert(hints.begin(),
                   absl::StrCat("write has ", EntityName(model::Info(field).entity), " with ", criterion));
    }
  }
  AddOtherRecords(view, literal.text, field, none_near, &hints);
  if (none_near) AddWhatElseThereIs(view, *reporter, literal.text, field, values, &hints);
  reporter->Error(literal.span, "unknown-term", absl::StrCat("no term is called \"", literal.text, "\""),
                  std::move(hints));
}

void ReportTermNotInUse(Reporter* reporter, const CatalogueView& view, const grammar::Literal& literal,
                        const std::vector<ontology::Concept>& found, model::FieldId field,
                        const model::SymbolList& values) {
  const ontology::Terminology& terminology = view.terminology();
  KindsInUse kinds(terminology, values);
  std::vector<std::string> shown, kinds_found;
  SuggestedNames near(view, field, values, &kinds);
  std::set<std::string> names_found = {literal.text};
  for (const ontology::Concept& term : found) {
    shown.push_back(ShownTerm(term.id, InUse(view, values, reporter).Label(term.id)));
    const std::string kind(KindOf(term.id));
    if (std::find(kinds_found.begin(), kinds_found.end(), kind) == kinds_found.end()) kinds_found.push_back(kind);
    // What the term is called otherwise may be the name of a term that is of use.
    for (const ontology::Node node : term.nodes) {
      for (std::string& name : NamesOf(terminology.term(node))) names_found.insert(std::move(name));
      std::vector<std::string> names = {terminology.term(node).label};
      for (const ontology::Synonym& synonym : terminology.term(node).synonyms) names.push_back(synonym.text);
      for (const std::string& name : names) {
        for (const ontology::Node same : terminology.FindByName(name)) {
          if (terminology.IsObsolete(same) || !kinds.Reach(terminology.TermId(same))) continue;
          near.AddTerm({std::string(terminology.TermId(same))}, terminology.term(same).label);
        }
      }
    }
  }
  near.AddNamesAlike(names_found);
  near.AddNamesOfWords(literal.text);
  near.AddNearTerms(literal.text);
  near.AddNearLabels(literal.text);
  std::vector<std::string> hints = near.AsHints(literal.text);
  constexpr size_t kMaxKinds = 5;
  std::vector<std::string> in_use(kinds.recorded().begin(), kinds.recorded().end());
  if (in_use.size() > kMaxKinds) in_use.resize(kMaxKinds);
  hints.push_back(absl::StrCat("codes in use begin with ", absl::StrJoin(in_use, ", ")));
  AddOtherRecords(view, literal.text, field, /*in_part=*/false, &hints);
  reporter->Error(literal.span, "term-not-in-use",
                  absl::StrCat("\"", literal.text, "\" is ", absl::StrJoin(shown, " and "), ", and no ",
                               CodedThing(field), " here is coded with ", absl::StrJoin(kinds_found, " or ")),
                  hints);
}

}  // namespace muster::bind
