// Remarks that depend on whole columns of a table, made after the last row.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_WATCH_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_WATCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/rules/scale_of_none.h"
#include "engine/import/table/columns/ambiguous_dates.h"
#include "engine/import/table/columns/pointed_numbers.h"
#include "engine/import/table/columns/short_years.h"
#include "engine/import/table/columns/signed_results.h"
#include "engine/import/table/columns/table_rules.h"
#include "engine/import/table/columns/tick_digits.h"
#include "engine/import/table/columns/unread_column.h"
#include "engine/import/table/columns/unread_kinds.h"
#include "engine/import/table/columns/zero_ages.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"
#include "engine/import/table/together/following_column.h"
#include "engine/import/table/together/midnight_dates.h"
#include "engine/import/table/together/pointed_months.h"
#include "engine/import/table/together/serial_dates.h"
#include "engine/import/table/together/turned_dates.h"
#include "engine/import/table/units/unit_columns.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Looks at the cells of a table, one after another.
class ColumnWatch {
 public:
  /// Of table number `table` of `mapping`, which must outlive this.
  ColumnWatch(const Mapping& mapping, size_t table) : mapping_(mapping), number_(table), rules_(mapping, table) {}

  /// To be called once, of the columns of the header, before any cell: chooses what is looked at. `of_file`: the tables
  /// that the file is.
  void Begin(const TableHeader& header, const std::vector<size_t>& of_file);
  /// A cell of column number `column` that is not missing.
  void Add(size_t column, const std::string& cell) {
    Watched& watched = watched_[column];
    ++watched.cells;
    if (watched.plain) watched.pointed.Add(cell);
    if (watched.plain) watched.signs.Add(cell);
    if (watched.forms.has_value()) watched.forms->Add(cell);
    if (watched.short_years.has_value()) watched.short_years->Add(cell);
    if (watched.midnights.has_value()) watched.midnights->Add(cell);
    if (watched.turned.has_value()) watched.turned->Add(cell);
    if (watched.serials.has_value()) watched.serials->Add(cell);
    if (watched.ages.has_value()) watched.ages->Add(cell);
    if (watched.months.has_value()) watched.months->Add(cell);
    if (watched.tick.has_value()) watched.tick->Add(cell);
    if (watched.scale.has_value()) watched.scale->Add(cell);
    if (watched.unread.has_value() && (watched.unread->status || !mapping_.words().IsMissing(cell))) {
      watched.unread->cells.Add(cell);
      watched.unread->kinds.Add(cell);
    }
  }
  /// The row of which these are.
  void AddRow(const CsvRow& row) {
    for (FollowingColumn& column : following_) column.Add(row);
  }
  /// The names of columns in which 1970-01-01T00:00:00Z is a day; or of those that have it and in which it is none.
  std::vector<std::string> ColumnsOfDays(const TableHeader& header, bool days) const;
  void Report(const TableHeader& header, Reporter& reporter) const;

 private:
  // A column that no rule reads.
  struct Unread {
    UnreadColumn cells{};
    UnreadKinds kinds;
    bool status = false;           // of SDTM, where "NOT DONE" is all that it has
    size_t following = kNotAsked;  // in following_: whether it follows from what tells the rows of rules apart
  };
  struct Watched {
    uint64_t cells = 0;  // that are not missing
    bool plain = false;  // it may contain numbers
    PointedNumbers pointed{};
    SignedResults signs{};
    std::optional<AmbiguousDates> forms{};     // where it has several
    std::optional<ShortYears> short_years{};   // where a year has two digits
    std::optional<MidnightDates> midnights{};  // where rules read it, as it is written
    std::optional<TurnedDates> turned{};       // where it has several forms
    std::optional<SerialDates> serials{};      // where day numbers of a spreadsheet are read
    std::optional<PointedMonths> months{};     // of ages in years
    std::optional<ZeroAges> ages{};            // where a rule reads the age of what a constant code is
    std::optional<TickDigits> tick{};          // where a rule reads a tick
    bool death = false;                        // where a rule reads a death, and none says who has died
    std::optional<ScaleOfNone> scale{};        // where no rule reads one, beside what it may be of
    std::optional<Unread> unread{};
  };
  static constexpr size_t kNotAsked = static_cast<size_t>(-1);

  // Of one column, by its number. Each reports only what it finds.
  void ReportNumbers(const TableHeader& header, size_t i, const std::string& place, Reporter& reporter) const;
  void ReportDates(const TableHeader& header, size_t i, const std::string& place, Reporter& reporter) const;
  static void ReportAgesAndTicks(const Watched& watched, const std::string& name, const std::string& place,
                                 Reporter& reporter);
  void ReportDeath(const std::string& name, const Watched& watched, const std::string& place, Reporter& reporter) const;
  bool AreUnits(std::string_view name, const Unread& unread, UnitColumns::Kind kind) const;
  uint64_t Rows() const;
  // Reports a scale one of whose values is none; returns whether it did.
  static bool ReportScale(const std::string& name, const std::optional<ScaleOfNone>& scale, const std::string& place,
                          Reporter& reporter);
  // Returns whether it reported anything.
  bool ReportUnread(const std::string& name, const Unread& unread, const UnitColumns& units, const std::string& place,
                    Reporter& reporter) const;
  void ReportKinds(const TableHeader& header, const std::string& name, const Unread& unread, const std::string& place,
                   Reporter& reporter) const;

  const Mapping& mapping_;
  const size_t number_;
  const TableRules rules_;
  std::vector<Watched> watched_;  // by number of the column
  std::vector<FollowingColumn> following_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_WATCH_H_
