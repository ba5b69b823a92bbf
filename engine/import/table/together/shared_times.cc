#include "engine/import/table/together/shared_times.h"

#include <algorithm>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

namespace field = model::field;

constexpr RemarkKind kCensored{
    ImportProblem::Kind::kNote,
    "column of times of a constant code that most have as their last contact, or as the last day of all: each counts "
    "as somebody who had it",
    "where it is the end of the follow-up of who never had it, as in survival data, let the column that says who had "
    "it "
    "decide: \"when\": {\"/mi\": [\"1\"]} in the rule; else nothing",
    RemarkPlace::kFirst};
constexpr RemarkKind kOneDay{
    ImportProblem::Kind::kNote, "column of onsets or diagnoses of which very many are of one day, and others are not",
    "nothing, if it is so; else it is the day on which a register was moved or an interview was held, and nobody knows "
    "when: name it in \"missing\" of the column"};

bool IsOfFinding(model::FieldId time) {
  return time == field::kPhenotypeOnset || time == field::kDiseaseOnset || time == field::kDiseaseDiagnosis;
}

// A day, and no year, month or age: three numbers, or one of eight digits.
bool IsDay(std::string_view cell) {
  size_t digits = 0;
  size_t groups = 0;
  bool in_group = false;
  for (const char c : cell) {
    const bool sign = model::IsAsciiAlnum(c);
    digits += model::IsAsciiDigit(c) ? 1 : 0;
    groups += sign && !in_group ? 1 : 0;
    in_group = sign;
  }
  return digits >= 8 || (groups >= 3 && digits >= 4);
}

bool BeginsWithYear(std::string_view cell) {
  return cell.size() >= 8 && std::all_of(cell.begin(), cell.begin() + 4, model::IsAsciiDigit);
}

}  // namespace

void SharedTimes::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node != nullptr && !settings.one) node = node->Child(size_t{0});
  if (node == nullptr) return;
  const auto column_of = [&](const Steps& steps) { return steps.size() == 1 ? header.Find(steps[0]) : kNoColumn; };
  for (const RowRule* rule : node->rows()) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar || info.primary < 0) continue;
    bool constant = rule->when.empty();
    for (const FieldRule& one : rule->fields) {
      const bool code = one.field == static_cast<model::FieldId>(info.primary);
      if (one.excluded || (code && !one.constant)) constant = false;
    }
    for (const FieldRule& one : rule->fields) {
      if (one.constant || one.excluded || model::Info(one.field).kind != model::Kind::kTime) continue;
      const size_t column = column_of(one.steps);
      const bool known =
          std::any_of(columns_.begin(), columns_.end(), [&](const Column& other) { return other.column == column; });
      if (column == kNoColumn || known || (!constant && !IsOfFinding(one.field))) continue;
      Column& watched = columns_.emplace_back();
      watched.column = column;
      watched.of_constant = constant;
      watched.of_finding = IsOfFinding(one.field);
    }
  }
  for (const FieldRule& one : mapping.individual_of(table)) {
    const size_t column = one.constant ? kNoColumn : column_of(one.steps);
    if (one.field == field::kLastContact && column != kNoColumn) contacts_.push_back(column);
  }
}

void SharedTimes::Look(const CsvRow& row) {
  constexpr size_t kMostTimes = 4096;  // of those that come first: what half of the rows have is among them
  constexpr size_t kLongestTime = 40;
  ++looked_at_;
  for (Column& watched : columns_) {
    const std::string& cell = row.cells[watched.column];
    if (cell.empty() || cell.size() > kLongestTime) continue;
    ++watched.cells;
    watched.of_contact += std::any_of(contacts_.begin(), contacts_.end(), [&](size_t contact) {
      return contact != watched.column && row.cells[contact] == cell;
    });
    if (const auto found = watched.cells_of.find(cell); found != watched.cells_of.end()) {
      ++found->second;
    } else if (watched.cells_of.size() < kMostTimes) {
      watched.cells_of.emplace(cell, 1);
    }
  }
}

SharedTimes::Top SharedTimes::TopOf(const Column& column, const IsMarker& missing) {
  Top top;
  top.all = column.cells;
  top.latest = true;
  std::string_view last;
  for (const auto& [time, cells] : column.cells_of) {
    if (missing(column.column, time)) {
      top.all -= cells;
      continue;
    }
    top.latest = top.latest && BeginsWithYear(time);
    last = std::max<std::string_view>(last, time);
    if (cells > top.cells || (cells == top.cells && time > top.time)) {
      top.next = top.cells;
      top.time = time;
      top.cells = cells;
    } else {
      top.next = std::max(top.next, cells);
    }
  }
  top.latest = top.latest && last == top.time;
  return top;
}

void SharedTimes::Report(std::string_view table, const TableHeader& header, const IsMarker& missing,
                         Reporter& reporter) const {
  constexpr uint64_t kFewest = 4;
  constexpr uint64_t kEnoughOfADay = 10;
  reporter.BeginRecord(0, 0);
  for (const Column& watched : columns_) {
    const HeaderColumn& column = header.columns()[watched.column];
    const std::string place = model::Concat({"/", table, "/", column.name});
    const std::string name = Shown(column.name, 80);
    const Top top = TopOf(watched, missing);
    const bool everybody = top.all >= kFewest && top.all * 20 >= looked_at_ * 19 && watched.cells_of.size() > 1;
    const auto told = [&](const RemarkKind& kind, std::string_view value, uint64_t cells, std::string_view what) {
      reporter.Report(
          kind, place, value,
          model::Concat({std::to_string(cells), " of ", std::to_string(top.all), " \"", name, "\" are ", what}));
    };
    const bool last_day = top.latest && IsDay(top.time) && top.cells * 2 >= top.all;
    if (watched.of_constant && everybody && watched.of_contact * 2 >= top.all && watched.of_contact < top.all) {
      told(kCensored, column.name, watched.of_contact, "the last contact of the same row");
    } else if (watched.of_constant && everybody && last_day) {
      told(kCensored, top.time, top.cells, model::Concat({"\"", top.time, "\", and none is later"}));
    } else if (watched.of_finding && IsDay(top.time) && top.cells >= kEnoughOfADay && top.cells * 10 >= top.all * 3 &&
               top.next * 5 <= top.cells && watched.cells_of.size() > 5) {
      told(kOneDay, top.time, top.cells,
           model::Concat({"\"", top.time, "\", and of no other day more than ", std::to_string(top.next)}));
    }
  }
}

}  // namespace muster::import
