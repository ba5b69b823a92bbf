#include "engine/bind/unconverted_units.h"

#include <algorithm>
#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/units.h"

namespace muster::bind {
namespace {

absl::Status WarnOf(const Unconverted& left_out, const CatalogueView& view, Reporter* reporter,
                    const Condition& exists) {
  const auto in_unit = [&](model::Symbol unit) {
    return view.CountObserved(exists.child, *exists.symbols, left_out.unit_field, unit);
  };
  // Mostly none are left out. The units that are converted tell, and the query reads their postings anyway.
  const auto recorded = view.FieldUnits(left_out.unit_field);
  if (!recorded.ok()) return recorded.status();
  auto others = in_unit(model::kAnyValue);
  for (const RecordedUnit& unit : **recorded) {
    if (!others.ok() || *others == 0 || std::ranges::count(left_out.units, unit.symbol) != 0) continue;
    const auto converted = in_unit(unit.symbol);
    if (!converted.ok()) return converted.status();
    others = *others - std::min(*others, *converted);
  }
  if (!others.ok()) return others.status();
  if (*others == 0) return absl::OkStatus();
  uint64_t rows = 0;
  std::vector<std::string> units;
  for (const model::Symbol unit : left_out.units) {
    auto of_unit = in_unit(unit);
    if (!of_unit.ok()) return of_unit.status();
    if (*of_unit > 0) units.push_back(model::UnitLabel(view.dictionary().Text(unit)));
    rows += *of_unit;
  }
  if (rows == 0) return absl::OkStatus();
  const model::EntityInfo& info = model::Info(exists.child);
  reporter->Warn(left_out.span, "unconverted-units",
                 absl::StrCat(rows, " ", std::string(rows == 1 ? info.name : info.plural), " of ", exists.label,
                              rows == 1 ? " is" : " are", " in a unit that ", left_out.unit,
                              " cannot be converted to, and not counted"),
                 {absl::StrCat("units left out: ", absl::StrJoin(units, ", "))});
  return absl::OkStatus();
}

}  // namespace

void WarnOfUnconverted(const CatalogueView& view, Reporter* reporter, const std::vector<Unconverted>& left_out,
                       const Condition& exists) {
  for (const Unconverted& comparison : left_out) {
    if (model::Info(comparison.unit_field).entity != exists.child) continue;
    const absl::Status status = WarnOf(comparison, view, reporter, exists);
    if (!status.ok()) return reporter->Fail(status);
  }
}

}  // namespace muster::bind
