// The record that is being read.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_RECORD_DRAFT_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_RECORD_DRAFT_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/draft/time_text.h"
#include "engine/import/record/draft/value_index.h"
#include "engine/import/record/enums.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/rules/judgements.h"
#include "engine/import/record/symbols.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"

namespace muster::import {

/// Texts and ids beyond this are not indexed; as a record's id they make it rejected.
inline constexpr size_t kMaxTextBytes = 64 << 10;
inline constexpr size_t kMaxCodeBytes = 1 << 10;
/// A mapping may derive many rows from few bytes; a record with more rows than this is rejected.
inline constexpr size_t kMaxRows = 500'000;

/// What became of a value of the individual that came after another one of the field.
struct SecondValue {
  bool counts = false;  ///< it is more exact, or known where the first is not, or the later contact
  std::optional<model::Contradiction> contradiction = {};  ///< else the first counts, and this is why
  std::string place = {};                                  ///< of a contradiction
};

/// A word in place of a time that says that what its row would be of was not there: "refused".
struct DenyingTime {
  uint32_t row = 0;
  std::string place;
  std::string word;
};

/// Takes values into the fields of a record's rows, in whatever shape they come, and keeps and reports what it cannot
/// take. Every value is either set, kept, or empty: nothing is lost.
class RecordDraft {
 public:
  RecordDraft(Symbols& symbols, Reporter& reporter)
      : symbols_(symbols), reporter_(reporter), judgements_(symbols.rules()) {}

  /// Starts afresh with the individual's row.
  void Begin(std::string_view dataset, std::string_view id);
  /// Goes on with a record that was handed over.
  void Resume(model::Record record);
  /// Hands the record over.
  model::Record Finish();

  /// A record that has kMaxRows gets no more of them (`full`), and will be rejected: what is set then does not matter.
  uint32_t AddRow(model::Entity entity, uint32_t parent);
  bool full() const { return record_.rows.size() >= kMaxRows; }
  /// The first row whose value of `field`, the id of its entity, is `id`.
  std::optional<uint32_t> RowOf(model::FieldId field, std::string_view id) { return index_.RowOf(record_, field, id); }
  model::Row& row(uint32_t index) { return record_.rows[index]; }
  const model::Record& record() const { return record_; }
  Reporter& reporter() { return reporter_; }
  const model::Dictionary& dictionary() const { return symbols_.dictionary(); }
  const WordRules& rules() const { return symbols_.rules(); }
  Judgements& judgements() { return judgements_; }

  // Setters by kind. The value stands at `at`. A second value of a field that has one is kept, not set, unless
  // `replacing`. They return whether the field was set.
  bool SetCode(uint32_t row, model::FieldId field, const JsonPath& at, Element value);    ///< an ontology class
  bool SetCodes(uint32_t row, model::FieldId field, const JsonPath& at, Element values);  ///< an array of them
  /// True after setting a stage or a classification of a tumour that stands there as a text, or as a class of which the
  /// id, or the label where there is no id, is such a text.
  bool SetStageText(uint32_t row, model::FieldId field, const JsonPath& at, Element value);
  bool SetTime(uint32_t row, model::FieldId field, const JsonPath& at, Element value);  ///< a time element
  bool SetNumber(uint32_t row, model::FieldId field, const JsonPath& at, Element value);
  bool SetText(uint32_t row, model::FieldId field, const JsonPath& at, Element value);
  bool SetKeyword(uint32_t row, model::FieldId field, const JsonPath& at, Element value);
  bool SetEnum(uint32_t row, model::FieldId field, const JsonPath& at, EnumValues values, Element value);
  bool SetValue(uint32_t row, model::FieldId field, const JsonPath& at, Element source, model::Value&& value);
  /// Makes bounds of the number that `field` has: it is compared so. A number with a comparator that is not understood
  /// is taken back, and reported.
  void SetComparator(uint32_t row, model::FieldId field, const JsonPath& at, Element comparator);
  /// The same for a value that follows from another.
  void SetKeyword(uint32_t row, model::FieldId field, std::string_view word);
  /// A run's assay, and its strategy unless that is set by itself.
  void SetAssay(uint32_t row, const JsonPath& at, std::string_view text, bool sets_strategy);

  /// The symbol of an ontology class, or of a code that stands there as a bare string; nullopt after keeping it when
  /// there is no id. Other members of the class are kept.
  /// `*onset`, if given, becomes the ages that the code stands for.
  std::optional<model::Symbol> ReadCode(const JsonPath& at, Element value,
                                        std::optional<model::Interval>* onset = nullptr);
  /// Nullopt after keeping it when nothing of it can be read.
  std::optional<model::TimeValue> ReadTime(const JsonPath& at, Element value);
  /// The same of a field: minutes may be months (MinutesOf), and names may be onsets (TakesOnsets).
  std::optional<model::TimeValue> ReadTimeOf(model::FieldId field, const JsonPath& at, Element value);
  /// The same for a time as Beacon writes it: without the member that says which of the forms it is.
  std::optional<model::TimeValue> ReadBeaconTimeOf(model::FieldId field, const JsonPath& at, Element value);
  /// A date or time as text; nullopt after keeping it when it is none.
  std::optional<model::Interval> ReadDate(const JsonPath& at, Element value);
  /// The date or time that a text is, as ISO 8601 or SQL writes it.
  static std::optional<model::Interval> DateOf(std::string_view text);
  /// The symbol of a code that stands by itself; nullopt when it is blank, too long, or a marker of a missing value.
  /// Notes corrections and markers.
  /// `needs_system`: whether it is worth a remark that a code does not say of which system it is.
  std::optional<model::Symbol> InternCode(const JsonPath& at, std::string_view id, std::string_view label,
                                          bool needs_system, std::optional<model::Interval>* onset = nullptr);
  /// A text as a value of the field's kind, as a mapping finds it; nullopt when it is none. With `implausible`, one
  /// that cannot be true is none either, and the reason is said; without, it is meant as it is written.
  std::optional<model::Value> ReadText(model::FieldId field, std::string_view text, std::string* implausible = nullptr);
  /// Of an individual that was `before`: "" unless sex and date of birth have both become others.
  std::string WhyAnotherPerson(const model::Row& before) const;
  /// Whether the code and the label of a unit are two units.
  bool AreDifferentUnits(std::string_view code, std::string_view label) {
    return symbols_.AreDifferentUnits(code, label);
  }
  /// Fields of which IsDenial may be true.
  static bool MayDeny(model::FieldId field) {
    return field == model::field::kDiseaseTerm || field == model::field::kPhenotypeTerm ||
           field == model::field::kTreatmentAgent || field == model::field::kProcedureCode ||
           field == model::field::kExposureAgent;
  }
  /// True, after reporting it, for a code that stands for a disease, a feature, a treatment or the like and says that
  /// there was none, or whose label says that it was not there, is not certain, or somebody else's. It is then no value
  /// of `field`. `excluded`: the row says already that it was not there.
  bool IsDenial(model::FieldId field, const JsonPath& at, std::string_view id, std::string_view label, bool excluded);
  /// The record says of its person, in a member that nobody reads, that they are healthy or a control.
  void NoteHealthy(const JsonPath& at, std::string_view word);
  /// A word that this input may use for something else is not taken from now on.
  void Doubt(model::FieldId field, std::string_view word) { symbols_.Doubt(field, word); }
  /// Fills in what follows: the age from the date, or from the onset term.
  void Complete(model::TimeValue& time, const std::optional<model::Interval>& onset) const;
  /// Ages of dates that are set from here on follow from it.
  void set_birth(model::Interval birth) { birth_ = birth; }
  /// The same for a date of birth that comes late, or in place of another: ages of earlier dates follow with Finish.
  void ChangeBirth(model::Interval birth);

  /// Keeps a value that no field takes, after making the rows that a mapping makes of it (mapped/mapped_or_kept.cc).
  /// Places that a mapping takes are left out.
  void Keep(const JsonPath& at, Element value);
  /// The same, whatever the mapping says of the place.
  void KeepAsIs(const JsonPath& at, Element value);
  /// Keeps a marker of a missing value, which `text` is, and counts it.
  void KeepMissing(const JsonPath& at, Element value, std::string_view text);
  /// Keeps and reports a word that the field's vocabulary does not have.
  void KeepUnknownWord(model::FieldId field, const JsonPath& at, Element value, std::string_view word);
  /// Ids of another person and of samples of theirs, which stand in this person's record.
  void NoteOfAnother(std::string_view id) {
    if (!id.empty()) of_others_.emplace_back(id);
  }
  bool IsOfAnother(std::string_view id) const {
    return std::find(of_others_.begin(), of_others_.end(), id) != of_others_.end();
  }
  /// Another id by which the record names its person.
  void set_other_name(std::string_view id) { other_name_ = id; }
  const std::string& other_name() const { return other_name_; }
  /// `rule` of the mapping was asked for the record itself, and made `row` of it, or nothing.
  void NoteMadeOfRecord(const RowRule* rule, std::optional<uint32_t> row) { of_record_.emplace_back(rule, row); }
  /// Whether it was.
  bool IsMadeOfRecord(const RowRule* rule) const {
    return std::any_of(of_record_.begin(), of_record_.end(), [&](const auto& made) { return made.first == rule; });
  }
  /// The row of `entity` that was made so; nullopt without one, and of several.
  std::optional<uint32_t> RowOfRecord(model::Entity entity) const;
  /// The last row that was made so; 0 without one.
  uint32_t LastRowOfRecord() const;
  /// In place of a time of `row` stands a word by which there is no such row, and which is kept; whether there is one
  /// all the same, only who makes it knows.
  void NoteDenyingTime(uint32_t row, const JsonPath& at, std::string_view word) {
    denying_time_ = DenyingTime{row, at.Pointer(), std::string(word)};
  }
  /// What was noted of `row`, once.
  std::optional<DenyingTime> TakeDenyingTime(uint32_t row) {
    if (!denying_time_.has_value() || denying_time_->row != row) return std::nullopt;
    return std::exchange(denying_time_, std::nullopt);
  }
  /// A rule finds no row in the record that its own would belong to.
  void NoteWithoutParent() { ++without_parent_; }
  /// How often that was.
  uint64_t without_parent() const { return without_parent_; }
  /// Takes back the last row, which no other refers to.
  void DropRow() {
    record_.rows.pop_back();
    denying_time_.reset();
    index_.Forget(static_cast<uint32_t>(record_.rows.size()));
  }
  /// Keeps and reports a value that a field should have taken.
  void KeepUnreadable(const JsonPath& at, Element value, const RemarkKind& kind, std::string_view reason = {});
  /// The same for a value that cannot be true.
  void KeepImplausible(const JsonPath& at, Element value, std::string_view reason);
  /// Notes an age in minutes where months may be meant (MayMeanMonths).
  void NoteMinutes(const JsonPath& at, std::string_view text);

  /// Notes a text that is taken as an onset term (model::OnsetCalled), and no code.
  void NoteOnsetInWords(const JsonPath& at, std::string_view text);

  /// How the standards' readers tell whether an element was observed or excluded; nullopt, after keeping and reporting
  /// the element, when it is not certain. `status_tells`: whether members like "status" say so. Rows that a mapping
  /// makes are read alike.
  using ExclusionReader = std::optional<bool> (*)(RecordDraft&, JsonPath&, Element, bool status_tells);
  void set_exclusion_reader(ExclusionReader reader) { exclusion_reader_ = reader; }
  std::optional<bool> ReadExclusion(JsonPath& at, Element element, bool status_tells) {
    return exclusion_reader_ == nullptr ? false : exclusion_reader_(*this, at, element, status_tells);
  }

  /// When set, replaces instead of keeping a second value: a mapping overrules what the standard says.
  void set_replacing(bool replacing) { replacing_ = replacing; }
  /// Where not null, second values of the individual's fields are united with the first as those of two records are,
  /// and told there instead of reported.
  void set_second_value(SecondValue* second) { second_ = second; }
  /// Grows with each value that a field takes, or that overrules one, and not with what cannot be read.
  uint64_t values_taken() const { return values_taken_; }
  /// Which values are taken for defaults that stand for missing ones.
  void set_plausibility(model::Plausibility rules) { plausibility_ = rules; }
  const model::Plausibility& plausibility() const { return plausibility_; }
  /// Whether what is kept from here on is of a row of a table, whose columns are looked at as a whole (UnreadColumn).
  void set_of_table(bool of_table) { of_table_ = of_table; }
  bool of_table() const { return of_table_; }
  /// Where the letters behind codes of ICD-10 are a dagger's (D) and an asterisk's (A), which are taken off; or null.
  void set_dagger_paths(const std::vector<std::string>* paths) { dagger_paths_ = paths; }
  /// At these paths, 1970-01-01T00:00:00Z is a day as any other.
  void set_paths_of_days(const std::vector<std::string>* paths) { paths_of_days_ = paths; }
  /// Whether what stands at `at` is such a day.
  bool IsDay(const JsonPath& at, std::string_view text) const;

 private:
  void KeepBelow(const JsonPath& at, Element value);
  void InferDeath();
  // Of a person who is said to be healthy, and has a disease.
  void ReportHealthy();
  void CountMissing(const JsonPath& at, std::string_view text);
  void NoteWhatMayBeNone(const RemarkKind& kind, const JsonPath& at, std::string_view text);
  std::optional<model::TimeValue> ReadBeaconTime(const JsonPath& at, Element value);
  std::optional<model::Interval> ReadAge(const JsonPath& at, Element value);
  // From "start" to "end"; `backwards` says why where these are the other way round.
  using ReadEnd = std::optional<model::Interval> (RecordDraft::*)(const JsonPath& at, Element value);
  std::optional<model::Interval> ReadRange(const JsonPath& at, Element value, ReadEnd read, std::string_view backwards);
  std::optional<model::Interval> ReadAgeRange(const JsonPath& at, Element value);
  std::optional<model::Interval> ReadDateRange(const JsonPath& at, Element value);
  std::optional<model::Interval> ReadGestationalAge(const JsonPath& at, Element value);
  // Of an object in which nothing is a time: its members are kept already.
  void ReportNoTime(const JsonPath& at, Element value, const RemarkKind& kind);
  // Calls `change` for the times of the record, but that of birth.
  template <typename Change>
  void ForEachTime(Change change);
  void JudgeGene(const JsonPath& at, std::string_view gene);
  void JudgeExpression(const JsonPath& at, std::string_view hgvs);
  bool Put(uint32_t row, model::FieldId field, const JsonPath& at, const Element* source, model::Value&& value);
  // What `present`, of the individual, becomes with another value of its field.
  void AddSecond(model::FieldId field, const JsonPath& at, Element source, model::Value value,
                 model::FieldValue& present);
  // Puts the mapping's value in place of another, which is kept and reported where the two do not say the same.
  void Overrule(uint32_t row, model::FieldId field, const JsonPath& at, model::Value value, model::FieldValue& present);
  bool SaysNothing(const model::FieldValue& value) const;
  // Keeps a text that stands nowhere in the record as it was.
  void KeepText(std::string_view pointer, std::string_view text);

  Symbols& symbols_;
  Reporter& reporter_;
  Judgements judgements_;
  model::Record record_;
  ValueIndex index_;
  std::vector<std::string> of_others_;
  std::string other_name_;
  std::string healthy_at_;  // where the record says that its person is, and with which word
  std::string healthy_;
  std::optional<DenyingTime> denying_time_;
  std::vector<std::pair<const RowRule*, std::optional<uint32_t>>> of_record_;  // see NoteMadeOfRecord
  model::Interval birth_;
  bool late_birth_ = false;  // known only after some dates were
  bool replacing_ = false;
  SecondValue* second_ = nullptr;
  ExclusionReader exclusion_reader_ = nullptr;
  model::Plausibility plausibility_;
  model::FieldId time_of_ = 0;  // the field whose time is being read; 0: that of another
  // Without a dagger's or an asterisk's letter, where it is one.
  std::string_view WithoutDagger(const JsonPath& at, std::string_view id);

  const std::vector<std::string>* dagger_paths_ = nullptr;
  const std::vector<std::string>* paths_of_days_ = nullptr;
  bool of_table_ = false;
  uint64_t values_taken_ = 0;
  uint64_t without_parent_ = 0;
  simdjson::internal::string_builder<> json_;
  std::string scratch_;
  std::string pointer_;
};

/// Calls `read(key, place, value)` for the members of an object that are not null, with the key in camel case. Keeps
/// `value` and returns false when it is no object.
template <typename Read>
bool ForEachMember(RecordDraft& draft, const JsonPath& at, Element value, Read read) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) {
    draft.KeepUnreadable(at, value, kNoObject);
    return false;
  }
  std::string scratch;
  for (const auto field : object) {
    const Element member = field.value;
    if (member.type() == simdjson::dom::element_type::NULL_VALUE) continue;
    const JsonPath place(at, field.key);
    read(CamelCase(field.key, scratch), place, member);
  }
  return true;
}

/// Calls `read(place, element)` for the elements of an array that are not null; a lone object counts as an array of
/// one. Ends when the record is full: it will be rejected, and codes of the rest would only take memory.
template <typename Read>
void ForEachElement(RecordDraft& draft, const JsonPath& at, Element value, Read read) {
  Array array;
  if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) {
      if (draft.full()) return;
      JsonPath place(at, index++);
      if (!simdjson::dom::element(element).is_null()) read(place, element);
    }
  } else if (IsObject(value)) {
    JsonPath place(at, size_t{0});
    read(place, value);
  } else {
    draft.KeepUnreadable(at, value, kNoArray);
  }
}

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_RECORD_DRAFT_H_
