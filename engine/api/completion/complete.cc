#include "engine/api/completion/complete.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/api/completion/completer.h"
#include "engine/api/completion/cursor_context.h"
#include "engine/api/completion/measured_words.h"
#include "engine/api/completion/offered_words.h"
#include "engine/api/completion/statement_context.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/units/query_units.h"
#include "engine/model/units/quantity.h"
#include "engine/model/units/units.h"
#include "grammar/completion/expected_words.h"

namespace muster::api {
namespace {

// The beginning of the quotation at the cursor, or npos.
size_t OpenQuote(std::string_view before) {
  size_t open = std::string_view::npos;
  char mark = 0;
  for (size_t i = 0; i < before.size(); ++i) {
    const char c = before[i];
    if (mark == 0 && (c == '"' || c == '\'')) {
      mark = c;
      open = i;
    } else if (mark != 0 && c == '\\') {
      ++i;
    } else if (c == mark) {
      mark = 0;
      open = std::string_view::npos;
    }
  }
  return open;
}

// The field of codes or words that the words before the cursor compare: `... vital status is`, `... sex in (female,`.
const model::Field* ComparedField(const std::vector<CursorWord>& words, model::Entity space) {
  const std::vector<CursorWord> outside = OutsideList(words);
  size_t end = outside.size();
  const auto skip = [&](std::string_view word) { end -= end > 0 && outside[end - 1].text == word ? 1 : 0; };
  if (end == words.size()) {
    skip("not");
    const size_t before = end;
    skip("is");
    skip("=");
    skip("in");
    if (before == end) return nullptr;
  } else {
    skip("not");
    skip("is");
  }
  for (size_t length = std::min<size_t>(4, end); length > 0; --length) {
    std::string name;
    for (size_t i = end - length; i < end; ++i) absl::StrAppend(&name, name.empty() ? "" : " ", outside[i].text);
    std::vector<model::FieldId> candidates;
    if (const auto own = bind::FindFieldUpwards(space, name)) candidates.push_back(*own);
    for (const model::EntityInfo& info : model::Entities()) {
      if (const auto field = bind::FindField(info.entity, name)) candidates.push_back(*field);
    }
    for (const model::FieldId field : candidates) {
      const model::Kind kind = model::Info(field).kind;
      if (kind == model::Kind::kKeyword || kind == model::Kind::kCode) return &model::Info(field);
    }
  }
  return nullptr;
}

// Keywords in the order in which they are wanted; others follow.
size_t RankOf(std::string_view keyword) {
  constexpr std::string_view kOrder[] = {
      "of (",      "where",    "with",  "has",    "and",      "by",          "not",         "or",          "is",
      "no",        ">=",       "<=",    "in (",   "between",  "in bands of", "in bands at", "in groups (", "bands of",
      "bands at",  "groups (", "top",   "having", "before",   "after",       "within",      "at least",    "as of",
      "as",        "in",       "aged",  "<",      ">",        "limit",       "except",      "at most",     "exactly",
      "none of (", "but",      "first", "last",   "excluded", "recorded",    "missing"};
  const auto* found = std::find(std::begin(kOrder), std::end(kOrder), keyword);
  return static_cast<size_t>(found - std::begin(kOrder));
}

// The word before the cursor ends a name, so what follows is not another word of it.
bool BehindName(const std::vector<CursorWord>& words) {
  std::string name;
  for (size_t length = 1; length <= 4 && length <= words.size(); ++length) {
    const std::string& word = words[words.size() - length].text;
    name = name.empty() ? word : absl::StrCat(word, " ", name);
    if (bind::FindEntity(name)) return true;
    for (const model::EntityInfo& info : model::Entities()) {
      if (bind::FindField(info.entity, name)) return true;
    }
  }
  return false;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// One question of Complete.
class CompletionRequest {
 public:
  CompletionRequest(std::string_view before, const bind::CatalogueView& view, Completions* completions)
      : before_(before), view_(view), completions_(completions), completer_(view, completions) {}

  void Answer() {
    if (const size_t quote = OpenQuote(before_); quote != std::string_view::npos) return AnswerInQuote(quote);
    size_t begin = before_.size();
    while (begin > 0 && IsWordByte(before_[begin - 1])) --begin;
    completions_->begin = begin;
    word_ = before_.substr(begin);
    words_ = WordsBefore(before_.substr(0, begin));
    context_ = ContextOf(words_);
    if (word_.find(':') != std::string_view::npos) return AnswerCode();
    if (AnswerTimeOfName() || BeforeNumberOrDate(words_)) return;
    if (!words_.empty() && AddMeasuredWords(words_, context_, word_, &completer_)) return;
    AnswerPlace(ContextBehind(words_));
  }

 private:
  // The field whose codes can stand at the cursor.
  std::optional<model::FieldId> FieldOfTerms() const { return FieldOfTerms(words_); }

  std::optional<model::FieldId> FieldOfTerms(const std::vector<CursorWord>& words) const {
    const std::vector<CursorWord> outside = OutsideList(words);
    if (const model::Field* field = ComparedField(words, context_.space)) {
      // has phenotype in (... is about the phenotype's own code
      if (ContextBehind(words) != CursorContext::kTerm) return field->id;
    }
    for (size_t length = 1; length <= 4 && length <= outside.size(); ++length) {
      const auto entity = EntityAt(outside, outside.size() - length);
      if (!entity || entity->second > length) continue;
      const int primary = model::Info(entity->first).primary;
      if (primary >= 0) return static_cast<model::FieldId>(primary);
    }
    return std::nullopt;
  }

  void AnswerInQuote(size_t quote) {
    completions_->begin = quote;
    words_ = WordsBefore(before_.substr(0, quote));
    context_ = ContextOf(words_);
    if (BehindOrOfTerm(words_)) words_.resize(words_.size() - 2);
    const std::string_view text = before_.substr(quote + 1);
    if (const auto field = FieldOfTerms()) {
      if (model::Info(*field).kind == model::Kind::kKeyword)
        return completer_.AddValues(*field, absl::StrCat("\"", std::string(text)));
      completer_.AddNames(*field, text);
    }
    if (completer_.empty()) completer_.AddTermsByName(text);
  }

  void AnswerCode() {
    if (const auto field = FieldOfTerms()) {
      const std::string wanted = absl::AsciiStrToUpper(std::string(word_));
      for (const bind::FoundName& found : bind::FindNames(view_, "", *field, 500)) {
        const std::string text = found.label.empty() ? found.code : absl::StrCat(found.code, " \"", found.label, "\"");
        if (absl::StartsWith(absl::AsciiStrToUpper(found.code), wanted)) completer_.AddIfPrefix(text, found.label, "");
      }
    }
    completer_.AddCodes(word_);
  }

  // m. : the times and numbers of a record that has a name
  bool AnswerTimeOfName() {
    const size_t dot = word_.find('.');
    if (dot == std::string_view::npos) return false;
    const auto named = context_.names.find(absl::AsciiStrToLower(std::string(word_.substr(0, dot))));
    if (named == context_.names.end()) return false;
    completions_->begin += dot + 1;
    for (const model::FieldId field : model::FieldsOf(named->second)) {
      const model::Field& info = model::Info(field);
      if (info.kind == model::Kind::kTime || info.kind == model::Kind::kNumber) {
        completer_.AddIfPrefix(std::string(info.name), std::string(info.doc), word_.substr(dot + 1));
      }
    }
    return true;
  }

  void AnswerPlace(CursorContext place) {
    // A word may also begin a term's name, where a term can stand.
    const bool term = word_.size() >= 3;
    switch (place) {
      case CursorContext::kStatement:
        return AddStatements(word_, &completer_);
      case CursorContext::kShown:
        return AddWhatIsShown(words_, word_, view_, &completer_);
      case CursorContext::kDescribed:
        return AddEntities(false, word_, &completer_);
      case CursorContext::kCounted:
        AddEntities(true, word_, &completer_);
        return AddAll({"distinct", "excluded", "observed"}, "", word_, &completer_);
      case CursorContext::kHas:
        return AddWhatOneHas(words_, word_, &completer_);
      case CursorContext::kValue:
        AddValuesHere(term);
        return AddAll({"exactly", "missing", "not", "recorded"}, "", word_, &completer_);
      case CursorContext::kTerm:
        if (AddNamesOfSeveralWords(before_, words_, word_, &completions_->begin, &completer_, *completions_)) return;
        if (const auto field = FieldOfTerms(); field && (word_.empty() || term)) {
          completer_.AddNames(*field, word_, word_.empty() ? 5 : Completer::kMaxItems);
        }
        if (term && completer_.empty()) completer_.AddTermsByName(word_);
        return AddKeywords(Completer::kMaxItems);
      case CursorContext::kAnything:
        return AnswerAnything();
    }
  }

  void AddValuesHere(bool term) {
    if (words_.size() > 1 && words_.back().text == "for" && words_[words_.size() - 2].text == "usable") {
      AddAll({"general research", "health research", "clinical care", "methods development", "ancestry research"},
             "purpose", word_, &completer_);
    } else if (const model::Field* field = ComparedField(words_, context_.space)) {
      if (field->kind == model::Kind::kKeyword) return completer_.AddValues(field->id, word_);
      if (word_.empty() || term) completer_.AddNames(field->id, word_, word_.empty() ? 10 : Completer::kMaxItems);
    }
    if (term && completer_.empty()) completer_.AddTermsByName(word_);
  }

  void AnswerAnything() {
    if (AddNamesOfSeveralWords(before_, words_, word_, &completions_->begin, &completer_, *completions_)) {
      return AddAgeAtStudyDate();
    }
    if (BehindOrOfTerm(words_)) {  // has disease "melanoma" or: another term, or another criterion
      const size_t dropped = words_.size() - 2;
      const std::vector<CursorWord> until(words_.begin(), words_.begin() + static_cast<ptrdiff_t>(dropped));
      if (const auto field = FieldOfTerms(until); field && (word_.empty() || word_.size() >= 3)) {
        completer_.AddNames(*field, word_, word_.empty() ? 5 : Completer::kMaxItems);
      }
    }
    const std::string& last = words_.back().text;
    if (IsOneOf(last, {"in", "cohort", "compare"}) && !context_.in_by) AddCohorts();
    if (const model::Field* field = ComparedField(words_, context_.space)) {
      completer_.AddValues(field->id, word_);
    }
    expected_ = grammar::ExpectedBehind(before_.substr(0, completions_->begin));
    const bool summed_in = last == "in" && words_[0].text.starts_with("summari") && IsBreakdown();
    if (expected_->unit || (expected_->name && IsNumber(last)) || summed_in) AddUnits();
    if (EndsInTimeCountedBy(words_, context_)) AddAll({"term"}, "the ontology term of the time", word_, &completer_);
    const bool of_time = IsOneOf(last, {"before", "after", "of"}) || IsOneOf(last, {">", "<", "="});
    if (of_time) AddRecordNames();
    const bool names = expected_->name && !BehindName(words_) && !IsNumber(last);
    const bool names_first = context_.of_with || last == "by" || (context_.in_by && last == ",");
    AddKeywords(names ? (names_first ? 0 : 4) : Completer::kMaxItems);
    if (names) AddFields();
    if (!of_time) AddRecordNames();
    AddKeywords(Completer::kMaxItems);
    // What the grammar does not expect here may still be meant: the names of what there is.
    if (completer_.empty() && expected_->keywords.empty()) AddEntities(false, word_, &completer_);
  }

  // Where the text names a study date, `age at` most likely goes on with it.
  void AddAgeAtStudyDate() {
    if (words_.size() < 2 || words_.back().text != "at" || words_[words_.size() - 2].text != "age") return;
    const bool fits = std::string_view("study date").starts_with(word_);
    if (!fits || before_.find("study date") == std::string_view::npos) return;
    completions_->items.insert(completions_->items.begin(), {"age at study date", "as of the study date"});
  }

  // Counted by something, or summarised: numbers are values of a dimension, not of criteria.
  bool IsBreakdown() const {
    return context_.in_by ||
           (words_[0].text.starts_with("summari") &&
            std::none_of(words_.begin(), words_.end(), [](const CursorWord& word) { return word.text == "where"; }));
  }

  static bool IsNumber(const std::string& word) {
    return !word.empty() && absl::ascii_isdigit(static_cast<unsigned char>(word[0]));
  }

  void AddCohorts() {
    for (const auto& [key, cohort] : view_.cohorts()) {
      completer_.AddIfPrefix(Written(cohort.name), "saved cohort", word_);
    }
    completer_.AddValues(model::field::kCohort, word_);
  }

  static std::string Written(const std::string& name) {
    const bool plain = !name.empty() && absl::ascii_isalpha(static_cast<unsigned char>(name[0])) &&
                       std::all_of(name.begin(), name.end(), [](char c) {
                         return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_';
                       });
    return plain ? name : absl::StrCat("\"", name, "\"");
  }

  void AddRecordNames() {
    for (const auto& [name, entity] : context_.names) {
      completer_.AddIfPrefix(name, absl::StrCat("the ", bind::EntityName(entity), " named so"), word_);
    }
  }

  // value of measurement LOINC:4548-4: the entity, and where its terms begin.
  std::optional<std::pair<model::Entity, size_t>> ValueCountedBy() const {
    std::optional<std::pair<model::Entity, size_t>> found;
    for (size_t i = 0; i + 2 < words_.size(); ++i) {
      if (words_[i].text == "by" || words_[i].text == ",") found.reset();
      if (words_[i].text != "value" || words_[i + 1].text != "of") continue;
      const auto entity = EntityAt(words_, i + 2);
      const size_t behind = i + 2 + (entity ? entity->second : 0);
      if (entity && behind < words_.size()) found = {entity->first, words_[behind].begin};
    }
    return found;
  }

  // What a number in `by` or in a summary is measured in: the entity of the value, or of what is counted.
  std::optional<model::Entity> CountedByValue() const {
    if (const auto of = ValueCountedBy()) return of->first;
    for (size_t i = words_.size(); i > 0 && words_[i - 1].text != "by" && words_[i - 1].text != ","; --i) {
      if (words_[i - 1].text == "value") return context_.counted;
    }
    return std::nullopt;
  }

  // The assays that the measurement before a number is asked for by; null where that is not known.
  ontology::SymbolSet AssaysBefore() const {
    const bool asked = context_.asked.has_value();
    auto begin = asked ? std::optional(context_.asked_terms_begin) : context_.terms_begin;
    if (IsBreakdown()) begin = ValueCountedBy() ? std::optional(ValueCountedBy()->second) : std::nullopt;
    if (!begin || *begin >= before_.size() || view_.listed() != nullptr) return nullptr;
    const std::string_view terms = before_.substr(*begin);
    std::string code(terms.substr(0, terms.find_first_of(" \t\r\n")));
    if (terms[0] == '"' || terms[0] == '\'') {
      const std::string_view name = terms.substr(1, std::min(terms.find(terms[0], 1), terms.size()) - 1);
      const auto found = bind::FindNames(view_, name, model::field::kMeasurementAssay, 1);
      if (found.empty()) return nullptr;
      code = found[0].code;
    }
    const auto symbol = view_.dictionary().Find(absl::AsciiStrToUpper(code));
    return symbol ? std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{*symbol}) : nullptr;
  }

  // Units of time behind a number where a time is meant; else those that records of the place have.
  void AddUnits() {
    const auto counted_by = IsBreakdown() ? CountedByValue() : std::nullopt;
    const model::EntityInfo& info = model::Info(counted_by.value_or(context_.asked.value_or(context_.space)));
    std::optional<model::FieldId> unit;
    for (const model::FieldId field : model::FieldsOf(info.entity)) {
      if (model::UnitFieldOf(field)) unit = model::UnitFieldOf(field);
    }
    bool of_value = context_.asked.has_value();  // has measurement LOINC:4548-4 >= 7
    for (const CursorWord& word : words_) of_value = of_value || word.text == "value";
    if (IsBreakdown()) of_value = counted_by.has_value();
    if (!unit || !of_value) {
      return AddAll({"years", "months", "weeks", "days", "hours"}, "unit of time", word_, &completer_);
    }
    const ontology::SymbolSet assays =
        info.entity == model::Entity::kMeasurement ? AssaysBefore() : ontology::SymbolSet();
    if (const auto recorded = view_.FieldUnits(*unit); recorded.ok() && assays != nullptr) {
      for (const bind::RecordedUnit& one : bind::UnitsOfAssays(view_, *unit, **recorded, assays)) {
        AddUnit(std::string(view_.dictionary().Text(one.symbol)));
      }
      return;
    }
    for (const bind::FoundName& found : bind::FindNames(view_, "", *unit, 12)) AddUnit(found.code);
  }

  void AddUnit(const std::string& code) {
    const std::string label = model::UnitLabel(code);
    const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
      return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '%' || c == '/';
    });
    completer_.AddIfPrefix(plain ? label : absl::StrCat("\"", label, "\""), "unit in use", word_);
  }

  void AddFields() {
    const model::Entity space = context_.in_by ? context_.counted : context_.space;
    for (model::Entity entity = space;; entity = model::Info(entity).parent) {
      for (const model::FieldId field : model::FieldsOf(entity)) {
        const model::Field& info = model::Info(field);
        if (info.kind != model::Kind::kText)
          completer_.AddIfPrefix(std::string(info.name), std::string(info.doc), word_);
      }
      if (entity == model::Entity::kIndividual) break;
    }
    if (!context_.in_by) return;
    AddAll({"year of", "month of", "number of"}, "", word_, &completer_);
    for (const model::EntityInfo& info : model::Entities()) {
      if (info.primary >= 0 && bind::OnOneLine(space, info.entity)) {
        completer_.AddIfPrefix(std::string(info.name), std::string(info.doc), word_);
      }
    }
  }

  // The first `most` completions that the grammar allows.
  void AddKeywords(size_t most) {
    if (!expected_) expected_ = grammar::ExpectedBehind(before_.substr(0, completions_->begin));
    std::vector<std::string> keywords = expected_->keywords;
    // A name of several words might begin with `none of`, too.
    if (!words_.empty() && words_.back().text == "none") {
      std::replace(keywords.begin(), keywords.end(), std::string("of"), std::string("of ("));
    }
    LeaveOutIllegal(&keywords);
    std::stable_sort(keywords.begin(), keywords.end(),
                     [](const std::string& a, const std::string& b) { return RankOf(a) < RankOf(b); });
    for (size_t i = 0; i < keywords.size() && i < most; ++i) completer_.AddIfPrefix(keywords[i], "", word_);
  }

  // What the grammar allows and the model does not: words that go on with a name that is whole, and numbers compared
  // with what has none.
  void LeaveOutIllegal(std::vector<std::string>* keywords) const {
    const bool whole = expected_->name && BehindName(words_);
    const bool compared =
        std::any_of(words_.begin(), words_.end(), [](const CursorWord& word) { return word.text == "where"; });
    if (whole && compared) std::replace(keywords->begin(), keywords->end(), std::string("at"), std::string("at least"));
    const bool usable =
        std::any_of(words_.begin(), words_.end(), [](const CursorWord& word) { return word.text == "usable"; });
    const bool begins = IsOneOf(words_.back().text, {"where", "and", "or", "but", "except", "not", "with", "(", ","});
    const bool has_value = !context_.asked || bind::FindField(*context_.asked, "value").has_value();
    std::erase_if(*keywords, [&](const std::string& keyword) {
      if (whole &&
          IsOneOf(keyword, {"at",     "commercial", "compare", "define",    "describe", "drop", "first",
                            "funnel", "groups",     "impact",  "last",      "like",     "no",   "non-commercial",
                            "none",   "show",       "study",   "summarise", "terms",    "to"})) {
        return true;
      }
      if (!usable && IsOneOf(keyword, {"commercial", "non-commercial"})) return true;
      if (!begins && keyword == "no") return true;
      return !has_value && IsOneOf(keyword, {"<", "<=", ">", ">=", "between", "at", "at least", "at most"});
    });
  }

  const std::string_view before_;
  const bind::CatalogueView& view_;
  Completions* const completions_;
  Completer completer_;
  std::string_view word_;
  std::vector<CursorWord> words_;
  StatementContext context_;
  std::optional<grammar::ExpectedWords> expected_;
};

}  // namespace

Completions Complete(std::string_view text, size_t cursor, const bind::CatalogueView& view) {
  Completions completions;
  CompletionRequest(text.substr(0, std::min(cursor, text.size())), view, &completions).Answer();
  return completions;
}

}  // namespace muster::api
