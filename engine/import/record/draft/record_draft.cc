#include "engine/import/record/draft/record_draft.h"

#include <algorithm>
#include <utility>

#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/variant_text.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Entity;
using model::FieldId;
using model::Symbol;
using model::Value;

constexpr RemarkKind kHealthyAndIll{
    ImportProblem::Kind::kNote,
    "individual who is called unaffected, healthy or a control in a member that nobody reads, and has a disease",
    "nothing, if the disease is theirs; if it is the one that the study is about, leave it out or write \"excluded\": "
    "true: until then the individual has it",
    RemarkPlace::kFirst};
constexpr RemarkKind kFuture{ImportProblem::Kind::kNote, "date after the day of the import",
                             "correct what has not happened; it is compared like any other date. A source of planned "
                             "dates says \"plausibility\": {\"dates\": false}"};
constexpr RemarkKind kUnknownAssay{
    ImportProblem::Kind::kNote, "assay that the normalisation does not know",
    "nothing, if queries use this word; else write a word or code of the manual's list of assays"};
constexpr RemarkKind kSeveralCohorts{
    ImportProblem::Kind::kNote, "cohort whose name has a separator: it may be several",
    "nothing, if it is one name; else write an array, or let the table's column say how it is split: \"split\": \";\""};
constexpr RemarkKind kRoundedRowId{
    ImportProblem::Kind::kNote, "id of a sample, run or analysis that a spreadsheet has rounded: several may be one",
    "export the table again with the column of ids formatted as text; rows of one id are one row until then"};

constexpr RemarkKind kGeneAsDate{
    ImportProblem::Kind::kNote, "gene that a spreadsheet has made a date of",
    "write the symbol (MARCH2 for 2-Mar) or the code HGNC:...; export the table with this column formatted as text"};
constexpr RemarkKind kGeneOfNumbers{
    ImportProblem::Kind::kNote, "number in place of a gene, which does not say of which system it is",
    "put it before the number, in the source or with \"prefix\": \"NCBIGene:\" (or \"HGNC:\") of the table's column: "
    "until then no question for the gene finds it; where other cells are symbols, five digits may be the day that a "
    "spreadsheet has made of one (MARCH2): write the symbol"};
constexpr RemarkKind kNoGene{
    ImportProblem::Kind::kNote, "text in place of a gene, of which a variant is made",
    "write one symbol or code (SCN1A, HGNC:10585) for each variant; where none was found, leave the cell empty, or let "
    "\"when\" of the rule name the values that it is made of; several genes are taken apart by \"split\" of the "
    "column"};
constexpr RemarkKind kNoExpression{
    ImportProblem::Kind::kNote, "text in place of an HGVS expression, of which a variant is made",
    "write the change (NM_001165963.4:c.2134C>T); where none was found, leave the cell empty, or let \"when\" of the "
    "rule name the values that it is made of"};

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

// The text of `value`, in `scratch` where it is a number; "" for none. What is no text, or longer than `most` bytes, is
// kept with the record and reported.
std::string_view TextWithin(RecordDraft& draft, const JsonPath& at, Element value, size_t most, const RemarkKind& none,
                            const RemarkKind& too_long, std::string& scratch) {
  const std::optional<std::string_view> text = ScalarText(value, scratch);
  if (text.has_value() && text->size() <= most) return *text;
  draft.KeepUnreadable(at, value, text.has_value() ? too_long : none);
  return {};
}

}  // namespace

void RecordDraft::Begin(std::string_view dataset, std::string_view id) {
  record_ = model::Record();
  index_.Clear();
  of_others_.clear();
  of_record_.clear();
  other_name_.clear();
  healthy_at_.clear();
  healthy_.clear();
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
  of_record_.clear();
  if (!record_.extras.empty()) record_.extras.pop_back();  // the closing brace
  birth_ = model::Interval();
  late_birth_ = false;
  replacing_ = false;
  const Value* birth = record_.rows[0].Find(model::field::kBirth);
  if (birth != nullptr) birth_ = std::get<model::TimeValue>(*birth).date;
}

std::optional<uint32_t> RecordDraft::RowOfRecord(Entity entity) const {
  std::optional<uint32_t> found;
  for (const auto& [rule, row] : of_record_) {
    if (!row.has_value() || record_.rows[*row].entity != entity) continue;
    if (found.has_value()) return std::nullopt;
    found = row;
  }
  return found;
}

uint32_t RecordDraft::LastRowOfRecord() const {
  uint32_t last = 0;
  for (const auto& [rule, row] : of_record_) last = row.value_or(last);
  return last;
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

void RecordDraft::NoteHealthy(const JsonPath& at, std::string_view word) {
  if (!healthy_.empty()) return;
  healthy_at_ = at.Pointer();
  healthy_ = word;
}

void RecordDraft::ReportHealthy() {
  if (healthy_.empty()) return;
  const bool ill = std::any_of(record_.rows.begin(), record_.rows.end(),
                               [](const model::Row& row) { return row.entity == Entity::kDisease && !row.excluded; });
  const std::string word = std::exchange(healthy_, {});
  if (!ill) return;
  reporter_.ReportOfEach(kHealthyAndIll, {}, word, [&] {
    return std::pair(healthy_at_, model::Concat({"\"", Shown(word), "\", and the individual has a disease"}));
  });
}

model::Record RecordDraft::Finish() {
  InferDeath();
  ReportHealthy();
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

void RecordDraft::JudgeGene(const JsonPath& at, std::string_view gene) {
  const bool date = model::IsGeneAsDate(gene);
  const bool number = !date && model::Trim(gene).find_first_not_of("0123456789") == gene.npos;
  if (!date && !number && !IsNoGene(gene)) return;
  reporter_.ReportOfEach(date     ? kGeneAsDate
                         : number ? kGeneOfNumbers
                                  : kNoGene,
                         {}, gene, [&] {
                           return std::pair(at.Pointer(), model::Concat({"no gene is called \"", Shown(gene), "\""}));
                         });
}

void RecordDraft::JudgeExpression(const JsonPath& at, std::string_view hgvs) {
  if (!IsNoExpression(hgvs)) return;
  reporter_.ReportOfEach(kNoExpression, {}, hgvs, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(hgvs), "\" names no change"}));
  });
}

bool RecordDraft::Put(uint32_t row_index, FieldId field, const JsonPath& at, const Element* source, Value&& value) {
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
    reporter_.Report(kFuture, at.Pointer(), ShownText(*source));
  }
  if (!model::Info(field).multiple) {
    for (model::FieldValue& present : target.values) {
      if (present.field != field) continue;
      if (replacing_) {
        Overrule(row_index, field, at, std::move(value), present);
        ++values_taken_;
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
    ++values_taken_;
    return true;
  }
  if (field == model::field::kVariantGene) {
    JudgeGene(at, symbols_.dictionary().Text(std::get<Symbol>(value)));
  } else if (field == model::field::kVariantHgvs) {
    JudgeExpression(at, std::get<std::string>(value));
  }
  index_.Note(row_index, field, value);
  model::FieldValue& added = target.values.emplace_back();
  added.field = field;
  if (const auto* symbol = std::get_if<Symbol>(&value)) {
    added.value = *symbol;  // most are: faster than to ask what it is once more
  } else {
    added.value = std::move(value);
  }
  ++values_taken_;
  return true;
}

bool RecordDraft::SetValue(uint32_t row_index, FieldId field, const JsonPath& at, Element source, Value&& value) {
  return Put(row_index, field, at, &source, std::move(value));
}

bool RecordDraft::SetTime(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  const std::optional<model::TimeValue> time = ReadTimeOf(field, at, value);
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
    KeepMissing(at, value, ShownText(value));
    return false;
  }
  return Put(row_index, field, at, &value, *number);
}

bool RecordDraft::SetText(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  std::string scratch;
  const std::string_view text = TextWithin(*this, at, value, kMaxTextBytes, kNoText, kLongText, scratch);
  if (text.empty()) return false;
  if (!IsAllele(field) && rules().IsMissing(text)) {
    KeepMissing(at, value, text);
    return false;
  }
  return Put(row_index, field, at, &value, std::string(text));
}

bool RecordDraft::SetKeyword(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  std::string scratch;
  const std::string_view word = TextWithin(*this, at, value, kMaxCodeBytes, kNoWord, kLongWord, scratch);
  if (word.empty()) return false;
  if (field == model::field::kCohort && word.find_first_of(";|,") != word.npos) {
    reporter_.ReportOfEach(kSeveralCohorts, {}, word, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(word), "\" is one cohort of this name"}));
    });
  }
  const Symbols::Word known = symbols_.OfWord(field, word);
  // That a parent is not in the family is no missing value: 0 is how pedigrees write it, or a negative number.
  const std::string_view id = model::Trim(word);
  const bool nobody = (field == model::field::kPedigreeMother || field == model::field::kPedigreeFather) &&
                      (id == "0" || (id.starts_with('-') && model::OnlyDigits(id.substr(1))));
  if (known.meaning == WordRules::Meaning::kMissing && nobody) KeepAsIs(at, value);
  if (known.meaning == WordRules::Meaning::kMissing && !nobody) KeepMissing(at, value, word);
  if (known.meaning == WordRules::Meaning::kUnknown) KeepUnknownWord(field, at, value, word);
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

}  // namespace muster::import
