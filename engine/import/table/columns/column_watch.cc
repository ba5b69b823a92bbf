#include "engine/import/table/columns/column_watch.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/input/text_map.h"
#include "engine/import/mapping/table.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_member.h"
#include "engine/import/table/columns/column_remarks.h"
#include "engine/import/table/columns/named_ages.h"
#include "engine/import/table/columns/sister_columns.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/import/table/units/named_units.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

namespace kinds = column_remarks;

// A code for the type of a value, and no answer: "N" of i2b2's valtype_cd is "numeric".
bool IsNameOfType(std::string_view name) {
  const Letters letters(name);
  return letters.text() == "valtypecd" || letters.text() == "valuetype" || letters.text() == "datatype";
}

// "CMSTAT", "LBSTAT": whether it was done.
bool IsStatusOfSdtm(std::string_view name) {
  return name.size() == 6 && model::ToLower(name).ends_with("stat") && model::IsAsciiAlpha(name[0]) &&
         model::IsAsciiAlpha(name[1]);
}

// What OMOP calls a concept: 0 is none.
bool IsNameOfConcept(std::string_view name) {
  const Letters letters(name);
  return letters.text().ends_with("conceptid");
}

// Assays of which nobody has a value in the thousands: INR, pH of blood and urine, specific gravity of urine.
bool IsOfSmallNumbers(std::string_view assay, std::string_view unit) {
  constexpr std::string_view kAssays[] = {
      "LOINC:6301-6",  "LOINC:34714-6", "LOINC:46418-0", "LOINC:38875-1", "LOINC:52129-4",
      "LOINC:2744-1",  "LOINC:2745-8",  "LOINC:2746-6",  "LOINC:2753-2",  "LOINC:11558-4",
      "LOINC:11559-2", "LOINC:33254-4", "LOINC:2756-5",  "LOINC:5803-2",  "LOINC:2965-2",
      "LOINC:2964-5",  "LOINC:5810-7",  "LOINC:5811-5",  "LOINC:50562-8", "LOINC:53326-5",
  };
  constexpr std::string_view kUnits[] = {"{INR}", "[pH]", "pH", "{pH}", "INR", "{s.g.}"};
  return IsIn(kAssays, assay) || IsIn(kUnits, unit);
}

// Whether numbers may stand in the column, with decimal points or commas.
bool IsPlain(const TableColumn& settings) {
  return settings.values.empty() && settings.dates.empty() && settings.prefix.empty();
}

}  // namespace

// Whether a table of the file has a use for it. `column` is in camel case.
bool ColumnWatch::IsOfFile(const std::string& column, const std::vector<size_t>& of_file) const {
  std::string scratch;
  return std::any_of(of_file.begin(), of_file.end(), [&](size_t other) {
    const Table& table = mapping_.tables()[other];
    const auto is_it = [&](std::string_view named) { return CamelCase(named, scratch) == column; };
    return is_it(table.id) || (!table.latest.empty() && is_it(table.latest)) ||
           std::any_of(table.id_begins.begin(), table.id_begins.end(), is_it) ||
           std::any_of(table.used.begin(), table.used.end(), is_it) ||
           std::any_of(table.when.begin(), table.when.end(), [&](const auto& when) { return is_it(when.first); });
  });
}

void ColumnWatch::Begin(const TableHeader& header, const std::vector<size_t>& of_file) {
  const std::vector<std::string> ticks = TickColumns(NodeOfRows());
  const std::vector<std::string> deaths = ColumnsOfDeath();
  for (const HeaderColumn& column : header.columns()) {
    Watched& watched = watched_.emplace_back();
    watched.plain = column.settings == nullptr || IsPlain(*column.settings);
    if (column.settings != nullptr && column.settings->decimal_comma) watched.pointed = PointedNumbers(',');
    if (column.settings != nullptr && column.settings->dates.size() > 1) watched.forms.emplace(column.settings->dates);
    if (column.settings != nullptr && std::any_of(column.settings->dates.begin(), column.settings->dates.end(),
                                                  [](const DateFormat& form) { return form.ReadsShortYears(); })) {
      watched.short_years.emplace(column.settings->dates);
    }
    if (column.used && watched.plain) watched.midnights.emplace();
    if (column.settings != nullptr) {
      if (column.settings->dates.size() > 1) watched.turned.emplace(column.settings->dates);
      const auto excel = std::find_if(column.settings->dates.begin(), column.settings->dates.end(),
                                      [](const DateFormat& form) { return form.IsExcel(); });
      if (excel != column.settings->dates.end()) watched.serials.emplace(*excel);
    }
    std::string scratch;
    const std::string name(CamelCase(column.name, scratch));
    const bool says_itself = column.settings != nullptr && !column.settings->values.empty();
    if (!says_itself && std::find(ticks.begin(), ticks.end(), name) != ticks.end()) watched.tick.emplace();
    watched.death = std::find(deaths.begin(), deaths.end(), name) != deaths.end();
    // Columns that neither this table nor another one of the file has a use for, nor the polarity of a row.
    if (column.left_out || IsOfFile(name, of_file)) continue;
    if (MayHaveScale(column.name)) watched.scale.emplace();
    if (TellsPolarity(name)) continue;
    watched.unread.emplace(Unread{UnreadColumn(), UnreadKinds(column.name), IsStatusOfSdtm(column.name)});
    const bool units = IsNameOfUnits(column.name) || MayHaveCodesOfUnits(column.name);
    if ((watched.unread->kinds.HasNameOfTests() || units) && Makes(model::Entity::kMeasurement) && !TakesOneAssay()) {
      watched.unread->following = following_.size();
      following_.emplace_back(watched_.size() - 1, ColumnsOfAssays(header));
    }
  }
}

// Where the rules for the table's rows are, or null.
const MappingNode* ColumnWatch::NodeOfRows() const {
  const Table& table = mapping_.tables()[number_];
  const MappingNode* node = mapping_.root() == nullptr ? nullptr : mapping_.root()->Child(table.name);
  return node == nullptr || table.one ? node : node->Child(size_t{0});
}

// Whether a rule makes rows with a polarity of the table's, of which other columns may say that they were not there.
bool ColumnWatch::PolarityIsRead() const {
  const MappingNode* node = NodeOfRows();
  if (node == nullptr) return false;
  const auto is_polar = [](const RowRule* rule) { return model::Info(rule->entity).polar; };
  return std::any_of(node->rows().begin(), node->rows().end(), is_polar) || node->AnyRuleOfTexts(is_polar);
}

// Whether the column may be a severity, a frequency or the like of rows of the table that are observed: of features, or
// of what a constant code is; a diagnosis with a code of its own is there. In a table with one row for each person it
// is of something else.
bool ColumnWatch::MayHaveScale(std::string_view name) const {
  const ScaleName scale = ScaleNameOf(name);
  if (scale == ScaleName::kNone || mapping_.tables()[number_].one || !PolarityIsRead()) return false;
  const std::vector<const RowRule*>& rules = NodeOfRows()->rows();
  return std::any_of(rules.begin(), rules.end(), [&](const RowRule* rule) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar) return false;
    if (rule->entity == model::Entity::kPhenotype) return true;
    if (rule->entity != model::Entity::kDisease) return scale == ScaleName::kOfFrequency;
    return std::any_of(rule->fields.begin(), rule->fields.end(), [&](const FieldRule& field) {
      return field.constant && field.field == model::field::kDiseaseTerm;
    });
  });
}

// Whether a rule looks at the column for what it says of whether the row was there (IsNotObserved). A rule of a
// constant code does not, nor one that reads "excluded"; of a table with one row for each person, a status is the
// person's.
bool ColumnWatch::TellsPolarity(std::string_view name) const {
  const AssertionKind kind = AssertionKindOf(name);
  const MappingNode* node = NodeOfRows();
  if (kind == AssertionKind::kNone || node == nullptr) return false;
  const bool of_any = kind == AssertionKind::kExclusion || kind == AssertionKind::kPresence ||
                      kind == AssertionKind::kModifiers || kind == AssertionKind::kPerson;
  const auto looks = [&](const RowRule* rule) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar || info.primary < 0) return false;
    const bool known = std::any_of(rule->fields.begin(), rule->fields.end(), [&](const FieldRule& field) {
      return field.excluded || (field.constant && field.field == static_cast<model::FieldId>(info.primary));
    });
    if (known) return false;
    const bool of_finding = rule->entity == model::Entity::kPhenotype || rule->entity == model::Entity::kDisease;
    if (of_finding) return of_any || !mapping_.tables()[number_].one;
    return of_any || kind == AssertionKind::kStatus;
  };
  return std::any_of(node->rows().begin(), node->rows().end(), looks) || node->AnyRuleOfTexts(looks);
}

// Whether a rule makes rows of the entity from rows of the table.
bool ColumnWatch::Makes(model::Entity entity) const {
  const MappingNode* node = NodeOfRows();
  return node != nullptr && std::any_of(node->rows().begin(), node->rows().end(),
                                        [&](const RowRule* rule) { return rule->entity == entity; });
}

// Whether a rule gives a constant assay to values of whatever rows there are.
bool ColumnWatch::TakesOneAssay() const {
  const MappingNode* node = NodeOfRows();
  return node != nullptr && std::any_of(node->rows().begin(), node->rows().end(), [](const RowRule* rule) {
           const bool asks = std::any_of(rule->when.begin(), rule->when.end(),
                                         [](const Condition& condition) { return !condition.values.empty(); });
           return !asks && std::any_of(rule->fields.begin(), rule->fields.end(), [](const FieldRule& field) {
             return field.constant && field.field == model::field::kMeasurementAssay;
           });
         });
}

// Of a table that takes all rows of its files: what is read as the death, where nothing else says who has died.
std::vector<std::string> ColumnWatch::ColumnsOfDeath() const {
  std::vector<std::string> columns;
  const bool status = std::any_of(mapping_.individual().begin(), mapping_.individual().end(),
                                  [](const FieldRule& rule) { return rule.field == model::field::kVitalStatus; });
  if (status || !mapping_.tables()[number_].when.empty()) return columns;
  for (const FieldRule& rule : mapping_.individual_of(number_)) {
    if (rule.field == model::field::kDeath && !rule.constant && rule.steps.size() == 1) {
      columns.push_back(rule.steps[0]);
    }
  }
  return columns;
}

void ColumnWatch::ReportDeath(const std::string& name, const Watched& watched, const std::string& place,
                              Reporter& reporter) const {
  constexpr uint64_t kEnoughPeople = 20;
  if (!watched.death || watched.cells == 0) return;
  const bool all = mapping_.tables()[number_].one && watched.cells >= kEnoughPeople && watched.cells == Rows();
  const RemarkKind* kind = IsNameOfLastContact(name)     ? &kinds::kContactAsDeath
                           : all && !IsNameOfDeath(name) ? &kinds::kAllHaveDied
                                                         : nullptr;
  if (kind == nullptr) return;
  reporter.Report(*kind, place, name, Concat({CountedCells(watched.cells), " of \"", name, "\" are deaths"}));
}

// What rules read the assay of measurements from, or ask for in "when".
std::vector<size_t> ColumnWatch::ColumnsOfAssays(const TableHeader& header) const {
  std::vector<size_t> columns;
  const auto add = [&](const std::vector<std::string>& steps) {
    const size_t column = steps.size() == 1 ? header.Find(steps[0]) : kNoColumn;
    if (column != kNoColumn && std::find(columns.begin(), columns.end(), column) == columns.end()) {
      columns.push_back(column);
    }
  };
  for (const RowRule* rule : NodeOfRows()->rows()) {
    if (rule->entity != model::Entity::kMeasurement) continue;
    for (const FieldRule& field : rule->fields) {
      if (!field.constant && field.field == model::field::kMeasurementAssay) add(field.steps);
    }
    for (const Condition& condition : rule->when) {
      if (!condition.values.empty()) add(condition.steps);
    }
  }
  return columns;
}

// Whether another column has codes of ICD.
bool ColumnWatch::HasCodesOfIcd() const {
  const TextMap<TableColumn>& columns = mapping_.tables()[number_].columns;
  return std::any_of(columns.begin(), columns.end(),
                     [](const auto& column) { return column.second.prefix.find("ICD") != std::string::npos; });
}

// Whether the date of birth is read from the column.
bool ColumnWatch::IsBirth(const TableHeader& header, size_t column) const {
  const std::vector<FieldRule>& rules = mapping_.individual_of(number_);
  return std::any_of(rules.begin(), rules.end(), [&](const FieldRule& rule) {
    return rule.field == model::field::kBirth && rule.steps.size() == 1 && header.Find(rule.steps[0]) == column;
  });
}

// Whether all rules that read numbers of the column are of assays whose values are small.
bool ColumnWatch::AreOfSmallNumbers(const TableHeader& header, size_t column) const {
  const MappingNode* node = NodeOfRows();
  bool small = false;
  for (const RowRule* rule : node == nullptr ? std::span<const RowRule* const>() : std::span(node->rows())) {
    const FieldRule* assay = nullptr;
    const FieldRule* unit = nullptr;
    bool reads = false;
    for (const FieldRule& field : rule->fields) {
      if (field.comparator || field.excluded) continue;
      if (field.constant && field.field == model::field::kMeasurementAssay) assay = &field;
      if (field.constant && field.field == model::field::kMeasurementUnit) unit = &field;
      const bool is_value = field.field == model::field::kMeasurementValue && !field.constant;
      reads = reads || (is_value && field.steps.size() == 1 && header.Find(field.steps[0]) == column);
    }
    if (!reads) continue;
    small = IsOfSmallNumbers(assay == nullptr ? "" : model::NormalizeCode(assay->text),
                             unit == nullptr ? std::string_view() : std::string_view(unit->text));
    if (!small) return false;
  }
  return small;
}

// Beside what was measured. (A table that has one value in a row, and whose unit is read, may have it in two columns.)
bool ColumnWatch::AreUnits(std::string_view name, const Unread& unread, UnitColumns::Kind kind) const {
  if (kind == UnitColumns::Kind::kTaken || kind == UnitColumns::Kind::kOfTimes) return false;
  const bool codes = kind == UnitColumns::Kind::kOfCodes;
  // (Each test has one unit of its own.)
  if (codes && unread.following != kNotAsked && following_[unread.following].Follows()) return false;
  if (!codes && IsNameOfUnits(name)) return unread.cells.HasAnyUnit();
  if (!Makes(model::Entity::kMeasurement) && !Makes(model::Entity::kExposure)) return false;
  if (!codes && !unread.cells.HasUnits(/*certain=*/!MayBeNameOfUnits(name))) return false;
  std::vector<std::string> values;
  std::vector<std::string> units;
  for (const RowRule* rule : NodeOfRows()->rows()) {
    for (const FieldRule& field : rule->fields) {
      if (field.constant || field.comparator || field.excluded || field.steps.empty()) continue;
      if (field.field == model::field::kMeasurementValue) values.push_back(field.steps[0]);
      if (field.field == model::field::kMeasurementUnit) units.push_back(field.steps[0]);
    }
  }
  const auto different = [](std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    return std::unique(names.begin(), names.end()) - names.begin();
  };
  return units.empty() || different(units) < different(values);
}

std::vector<std::string> ColumnWatch::ColumnsOfDays(const TableHeader& header, bool days) const {
  std::vector<std::string> names;
  for (size_t i = 0; i < watched_.size(); ++i) {
    const std::optional<MidnightDates>& midnights = watched_[i].midnights;
    if (!midnights.has_value() || midnights->epochs() == 0) continue;
    if ((midnights->Meaning() != MidnightDates::Epoch::kDefault) == days) {
      names.push_back(header.columns()[i].name);
    }
  }
  return names;
}

void ColumnWatch::Report(const TableHeader& header, Reporter& reporter) const {
  reporter.BeginRecord(0, 0);
  std::vector<size_t> untold;
  const UnitColumns units(mapping_, number_, NodeOfRows(), header);
  for (size_t i = 0; i < watched_.size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    const Watched& watched = watched_[i];
    const std::string place = Concat({"/", mapping_.tables()[number_].name, "/", column.name});
    if (column.used && watched.pointed.MayBeThousands() && !AreOfSmallNumbers(header, i)) {
      reporter.Report(kinds::kThousands, place, watched.pointed.example(),
                      Concat({"all numbers with a ", watched.pointed.point() == ',' ? "comma" : "point",
                              " have three digits behind it, such as \"", watched.pointed.example(),
                              "\": decimals, as they are read, or thousands?"}));
    }
    if (column.used && watched.forms.has_value()) {
      const std::string remark = watched.forms->Remark();
      if (!remark.empty()) reporter.Report(kinds::kAmbiguousDates, place, watched.forms->example(), remark);
    }
    if (column.used && watched.turned.has_value()) {
      const std::string remark = watched.turned->Remark();
      if (!remark.empty()) reporter.Report(kinds::kTurnedDates, place, watched.turned->example(), remark);
    }
    if (column.used && watched.serials.has_value()) {
      const std::string remark = watched.serials->Remark(IsBirth(header, i));
      if (!remark.empty()) reporter.Report(kinds::kOtherSerials, place, column.name, remark);
    }
    if (column.used && watched.short_years.has_value()) {
      const auto [example, times] = watched.short_years->Default();
      if (times > 0) {
        reporter.Report(kinds::kShortYearDefault, place, example,
                        Concat({CountedCells(times), " have \"", example, "\": a day, or a default for no date?"}));
      }
    }
    if (watched.midnights.has_value() && watched.midnights->Meaning() == MidnightDates::Epoch::kPerhaps) {
      reporter.Report(kinds::kPerhapsADay, place, watched.midnights->example(),
                      Concat({"\"", watched.midnights->example(), "\" is taken as a day, or is it a default?"}));
    }
    if (watched.tick.has_value() && watched.tick->OneMayBeNo()) {
      reporter.Report(
          kinds::kOneMayBeNo, place, column.name,
          Concat({"a 1 counts as a yes, and may be a no: ", watched.tick->Values(),
                  watched.tick->has_zeros() ? ", and -9 beside them, as in a pedigree" : ", and no \"0\""}));
    }
    ReportDeath(column.name, watched, place, reporter);
    if (ReportScale(column.name, watched.scale, place, reporter) || !watched.unread.has_value()) continue;
    if (!ReportUnread(column.name, *watched.unread, units, place, reporter) && watched.unread->cells.cells() > 0) {
      untold.push_back(i);
    }
    ReportKinds(header, column.name, *watched.unread, place, reporter);
  }
  ReportSisters(mapping_.tables()[number_].name, header, untold, reporter);
  ReportNamedUnits(mapping_, number_, NodeOfRows(), header, reporter);
  ReportNamedAges(mapping_.tables()[number_].name, header, reporter);
}

const RemarkKind* ColumnWatch::KindOfCoded(const CodedDenial& coded) const {
  switch (coded.kind) {
    case CodedDenial::Kind::kNothing:
      return nullptr;
    case CodedDenial::Kind::kExcluded:
      return PolarityIsRead() ? &kinds::kUnreadExclusions : &kinds::kUnreadDenials;
    case CodedDenial::Kind::kRelative:
      return &kinds::kUnreadRelatives;
    case CodedDenial::Kind::kReplaced:
      return &kinds::kUnreadReplacement;
  }
  return nullptr;
}

// By how much it matters: what may mean that rows of the table do not count comes first.
const RemarkKind* ColumnWatch::KindOfTold(const std::string& name, const UnreadColumn& unread) const {
  if (PolarityIsRead()) {
    const bool actions = Makes(model::Entity::kTreatment) || Makes(model::Entity::kProcedure);
    if (IsNameOfCertainty(name) || unread.HasExclusions(actions) || (unread.HasDoubt() && AsksForCertainty(name))) {
      return &kinds::kUnreadExclusions;
    }
    if (unread.HasFamilyHistory() || (unread.HasRelatives() && AsksWhose(name))) return &kinds::kUnreadRelatives;
    if (!unread.HasAnswers() && (unread.HasDoubt() || unread.HasRelatives())) return &kinds::kUnreadWords;
  }
  return unread.HasAnswers() ? &kinds::kUnreadAnswers : &kinds::kUnreadColumn;
}

// One 0, 1 or X in each row says nothing of anybody, and a number of a row is no answer. (A tick is left empty
// somewhere.)
bool ColumnWatch::IsHardlyAnAnswer(std::string_view name, const UnreadColumn& unread) const {
  constexpr uint64_t kEnoughRows = 10;
  if (!unread.SaysOneThing()) return false;
  return IsNameOfNumber(name) || (unread.cells() >= kEnoughRows && unread.cells() == Rows());
}

// Each row has an id.
uint64_t ColumnWatch::Rows() const {
  uint64_t rows = 0;
  for (const Watched& watched : watched_) rows = std::max(rows, watched.cells);
  return rows;
}

bool ColumnWatch::ReportScale(const std::string& name, const std::optional<ScaleOfNone>& scale,
                              const std::string& place, Reporter& reporter) {
  if (!scale.has_value() || scale->None().empty()) return false;
  reporter.Report(kinds::kUnreadExclusions, place, name,
                  Concat({CountedCells(scale->cells()), " such as \"", scale->Some(), "\" and \"", scale->None(),
                          "\", which no question finds"}));
  return true;
}

bool ColumnWatch::ReportUnread(const std::string& name, const Unread& column, const UnitColumns& units,
                               const std::string& place, Reporter& reporter) const {
  const UnreadColumn& unread = column.cells;
  if (unread.cells() == 0) return false;
  if (IsNameOfConcept(name) && unread.HasZerosOnly()) return false;
  const bool tells =
      (unread.HasAnswers() && !IsNameOfType(name) && !IsHardlyAnAnswer(name, unread)) || unread.HasCodes() ||
      unread.HasDenials() ||
      (IsNameOfCertainty(name) && unread.HasFewWords() && !unread.HasNumbersOrDates() && PolarityIsRead()) ||
      (unread.HasBareIcd10() && HasCodesOfIcd());
  // Numbers are what a comparator stands beside.
  const bool numbers = Makes(model::Entity::kMeasurement) || Makes(model::Entity::kExposure);
  const bool comparators =
      (numbers && unread.HasLimits(name)) ||
      (unread.HasComparators() && (!unread.HasOnlyCountries() || (numbers && !IsNameOfPlace(name))));
  // (Where all answers are no, nobody withdrew.)
  const bool withdrawal = IsNameOfWithdrawal(name) && (unread.HasNumbersOrDates() || unread.HasYes());
  const bool replaced = IsNameOfReplacement(name) || (IsNameOfCancelling(name) && unread.cells() < Rows());
  const bool replacement = (replaced && !unread.HasAnswers()) || (unread.HasYes() && AsksWhetherReplaced(name));
  const CodedDenial coded =
      unread.Coded(name, {PolarityIsRead(), Makes(model::Entity::kMeasurement), Makes(model::Entity::kSample)});
  const bool cases = PolarityIsRead() && IsNameOfCases(name) && unread.HasOnesAndTwos();
  const UnitColumns::Found found = unread.HasFewWords() ? units.Find(name, unread.words()) : UnitColumns::Found();
  const bool of_times = found.kind == UnitColumns::Kind::kOfTimes;
  const RemarkKind* kind = name.empty()                                                   ? &kinds::kNamelessColumn
                           : comparators                                                  ? &kinds::kUnreadComparators
                           : IsNameOfEndOfConsent(name) && Makes(model::Entity::kConsent) ? &kinds::kUnreadEnd
                           : withdrawal                                                   ? &kinds::kUnreadWithdrawal
                           : replacement                                                  ? &kinds::kUnreadReplacement
                           : !unread.HasAnswers() && unread.HasMarksOfFailure(name)       ? &kinds::kUnreadMarks
                           : coded.kind != CodedDenial::Kind::kNothing                    ? KindOfCoded(coded)
                           : cases                                                        ? &kinds::kUnreadCases
                           : of_times                                                     ? &kinds::kUnreadTimeUnits
                           : AreUnits(name, column, found.kind)                           ? &kinds::kUnreadUnits
                           : tells                                                        ? KindOfTold(name, unread)
                                                                                          : nullptr;
  if (kind == nullptr) return false;
  if (of_times) {
    reporter.Report(
        *kind, place, name,
        Concat({CountedCells(unread.cells()), " such as ", unread.Examples(), ", and the numbers of ",
                found.of.empty() ? "the table" : Concat({"\"", Shown(found.of, 80), "\""}), " are taken in one unit"}));
    return true;
  }
  const bool by_code = coded.kind != CodedDenial::Kind::kNothing && kind == KindOfCoded(coded);
  reporter.Report(*kind, place, name,
                  Concat({CountedCells(unread.cells()), " such as ",
                          by_code ? unread.ExamplesWith(coded) : unread.Examples(), ", which no question finds"}));
  return true;
}

void ColumnWatch::ReportKinds(const TableHeader& header, const std::string& name, const Unread& unread,
                              const std::string& place, Reporter& reporter) const {
  const UnreadKinds& kinds = unread.kinds;
  const auto some_have_a_prefix = [&] {
    const std::vector<HeaderColumn>& columns = header.columns();
    return std::any_of(columns.begin(), columns.end(), [](const HeaderColumn& other) {
      return other.settings != nullptr && !other.settings->prefix.empty();
    });
  };
  if (kinds.AreSpecies() || (kinds.AreMaterials() && TakesOneAssay())) {
    return reporter.Report(kinds.AreSpecies() ? kinds::kUnreadSpecies : kinds::kUnreadMaterials, place, name,
                           Concat({"\"", name, "\" has ", kinds.Values(), ", which no question finds"}));
  }
  std::string_view what;
  const bool follows = unread.following != kNotAsked && following_[unread.following].Follows();
  if (kinds.AreTests() && !follows && Makes(model::Entity::kMeasurement)) what = "what was measured: ";
  if (kinds.AreSystems() && some_have_a_prefix()) what = "systems or editions of the codes: ";
  if (what.empty()) return;
  reporter.Report(kinds::kUnreadKinds, place, name, Concat({"\"", name, "\" seems to have ", what, kinds.Values()}));
}

}  // namespace muster::import
