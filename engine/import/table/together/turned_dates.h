// Columns of which a spreadsheet has turned some dates round: of 01/03/1950 it made 1950-01-03, and 15/02/1951 it left.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_TURNED_DATES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_TURNED_DATES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/date_format.h"

namespace muster::import {

/// Looks at the cells of a column with several forms of dates, one after another. `forms` must outlive this.
class TurnedDates {
 public:
  explicit TurnedDates(const std::vector<DateFormat>& forms) : forms_(forms), found_(forms.size()) {}
  void Add(std::string_view cell);
  /// What there is to say where all days of one form are 12 at most and all of another are beyond, which chance hardly
  /// makes; else "".
  std::string Remark() const;
  /// The first date of the form that may be turned round, where Remark() says something.
  const std::string& example() const;

 private:
  struct Found {
    uint64_t early = 0;  // days up to the twelfth
    uint64_t late = 0;
    uint32_t days = 0;  // a bit for each day of the month
    std::string example;
  };
  const Found* Turned() const;
  const Found* Left() const;

  const std::vector<DateFormat>& forms_;
  std::vector<Found> found_;  // by form
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_TURNED_DATES_H_
