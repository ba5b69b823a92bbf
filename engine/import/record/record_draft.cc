#include "engine/import/record/record_draft.h"

#include <algorithm>

#include "engine/import/record/mapped_rows.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/unread_status.h"
#include "engine/model/codes/stage_text.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Entity;
using model::FieldId;
using model::Symbol;
using model::Value;

constexpr RemarkKind kOtherSpelling{ImportProblem::Kind::kNote, "code written otherwise than usual",
                                    "nothing, if what each is taken as is what was meant: --report FILE has all"};
constexpr RemarkKind kNoPrefix{
    ImportProblem::Kind::kNote, "code without a code system",
    "put it before the code in the source, or with \"prefix\": \"ICD10:\" of the table's column in the mapping"};
constexpr RemarkKind kWrongDigit{
    ImportProblem::Kind::kNote, "code whose check digit does not fit: another digit of it is wrong",
    "correct it in the source; where ids of SNOMED end in zeros a spreadsheet has rounded them, and several may have "
    "become one: export the column as text"};
constexpr RemarkKind kDoubtful{
    ImportProblem::Kind::kKeptOnly, "diagnosis whose mark says that it is excluded, suspected or past, not taken",
    "write excluded ones (A) as \"excluded\": true, and let the mapping say what becomes of suspected (V) and past (Z) "
    "ones; or take the mark off"};
constexpr RemarkKind kFuture{ImportProblem::Kind::kNote, "date after the day of the import",
                             "correct what has not happened; it is compared like any other date. A source of planned "
                             "dates says \"plausibility\": "
                             "{\"dates\": false}"};
constexpr RemarkKind kUnknownAssay{
    ImportProblem::Kind::kNote, "assay that the normalisation does not know",
    "nothing, if queries use this word; else write a word or code of the manual's list of assays"};
constexpr RemarkKind kSeveralCohorts{
    ImportProblem::Kind::kNote, "cohort whose name has a separator: it may be several",
    "nothing, if it is one name; else write an array, or let the table's column say how it is split: \"split\": \";\""};
constexpr RemarkKind kRoundedRowId{
    ImportProblem::Kind::kNote, "id of a sample, run or analysis that a spreadsheet has rounded: several may be one",
    "export the table again with the column of ids formatted as text; rows of one id are one row until then"};
constexpr RemarkKind kMissingMarker{
    ImportProblem::Kind::kNote, "marker of a missing value, taken as none",
    "nothing, if they are markers; a text that is a value is named in the mapping: \"not missing\": [...]"};
constexpr RemarkKind kUnknownWord{ImportProblem::Kind::kKeptOnly, "word that the field's vocabulary does not have",
                                  "say what it means in the mapping: \"values\" of a column of a table, or \"words\": "
                                  "{\"individual\": {\"sex\": {\"w\": \"female\"}}}"};

constexpr RemarkKind kOtherLettersOfSex{
    ImportProblem::Kind::kKeptOnly, "letter for a sex, beside which an M may stand for mujer",
    "say what the letters of this source mean and import it again, in Spanish \"words\": {\"individual\": {\"sex\": "
    "{\"h\": \"male\", \"v\": \"male\", \"m\": \"female\"}}}, in Dutch {\"v\": \"female\"}"};

constexpr RemarkKind kGeneAsDate{
    ImportProblem::Kind::kNote, "gene that a spreadsheet has made a date or a number of",
    "write the symbol (MARCH2 for 2-Mar) or the code HGNC:...; export the table with this column formatted as text"};

// Values that a row of an entity usually has: room for them is made at once.
size_t UsualValues(Entity entity) {
  switch (entity) {
    case Entity::kIndividual:
    case Entity::kRun:
    case Entity::kVariant:
      return 12;
    case Entity::kPedigree:
    case Entity::kSample:
      return 8;
    case Entity::kMeasurement:
    case Entity::kAnalysis:
      return 6;
    case Entity::kPhenotype:
      return 2;
    default:
      return 4;
  }
}

bool IsIdOfRow(FieldId field) {
  return field == model::field::kSampleId || field == model::field::kRunId || field == model::field::kAnalysisId;
}

// "-" and "." are alleles.
bool IsAllele(FieldId field) {
  return field == model::field::kVariantReference || field == model::field::kVariantAlternate;
}

bool IsLetter(std::string_view text, char letter) {
  text = model::Trim(text);
  return text.size() == 1 && model::ToLower(text).front() == letter;
}

// A value as reports show it.
std::string TextOf(Element value) {
  if (IsString(value)) return std::string(StringOf(value));
  return simdjson::minify(value);
}

void AppendQuoted(std::string_view text, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out.push_back('"');
  if (std::none_of(text.begin(), text.end(), [](char c) { return c == '"' || c == '\\' || (c >= 0 && c < 0x20); })) {
    out.append(text).push_back('"');
    return;
  }
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out.append("\\u00").append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

}  // namespace

void RecordDraft::Begin(std::string_view dataset, std::string_view id) {
  record_ = model::Record();
  index_.Clear();
  of_others_.clear();
  other_name_.clear();
  record_.dataset = dataset;
  record_.id = id;
  record_.rows.reserve(32);
  birth_ = model::Interval();
  late_birth_ = false;
  replacing_ = false;
  AddRow(Entity::kIndividual, 0);
}

void RecordDraft::Resume(model::Record record) {
  record_ = std::move(record);
  index_.Clear();
  if (!record_.extras.empty()) record_.extras.pop_back();  // the closing brace
  birth_ = model::Interval();
  late_birth_ = false;
  replacing_ = false;
  const Value* birth = record_.rows[0].Find(model::field::kBirth);
  if (birth != nullptr) birth_ = std::get<model::TimeValue>(*birth).date;
}

template <typename Change>
void RecordDraft::ForEachTime(Change change) {
  for (model::Row& row : record_.rows) {
    for (model::FieldValue& value : row.values) {
      auto* time = std::get_if<model::TimeValue>(&value.value);
      if (time != nullptr && value.field != model::field::kBirth) change(*time);
    }
  }
}

void RecordDraft::ChangeBirth(model::Interval birth) {
  if (birth == birth_) return;
  if (!birth_.empty()) {  // ages that followed from it follow from the new one
    ForEachTime([&](model::TimeValue& time) {
      if (!time.date.empty() && time.age == model::AgeAtEvent(birth_, time.date)) time.age = model::Interval();
    });
  }
  birth_ = birth;
  late_birth_ = true;
}

// Only the dead have a time or a cause of death.
void RecordDraft::InferDeath() {
  if (record_.rows.empty() || record_.rows[0].entity != Entity::kIndividual) return;
  model::Row& self = record_.rows[0];
  const bool dead = self.Find(model::field::kDeath) != nullptr || self.Find(model::field::kCauseOfDeath) != nullptr;
  if (!dead) return;
  const model::Symbol unknown = symbols_.OfWord(model::field::kVitalStatus, "unknown").symbol;
  const model::Value* status = self.Find(model::field::kVitalStatus);
  if (status != nullptr && std::get<model::Symbol>(*status) != unknown) return;
  std::erase_if(self.values, [](const model::FieldValue& value) { return value.field == model::field::kVitalStatus; });
  SetKeyword(0, model::field::kVitalStatus, "deceased");
  reporter_.CountNote("time or cause of death without a vital status, taken as deceased");
}

model::Record RecordDraft::Finish() {
  InferDeath();
  if (late_birth_) ForEachTime([&](model::TimeValue& time) { Complete(time, std::nullopt); });
  if (!record_.extras.empty()) record_.extras.push_back('}');
  model::Record done = std::move(record_);
  record_ = model::Record();
  return done;
}

uint32_t RecordDraft::AddRow(Entity entity, uint32_t parent) {
  if (full()) return static_cast<uint32_t>(record_.rows.size() - 1);
  model::Row& added = record_.rows.emplace_back();
  added.entity = entity;
  added.parent = parent;
  added.values.reserve(UsualValues(entity));
  return static_cast<uint32_t>(record_.rows.size() - 1);
}

bool RecordDraft::Put(uint32_t row_index, FieldId field, const JsonPath& at, const Element* source, Value value) {
  model::Row& target = row(row_index);
  if (const auto* id = std::get_if<std::string>(&value); id != nullptr && IsIdOfRow(field)) {
    if (model::IsRoundedNumber(*id)) reporter_.Report(kRoundedRowId, at.Pointer(), *id);
  }
  const auto* time = std::get_if<model::TimeValue>(&value);
  if (time != nullptr && plausibility_.dates && source != nullptr && model::IsInFuture(time->date)) {
    if (field == model::field::kBirth) {
      KeepImplausible(at, *source, "nobody is born after the day of the import");
      return false;
    }
    reporter_.Report(kFuture, at.Pointer(), TextOf(*source));
  }
  if (!model::Info(field).multiple) {
    for (model::FieldValue& present : target.values) {
      if (present.field != field) continue;
      if (replacing_) {
        Overrule(row_index, field, at, std::move(value), present);
        return true;
      }
      if (source == nullptr || present.value == value) return false;
      if (row_index == 0 && second_ != nullptr) {
        AddSecond(field, at, *source, std::move(value), present);
        return second_->counts;
      }
      KeepUnreadable(at, *source, kSecondValue);
      return false;
    }
  } else if (index_.Has(target, row_index, field, value)) {
    return true;
  }
  if (field == model::field::kVariantGene) {
    const std::string_view gene = symbols_.dictionary().Text(std::get<Symbol>(value));
    if (model::IsGeneAsDate(gene)) {
      reporter_.ReportOfEach(kGeneAsDate, {}, gene, [&] {
        return std::pair(at.Pointer(), model::Concat({"no gene is called \"", Shown(gene), "\""}));
      });
    }
  }
  index_.Note(row_index, field, value);
  model::FieldValue& added = target.values.emplace_back();
  added.field = field;
  added.value = std::move(value);
  return true;
}

bool RecordDraft::SetValue(uint32_t row_index, FieldId field, const JsonPath& at, Element source, Value value) {
  return Put(row_index, field, at, &source, std::move(value));
}

std::optional<Symbol> RecordDraft::ReadCode(const JsonPath& at, Element value, std::optional<model::Interval>* onset) {
  std::string_view id;
  std::string_view label;
  if (IsString(value)) {
    id = StringOf(value);
    if (id.empty()) return std::nullopt;
    if (id.find(':') == std::string_view::npos || id.find(' ') != std::string_view::npos) {
      KeepUnreadable(at, value, kNoClass);
      return std::nullopt;
    }
    reporter_.CountNote("code without a class around it");
  } else {
    Object object;
    if (value.get(object) != simdjson::SUCCESS) {
      KeepUnreadable(at, value, kNoClass);
      return std::nullopt;
    }
    bool others = false;
    for (const auto field : object) {
      if (field.key == "id") {
        id = StringOf(field.value);
      } else if (field.key == "label") {
        label = StringOf(field.value);
      } else {
        others = true;
      }
    }
    if (model::Trim(id).empty() || id.size() > kMaxCodeBytes) {
      if (!IsEmpty(value)) {
        KeepUnreadable(at, value, id.size() > kMaxCodeBytes ? kLongCode : kNoClassId);
      }
      return std::nullopt;
    }
    if (others) {
      for (const auto field : object) {
        if (field.key != "id" && field.key != "label") Keep(JsonPath(at, field.key), field.value);
      }
    }
  }
  const std::optional<Symbol> code = InternCode(at, id, label, /*needs_system=*/true, onset);
  if (!code.has_value()) KeepAsIs(at, value);
  return code;
}

std::optional<Symbol> RecordDraft::InternCode(const JsonPath& at, std::string_view id, std::string_view label,
                                              bool needs_system, std::optional<model::Interval>* onset) {
  if (model::Trim(id).empty() || id.size() > kMaxCodeBytes) return std::nullopt;
  if (label.size() > kMaxTextBytes) label = {};
  const Symbols::Code code = symbols_.OfCode(id, label);
  if (code.missing) {
    CountMissing(at, id);
    return std::nullopt;
  }
  if (code.doubtful != 0) {
    reporter_.ReportOfEach(kDoubtful, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"the mark \"", std::string(1, code.doubtful), "\" of \"", Shown(id),
                                                    "\" says that this ",
                                                    code.doubtful == 'A'   ? "was excluded"
                                                    : code.doubtful == 'V' ? "was suspected"
                                                                           : "is past"}));
    });
    return std::nullopt;
  }
  if (needs_system && !code.prefixed) {
    reporter_.ReportOfEach(kNoPrefix, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" does not say of which code system it is"}));
    });
  }
  if (code.wrong_digit) {
    reporter_.ReportOfEach(kWrongDigit, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"no code is \"", Shown(id), "\": its last digit follows from the ",
                                                    "others, and here it does not"}));
    });
  }
  if (code.corrected) {
    reporter_.ReportOfEach(kOtherSpelling, {}, id, [&] {
      return std::pair(at.Pointer(),
                       model::Concat({"the code \"", id, "\" is taken as \"", model::NormalizeCode(id), "\""}));
    });
  }
  if (code.new_label)
    symbols_.labels().SetPlace(reporter_.file(), reporter_.record(), reporter_.line(), reporter_.id());
  if (onset != nullptr) *onset = *code.onset;
  return code.symbol;
}

bool RecordDraft::SetStageText(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  const bool stage = field == model::field::kDiseaseStage || field == model::field::kSampleStage;
  if (!stage && field != model::field::kDiseaseTnm && field != model::field::kSampleTnm) return false;
  std::string_view text = StringOf(value);
  if (IsObject(value)) {
    text = StringOf(Member(value, "id").value_or(value));
    if (model::Trim(text).empty()) text = StringOf(Member(value, "label").value_or(value));
  }
  if (text.empty() || text.size() > kMaxCodeBytes || text.find(':') != text.npos) return false;
  std::vector<std::string> parts = stage ? std::vector{model::StageOf(text)} : model::TnmOf(text);
  if (parts.empty() || parts.front().empty()) return false;
  for (const std::string& part : parts) Put(row_index, field, at, &value, symbols_.OfCode(part, {}).symbol);
  if (parts.size() > 1 || parts.front() != text) {
    reporter_.ReportOfEach(kOtherSpelling, {}, text, [&] {
      std::string taken;
      for (const std::string& part : parts) taken.append(taken.empty() ? "\"" : ", \"").append(part).append("\"");
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" is taken as ", taken}));
    });
  }
  return true;
}

bool RecordDraft::SetCode(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  if (SetStageText(row_index, field, at, value)) return true;
  if (MayDeny(field)) {
    const std::string_view label =
        IsString(value) ? std::string_view() : StringOf(Member(value, "label").value_or(value));
    if (IsDenial(field, at, StringOf(Member(value, "id").value_or(value)), label, row(row_index).excluded)) {
      KeepAsIs(at, value);
      return false;
    }
  }
  const std::optional<Symbol> symbol = ReadCode(at, value);
  return symbol.has_value() && Put(row_index, field, at, &value, *symbol);
}

bool RecordDraft::SetCodes(uint32_t row_index, FieldId field, const JsonPath& at, Element values) {
  bool any = false;
  ForEachElement(*this, at, values,
                 [&](const JsonPath& place, Element value) { any = SetCode(row_index, field, place, value) || any; });
  return any;
}

bool RecordDraft::SetTime(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  const std::optional<model::TimeValue> time = ReadTime(at, value);
  return time.has_value() && Put(row_index, field, at, &value, *time);
}

bool RecordDraft::SetNumber(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  const std::optional<double> number = NumberOf(value);
  if (!number.has_value()) {
    if (model::MayHaveBounds(field) && IsString(value)) {
      if (const auto bounds = NumberBoundsOf(StringOf(value))) return Put(row_index, field, at, &value, *bounds);
    }
    KeepUnreadable(at, value, kNoNumber);
    return false;
  }
  if (const std::string_view why = model::WhyNoNumber(field, *number); plausibility_.numbers && !why.empty()) {
    KeepImplausible(at, value, why);
    return false;
  }
  if (rules().IsMissing(*number)) {
    KeepMissing(at, value, TextOf(value));
    return false;
  }
  return Put(row_index, field, at, &value, *number);
}

bool RecordDraft::SetText(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  std::string scratch;
  const std::optional<std::string_view> text = ScalarText(value, scratch);
  if (!text.has_value() || text->size() > kMaxTextBytes) {
    KeepUnreadable(at, value, text.has_value() ? kLongText : kNoText);
    return false;
  }
  if (text->empty()) return false;
  if (!IsAllele(field) && rules().IsMissing(*text)) {
    KeepMissing(at, value, *text);
    return false;
  }
  return Put(row_index, field, at, &value, std::string(*text));
}

bool RecordDraft::SetKeyword(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  std::string scratch;
  const std::optional<std::string_view> word = ScalarText(value, scratch);
  if (!word.has_value() || word->size() > kMaxCodeBytes) {
    KeepUnreadable(at, value, word.has_value() ? kLongWord : kNoWord);
    return false;
  }
  if (word->empty()) return false;
  if (field == model::field::kCohort && word->find_first_of(";|,") != word->npos) {
    reporter_.ReportOfEach(kSeveralCohorts, {}, *word, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(*word), "\" is one cohort of this name"}));
    });
  }
  const Symbols::Word known = symbols_.OfWord(field, *word);
  if (known.meaning == WordRules::Meaning::kMissing) KeepMissing(at, value, *word);
  if (known.meaning == WordRules::Meaning::kUnknown) KeepUnknownWord(field, at, value, *word);
  // What was written of a consent and is not understood may be a refusal: without a status it would count as given.
  if (known.meaning != WordRules::Meaning::kWord && field == model::field::kConsentStatus) {
    SetKeyword(row_index, field, "unknown");
    return false;
  }
  return known.meaning == WordRules::Meaning::kWord && Put(row_index, field, at, &value, known.symbol);
}

bool RecordDraft::SetEnum(uint32_t row_index, FieldId field, const JsonPath& at, EnumValues values, Element value) {
  if (IsString(value)) return SetKeyword(row_index, field, at, value);
  const std::optional<double> number = NumberOf(value);
  const std::optional<std::string_view> word =
      number.has_value() ? ReadEnumNumber(values, *number) : std::optional<std::string_view>();
  if (!word.has_value()) {
    if (!IsEmpty(value)) KeepUnreadable(at, value, kNoEnumValue);
    return false;
  }
  return Put(row_index, field, at, &value, symbols_.OfWord(field, *word).symbol);
}

void RecordDraft::SetKeyword(uint32_t row_index, FieldId field, std::string_view word) {
  const Symbols::Word known = symbols_.OfWord(field, word);
  if (known.meaning == WordRules::Meaning::kWord) Put(row_index, field, JsonPath(nullptr), nullptr, known.symbol);
}

void RecordDraft::SetAssay(uint32_t row_index, const JsonPath& at, std::string_view text, bool sets_strategy) {
  const Symbols::AssayNames names = symbols_.OfAssay(text);
  if (!names.known) {
    reporter_.Report(kUnknownAssay, at.Pointer(), text,
                     model::Concat({"the assay \"", text, "\" is not known; taken as it is written"}));
  }
  Put(row_index, model::field::kRunAssay, at, nullptr, names.assay);
  if (!sets_strategy) Put(row_index, model::field::kRunStrategy, at, nullptr, names.strategy);
}

void RecordDraft::Keep(const JsonPath& at, Element value) {
  if (IsEmpty(value)) return;
  if (at.node() == nullptr) {
    NoteUnreadStatus(*this, at, at.key(), value);
    KeepAsIs(at, value);
    return;
  }
  // The rows that the mapping makes here are the ones around what stands below. A field may take the element itself.
  JsonPath here(at);
  if (!at.node()->rows().empty()) MakeMappedRows(*this, here, value);
  if (!at.node()->taken()) KeepBelow(here, value);
}

void RecordDraft::KeepBelow(const JsonPath& at, Element value) {
  Object object;
  Array array;
  if (value.get(object) == simdjson::SUCCESS) {
    JsonPath here(at);
    LookAtTextsBelow(*this, here, value);
    for (const auto field : object) Keep(JsonPath(here, field.key), field.value);
  } else if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) Keep(JsonPath(at, index++), element);
  } else {
    NoteUnreadStatus(*this, at, at.key(), value);
    KeepAsIs(at, value);
  }
}

bool RecordDraft::IsOfTable(std::string_view pointer) const {
  if (tables_ == nullptr || pointer.empty()) return false;
  const std::string_view top = pointer.substr(1, pointer.find('/', 1) - 1);
  return std::any_of(tables_->begin(), tables_->end(), [&](const Table& table) { return table.name == top; });
}

void RecordDraft::CountMissing(const JsonPath& at, std::string_view text) {
  scratch_.clear();
  at.AppendPath(scratch_);
  reporter_.ReportOfEach(kMissingMarker, scratch_, text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" is taken as no value"}));
  });
}

void RecordDraft::KeepMissing(const JsonPath& at, Element value, std::string_view text) {
  CountMissing(at, text);
  KeepAsIs(at, value);
}

void RecordDraft::KeepUnknownWord(FieldId field, const JsonPath& at, Element value, std::string_view word) {
  const model::Vocabulary* vocabulary = model::VocabularyOf(field);
  const bool letter = field == model::field::kSex && (IsLetter(word, 'h') || IsLetter(word, 'v'));
  reporter_.Report(letter ? kOtherLettersOfSex : kUnknownWord, at.Pointer(), word,
                   model::Concat({"\"", Shown(word), "\" is no ", model::Info(field).name,
                                  "; its words are: ", vocabulary == nullptr ? "" : model::WordsOf(*vocabulary)}));
  KeepAsIs(at, value);
}

void RecordDraft::KeepUnreadable(const JsonPath& at, Element value, const RemarkKind& kind, std::string_view reason) {
  if (IsString(value) && rules().IsMissing(StringOf(value))) return KeepMissing(at, value, StringOf(value));
  reporter_.Report(kind, at.Pointer(), TextOf(value), reason);
  KeepAsIs(at, value);
}

void RecordDraft::KeepImplausible(const JsonPath& at, Element value, std::string_view reason) {
  reporter_.Report(kImplausible, at.Pointer(), TextOf(value), reason);
  KeepAsIs(at, value);
}

void RecordDraft::KeepText(std::string_view pointer, std::string_view text) {
  std::string& extras = record_.extras;
  extras.push_back(extras.empty() ? '{' : ',');
  AppendQuoted(pointer, extras);
  extras.push_back(':');
  AppendQuoted(text, extras);
}

void RecordDraft::KeepAsIs(const JsonPath& at, Element value) {
  scratch_.clear();
  pointer_.clear();
  at.AppendBoth(pointer_, scratch_);
  reporter_.CountKept(scratch_);
  std::string& extras = record_.extras;
  extras.push_back(extras.empty() ? '{' : ',');
  AppendQuoted(pointer_, extras);
  json_.clear();
  json_.append(value);
  extras.append(":").append(json_.str());
}

}  // namespace muster::import
