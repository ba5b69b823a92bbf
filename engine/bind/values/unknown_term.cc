#include "engine/bind/values/unknown_term.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/fixed_vocabularies.h"
#include "engine/bind/values/name_search.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/identifying.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {
namespace {

constexpr size_t kMaxHints = 3;

void AddOnce(std::string text, std::vector<std::string>* texts) {
  if (texts->size() < kMaxHints && std::find(texts->begin(), texts->end(), text) == texts->end()) {
    texts->push_back(std::move(text));
  }
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

// What is recorded in the field under a name with these words: nearest by meaning.
void AddNamesOfWords(const CatalogueView& view, std::string_view name, model::FieldId field,
                     std::vector<std::string>* near) {
  for (const FoundName& found : FindNames(view, name, field, kMaxHints)) {
    if (!AreContrary(name, found.label)) AddOnce(ShownTerm(found.code, found.label), near);
  }
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
      const bool words = in_part && name.find(' ') != std::string_view::npos && !AreContrary(name, found.label);
      if (found.rank != 0 && !words) continue;
      hints->insert(hints->begin(),
                    absl::StrCat("recorded as ", WithArticle(info.name), ": write ", std::string(info.name), " ",
                                 found.code, found.label.empty() ? "" : absl::StrCat(" \"", found.label, "\""),
                                 " in place of ", std::string(asked.name)));
    }
  }
}

// recorded here: heterozygous, hemizygous
void AddRecorded(const CatalogueView& view, model::FieldId field, const model::SymbolList& values,
                 std::vector<std::string>* hints) {
  constexpr size_t kMaxLookedAt = 2000;
  constexpr size_t kShown = 4;
  if (values.empty() || model::IsIdentifying(field)) return;
  std::vector<std::string> names;
  if (values.size() <= kMaxLookedAt) {
    for (const FoundName& found : FindNames(view, "", field, kShown))
      names.push_back(ShownTerm(found.code, found.label));
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

// Names near `name` of terms that may lead to a value; of all terms where nothing is recorded.
void AddNearTerms(const CatalogueView& view, std::string_view name, const model::SymbolList& values, KindsInUse* kinds,
                  std::vector<std::string>* near) {
  constexpr size_t kLookedAt = 20;  // an ontology may have terms of several kinds
  for (const ontology::OntologyPtr& ontology : view.terminology().ontologies()) {
    for (std::string& term : ontology->Nearest(name, values.empty() ? kMaxHints : kLookedAt)) {
      if (near->size() == kMaxHints) return;
      if (!MayBeMeant(view, name, term)) continue;
      if (values.empty() || kinds->Reach(term)) AddOnce(std::move(term), near);
    }
  }
}

// The same of labels that came with the data, for codes that no ontology has.
void AddNearLabels(const CatalogueView& view, std::string_view name, const model::SymbolList& values,
                   std::vector<std::string>* near) {
  std::vector<std::string> labels;
  for (const model::Symbol symbol : values) {
    if (view.terminology().KnowsPrefix(view.dictionary().Text(symbol))) continue;
    labels.emplace_back(view.dictionary().Label(symbol));
  }
  if (view.listed() != nullptr) std::sort(labels.begin(), labels.end());
  for (const std::string& label : NearestNames(name, labels)) {
    if (IsSlip(name, label)) AddOnce(absl::StrCat("\"", label, "\""), near);
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
  constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
      {"\u00e0", "a"}, {"\u00e1", "a"}, {"\u00e2", "a"}, {"\u00e4", "a"}, {"\u00e7", "c"},
      {"\u00e8", "e"}, {"\u00e9", "e"}, {"\u00ea", "e"}, {"\u00eb", "e"}, {"\u00ed", "i"},
      {"\u00ee", "i"}, {"\u00ef", "i"}, {"\u00f1", "n"}, {"\u00f3", "o"}, {"\u00f4", "o"},
      {"\u00f6", "o"}, {"\u00fa", "u"}, {"\u00fb", "u"}, {"\u00fc", "u"}, {"\u00c9", "e"}};
  std::string plain(name);
  for (const auto& [accented, letter] : kLetters) {
    plain = absl::StrReplaceAll(plain, {{std::string(accented), std::string(letter)}});
  }
  if (plain == name) return "";
  std::vector<std::string> words = absl::StrSplit(plain, ' ', absl::SkipEmpty());
  std::erase_if(words, [](const std::string& word) {
    return word == "de" || word == "du" || word == "des" || word == "la" || word == "le" || word == "del" ||
           word == "di";
  });
  return absl::StrJoin(words, " ");
}

// uveal melanoma, where no name has both words: what the last of them finds.
void AddNamesOfLastWord(const CatalogueView& view, std::string_view name, model::FieldId field,
                        std::vector<std::string>* hints) {
  const size_t blank = name.rfind(' ');
  constexpr size_t kShortest = 5;  // of what is rarely a name's last word by chance
  if (blank == std::string_view::npos || name.size() - blank - 1 < kShortest) return;
  const std::string_view last = name.substr(blank + 1);
  for (const FoundName& found : FindNames(view, last, field, 2)) {
    hints->push_back(absl::StrCat("no name here has all of these words; \"", std::string(last), "\" alone finds ",
                                  ShownTerm(found.code, found.label)));
  }
}

std::vector<std::string> AsQuestions(std::vector<std::string> near) {
  for (std::string& name : near) name = absl::StrCat("did you mean ", name, "?");
  return near;
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
  std::vector<std::string> near;
  if (auto meant = MeantInstead(field, model::NormalizeKeyword(literal.text))) AddOnce(*std::move(meant), &near);
  AddNamesOfWords(view, literal.text, field, &near);
  AddNearTerms(view, literal.text, values, &kinds, &near);
  AddNearLabels(view, literal.text, values, &near);
  if (const std::string plain = near.empty() ? InPlainLetters(literal.text) : ""; !plain.empty()) {
    AddNamesOfWords(view, plain, field, &near);
    AddNearTerms(view, plain, values, &kinds, &near);
    AddNearLabels(view, plain, values, &near);
  }
  std::vector<std::string> hints = AsQuestions(std::move(near));
  if (hints.empty()) AddNamesOfLastWord(view, literal.text, field, &hints);
  const bool none_near = hints.empty();
  if (none_near) AddRecorded(view, field, values, &hints);
  AddOtherRecords(view, literal.text, field, none_near, &hints);
  reporter->Error(literal.span, "unknown-term", absl::StrCat("no term is called \"", literal.text, "\""),
                  std::move(hints));
}

void ReportTermNotInUse(Reporter* reporter, const CatalogueView& view, const grammar::Literal& literal,
                        const std::vector<ontology::Concept>& found, model::FieldId field,
                        const model::SymbolList& values) {
  const ontology::Terminology& terminology = view.terminology();
  KindsInUse kinds(terminology, values);
  std::vector<std::string> shown, kinds_found, near;
  for (const ontology::Concept& term : found) {
    shown.push_back(ShownTerm(term.id, InUse(view, values, reporter).Label(term.id)));
    const std::string kind(KindOf(term.id));
    if (std::find(kinds_found.begin(), kinds_found.end(), kind) == kinds_found.end()) kinds_found.push_back(kind);
    // What the term is called otherwise may be the name of a term that is of use.
    for (const ontology::Node node : term.nodes) {
      std::vector<std::string> names = {terminology.term(node).label};
      for (const ontology::Synonym& synonym : terminology.term(node).synonyms) names.push_back(synonym.text);
      for (const std::string& name : names) {
        for (const ontology::Node same : terminology.FindByName(name)) {
          if (terminology.IsObsolete(same) || !kinds.Reach(terminology.TermId(same))) continue;
          AddOnce(ShownTerm(terminology.TermId(same), terminology.term(same).label), &near);
        }
      }
    }
  }
  AddNamesOfWords(view, literal.text, field, &near);
  AddNearTerms(view, literal.text, values, &kinds, &near);
  AddNearLabels(view, literal.text, values, &near);
  std::vector<std::string> hints = AsQuestions(std::move(near));
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
