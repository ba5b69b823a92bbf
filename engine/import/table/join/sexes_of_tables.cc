#include "engine/import/table/join/sexes_of_tables.h"

#include <functional>
#include <utility>

#include "engine/import/table/rows/row_text.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kOtherSex{
    ImportProblem::Kind::kNote, "column of sexes that no rule of the mapping reads, and that differs from the one read",
    "see which of the two is right, or whether the rows are of the people that their ids say: the sex of the column "
    "that the mapping names counts",
    RemarkPlace::kFirst};

// Very many people are not remembered: memory is not without end.
constexpr size_t kMostPeople = size_t{1} << 22;

size_t HashOf(std::string_view id) { return std::hash<std::string_view>()(id); }

std::string_view NameOfSex(bool female) { return female ? "female" : "male"; }

}  // namespace

size_t SexesOfTables::AddColumn(std::string place) {
  columns_.emplace_back().place = std::move(place);
  return columns_.size() - 1;
}

void SexesOfTables::Differ(Column& column, std::string_view id, bool female) {
  if (column.differ++ > 0) return;
  column.example = id;
  column.female = female;
}

void SexesOfTables::AddRead(std::string_view id, bool female) {
  const size_t person = HashOf(id);
  if (read_.size() < kMostPeople) read_.emplace(person, female);
  const auto unread = unread_.find(person);
  if (unread == unread_.end()) return;
  if (unread->second.female != female) Differ(columns_[unread->second.column], id, unread->second.female);
  unread_.erase(unread);
}

void SexesOfTables::AddUnread(size_t column, std::string_view id, bool female) {
  ++columns_[column].sexes;
  const size_t person = HashOf(id);
  const auto read = read_.find(person);
  if (read == read_.end()) {
    if (unread_.size() < kMostPeople) unread_.emplace(person, Unread{column, female});
  } else if (read->second != female) {
    Differ(columns_[column], id, female);
  }
}

void SexesOfTables::Report(Reporter& reporter) const {
  for (const Column& column : columns_) {
    if (column.differ == 0) continue;
    reporter.ReturnTo({}, 0);  // whichever file was read last
    reporter.SetId(column.example);
    reporter.Report(kOtherSex, column.place, NameOfSex(column.female),
                    Concat({std::to_string(column.differ), " of ", CountedCells(column.sexes),
                            column.differ == 1 ? " has" : " have", " another sex than the one that is read, such as ",
                            NameOfSex(column.female), " of \"", Shown(column.example, 80), "\""}));
  }
}

}  // namespace muster::import
