#include "engine/import/table/columns/column_watch.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/input/text_map.h"
#include "engine/import/mapping/table.h"
#include "engine/import/table/columns/column_names.h"
#include "engine/import/table/columns/column_remarks.h"
#include "engine/import/table/columns/named_ages.h"
#include "engine/import/table/columns/sister_columns.h"
#include "engine/import/table/columns/unread_remarks.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/import/table/units/named_units.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/spellings.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

namespace kinds = column_remarks;

// Whether numbers may stand in the column, with decimal points or commas.
bool IsPlain(const TableColumn& settings) {
  return settings.values.empty() && settings.dates.empty() && settings.prefix.empty();
}

}  // namespace

void ColumnWatch::Begin(const TableHeader& header, const std::vector<size_t>& of_file) {
  const std::vector<std::string> ticks = TickColumns(rules_.node());
  const std::vector<std::string> deaths = rules_.ColumnsOfDeath();
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
    if (column.settings != nullptr && column.settings->age != TableColumn::Age::kNone &&
        IsAgeOfConstant(rules_.node(), name)) {
      watched.ages.emplace(column.settings->age);
    }
    if (column.used && column.settings != nullptr && column.settings->age == TableColumn::Age::kYears) {
      watched.months.emplace();
    }
    const bool says_itself = column.settings != nullptr && !column.settings->values.empty();
    if (!says_itself && std::find(ticks.begin(), ticks.end(), name) != ticks.end()) watched.tick.emplace();
    watched.death = std::find(deaths.begin(), deaths.end(), name) != deaths.end();
    // Columns that neither this table nor another one of the file has a use for, nor the polarity of a row.
    if (column.left_out || rules_.IsUsed(name, of_file)) continue;
    if (rules_.MayHaveScale(column.name)) watched.scale.emplace();
    if (rules_.ReadsPolarityFrom(name)) continue;
    watched.unread.emplace(Unread{UnreadColumn(), UnreadKinds(column.name), IsStatusOfSdtm(column.name)});
    const bool units = IsNameOfUnits(column.name) || MayHaveCodesOfUnits(column.name);
    if ((watched.unread->kinds.HasNameOfTests() || units) && rules_.Makes(model::Entity::kMeasurement) &&
        !rules_.TakesOneAssay()) {
      watched.unread->following = following_.size();
      following_.emplace_back(watched_.size() - 1, rules_.ColumnsOfAssays(header));
    } else if (watched.unread->kinds.HasNameOfMaterials() && rules_.TakesAssaysOfTests()) {
      watched.unread->following = following_.size();
      following_.emplace_back(watched_.size() - 1, rules_.ColumnsOfAssays(header), &MaterialInWord);
    }
  }
}

void ColumnWatch::ReportDeath(const std::string& name, const Watched& watched, const std::string& place,
                              Reporter& reporter) const {
  constexpr uint64_t kEnoughPeople = 20;
  if (!watched.death || watched.cells == 0) return;
  const bool all = rules_.table().one && watched.cells >= kEnoughPeople && watched.cells == Rows();
  const RemarkKind* kind = model::OfAnySpelling(name, IsNameOfLastContact)     ? &kinds::kContactAsDeath
                           : all && !model::OfAnySpelling(name, IsNameOfDeath) ? &kinds::kAllHaveDied
                                                                               : nullptr;
  if (kind == nullptr) return;
  reporter.Report(*kind, place, name, Concat({CountedCells(watched.cells), " of \"", name, "\" are deaths"}));
}

// Beside what was measured. (A table that has one value in a row, and whose unit is read, may have it in two columns.)
bool ColumnWatch::AreUnits(std::string_view name, const Unread& unread, UnitColumns::Kind kind) const {
  if (kind == UnitColumns::Kind::kTaken || kind == UnitColumns::Kind::kOfTimes) return false;
  const bool codes = kind == UnitColumns::Kind::kOfCodes;
  // (Each test has one unit of its own.)
  if (codes && unread.following != kNotAsked && following_[unread.following].Follows()) return false;
  if (!codes && IsNameOfUnits(name)) return unread.cells.HasAnyUnit();
  if (!rules_.Makes(model::Entity::kMeasurement) && !rules_.Makes(model::Entity::kExposure)) return false;
  if (!codes && !unread.cells.HasUnits(/*certain=*/!MayBeNameOfUnits(name))) return false;
  return rules_.HasFewerUnitsThanValues();
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

void ColumnWatch::ReportNumbers(const TableHeader& header, size_t i, const std::string& place,
                                Reporter& reporter) const {
  const HeaderColumn& column = header.columns()[i];
  const Watched& watched = watched_[i];
  if (column.used && watched.pointed.MayBeThousands() && !rules_.ReadsSmallNumbersFrom(header, i)) {
    reporter.Report(kinds::kThousands, place, watched.pointed.example(),
                    Concat({"all numbers with a ", watched.pointed.point() == ',' ? "comma" : "point",
                            " have three digits behind it, such as \"", watched.pointed.example(),
                            "\": decimals, as they are read, or thousands?"}));
  }
  if (column.used && watched.signs.minus() > 0 && mapping_.words().IsMissing("-")) {
    reporter.Report(kinds::kMinusIsMissing, place, "-",
                    Concat({CountedCells(watched.signs.minus()), " of \"", Shown(column.name, 80),
                            "\" are \"-\", beside \"+\", and are taken as no value"}));
  }
}

void ColumnWatch::ReportDates(const TableHeader& header, size_t i, const std::string& place, Reporter& reporter) const {
  const HeaderColumn& column = header.columns()[i];
  const Watched& watched = watched_[i];
  const auto report = [&](const RemarkKind& kind, std::string_view example, const std::string& remark) {
    if (!remark.empty()) reporter.Report(kind, place, example, remark);
  };
  if (column.used && watched.forms.has_value()) {
    report(kinds::kAmbiguousDates, watched.forms->example(), watched.forms->Remark());
  }
  if (column.used && watched.turned.has_value()) {
    report(kinds::kTurnedDates, watched.turned->example(), watched.turned->Remark());
  }
  if (column.used && watched.serials.has_value()) {
    report(kinds::kOtherSerials, column.name, watched.serials->Remark(rules_.ReadsBirthFrom(header, i)));
  }
  if (column.used && watched.short_years.has_value()) {
    const auto [example, times] = watched.short_years->Default();
    if (times > 0) {
      report(kinds::kShortYearDefault, example,
             Concat({CountedCells(times), " have \"", example, "\": a day, or a default for no date?"}));
    }
  }
  if (watched.midnights.has_value() && watched.midnights->Meaning() == MidnightDates::Epoch::kPerhaps) {
    report(kinds::kPerhapsADay, watched.midnights->example(),
           Concat({"\"", watched.midnights->example(), "\" is taken as a day, or is it a default?"}));
  }
}

void ColumnWatch::ReportAgesAndTicks(const Watched& watched, const std::string& name, const std::string& place,
                                     Reporter& reporter) {
  if (watched.ages.has_value() && watched.ages->MayBeNobody()) {
    reporter.Report(kinds::kZeroAges, place, "0",
                    Concat({std::to_string(watched.ages->zeros()), " of ", std::to_string(watched.ages->all()),
                            " ages are 0, and all others of ten years or more"}));
  }
  if (watched.months.has_value() && watched.months->MayBe()) {
    const std::string& example = watched.months->example();
    reporter.Report(kinds::kPointedMonths, place, example,
                    Concat({"\"", example, "\" is taken as ", example, " years, and no cell has more than .11"}));
  }
  if (watched.tick.has_value() && watched.tick->OneMayBeNo()) {
    reporter.Report(kinds::kOneMayBeNo, place, name,
                    Concat({"a 1 counts as a yes, and may be a no: ", watched.tick->Values(),
                            watched.tick->has_zeros() ? ", and -9 beside them, as in a pedigree" : ", and no \"0\""}));
  }
}

void ColumnWatch::Report(const TableHeader& header, Reporter& reporter) const {
  reporter.BeginRecord(0, 0);
  std::vector<size_t> untold;
  const UnitColumns units(mapping_, number_, rules_.node(), header);
  for (size_t i = 0; i < watched_.size(); ++i) {
    const std::string& name = header.columns()[i].name;
    const Watched& watched = watched_[i];
    const std::string place = Concat({"/", rules_.table().name, "/", name});
    ReportNumbers(header, i, place, reporter);
    ReportDates(header, i, place, reporter);
    ReportAgesAndTicks(watched, name, place, reporter);
    ReportDeath(name, watched, place, reporter);
    if (ReportScale(name, watched.scale, place, reporter) || !watched.unread.has_value()) continue;
    if (!ReportUnread(name, *watched.unread, units, place, reporter) && watched.unread->cells.cells() > 0) {
      untold.push_back(i);
    }
    ReportKinds(header, name, *watched.unread, place, reporter);
  }
  ReportSisters(rules_.table().name, header, untold, reporter);
  ReportNamedUnits(mapping_, number_, rules_.node(), header, reporter);
  ReportNamedAges(rules_.table().name, header, reporter);
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

// By its name as it is written, or else without accents.
bool ColumnWatch::ReportUnread(const std::string& name, const Unread& column, const UnitColumns& units,
                               const std::string& place, Reporter& reporter) const {
  const UnreadColumn& cells = column.cells;
  if (cells.cells() == 0) return false;
  const UnreadRemarks remarks(rules_, Rows());
  return model::OfAnySpelling(name, [&](std::string_view spelling) {
    const UnitColumns::Found of = cells.HasFewWords() ? units.Find(spelling, cells.words()) : UnitColumns::Found();
    const auto remark = remarks.Of({spelling, name, cells, of, AreUnits(spelling, column, of.kind)});
    if (remark) reporter.Report(*remark->kind, place, name, remark->text);
    return remark.has_value();
  });
}

void ColumnWatch::ReportKinds(const TableHeader& header, const std::string& name, const Unread& unread,
                              const std::string& place, Reporter& reporter) const {
  const UnreadKinds& values = unread.kinds;
  const auto some_have_a_prefix = [&] {
    const std::vector<HeaderColumn>& columns = header.columns();
    return std::any_of(columns.begin(), columns.end(), [](const HeaderColumn& other) {
      return other.settings != nullptr && !other.settings->prefix.empty();
    });
  };
  const bool follows = unread.following != kNotAsked && following_[unread.following].Follows();
  const bool one_assay = rules_.TakesOneAssay() || (rules_.TakesAssaysOfTests() && !follows);
  if (values.AreStatesOfFasting() && rules_.TakesOneAssay()) {
    return reporter.Report(kinds::kUnreadFasting, place, name,
                           Concat({"\"", name, "\" has ", values.Values(), ", which no question finds"}));
  }
  if (values.AreSpecies() || (values.AreMaterials() && one_assay)) {
    return reporter.Report(values.AreSpecies() ? kinds::kUnreadSpecies : kinds::kUnreadMaterials, place, name,
                           Concat({"\"", name, "\" has ", values.Values(), ", which no question finds"}));
  }
  std::string_view what;
  if (values.AreTests() && !follows && rules_.Makes(model::Entity::kMeasurement)) what = "what was measured: ";
  if (values.AreSystems() && some_have_a_prefix()) what = "systems or editions of the codes: ";
  if (what.empty()) return;
  reporter.Report(kinds::kUnreadKinds, place, name, Concat({"\"", name, "\" seems to have ", what, values.Values()}));
}

}  // namespace muster::import
