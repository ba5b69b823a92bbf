// Dates as a table writes them: "DD.MM.YYYY".
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_DATE_FORMAT_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_DATE_FORMAT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::import {

/// How one column writes dates. Immutable.
class DateFormat {
 public:
  /// `text` of YYYY, MM or M, MMM or MMMM (Jan, FEB, März), DD or D, hh, mm and ss, with other characters between them;
  /// YY with `century`, the first of the hundred years that two digits can mean; digits beside YYYY, which stand for
  /// themselves and say nothing ("YYYY-01-01" is a year); or "excel", "sas", "stata" or "unix days", for day numbers
  /// of spreadsheets, from 1960 on and from 1970 on. InvalidArgument,
  /// with the reason, if it is not a format, or is ambiguous: a year of two digits without a century.
  static absl::StatusOr<DateFormat> Parse(std::string_view text, std::optional<int> century = std::nullopt);

  /// `date` in ISO 8601, with its precision: a day or month "00", "UN", "UNK" or "XX" is unknown. Nullopt if `date`
  /// does not have this format, or a month beyond 12. Whether the month has that day is checked by the reader of ISO
  /// 8601.
  std::optional<std::string> ToIso(std::string_view date) const;

  /// Whether it has a year of two digits.
  bool ReadsShortYears() const { return Has(Part::kShortYear); }

  /// Whether it is that of day numbers of spreadsheets.
  bool IsExcel() const { return excel_; }

  /// The same with day and month exchanged: what 12/31/1981 would be in a column that says DD/MM/YYYY.
  std::optional<std::string> ToIsoExchanged(std::string_view date) const;

 private:
  enum class Part { kYear, kShortYear, kMonth, kMonthName, kDay, kHour, kMinute, kSecond, kLiteral };
  struct Step {
    Part part;
    char literal = '\0';
  };
  bool Has(Part part) const;

  std::vector<Step> steps_;
  std::optional<int> century_;  ///< the first year of two digits
  bool excel_ = false;
  std::optional<int64_t> origin_;  ///< of day numbers of other programs, in days since 1970-01-01
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_DATE_FORMAT_H_
