#include "engine/import/table/columns/zero_ages.h"

#include <algorithm>
#include <optional>

#include "engine/import/input/json_value.h"
#include "engine/model/schema/schema.h"

namespace muster::import {
namespace {

double PerYear(TableColumn::Age unit) {
  switch (unit) {
    case TableColumn::Age::kMonths:
      return 12;
    case TableColumn::Age::kWeeks:
      return 52;
    case TableColumn::Age::kDays:
      return 365;
    default:
      return 1;
  }
}

}  // namespace

void ZeroAges::Add(const std::string& cell) {
  const std::optional<double> age = NumberOf(std::string_view(cell));
  if (!age.has_value()) return;
  ++(*age == 0 ? zeros_ : others_);
  if (*age != 0) least_ = std::min(least_, *age);
}

bool ZeroAges::MayBeNobody() const {
  constexpr uint64_t kFewest = 3;
  constexpr double kYears = 10;
  return zeros_ >= kFewest && zeros_ >= others_ && others_ > 0 && least_ >= kYears * PerYear(unit_);
}

bool IsAgeOfConstant(const MappingNode* node, std::string_view column) {
  if (node == nullptr) return false;
  return std::any_of(node->rows().begin(), node->rows().end(), [&](const RowRule* rule) {
    const model::EntityInfo& info = model::Info(rule->entity);
    bool constant = false;
    bool reads = false;
    for (const FieldRule& field : rule->fields) {
      if (field.excluded) return false;
      constant =
          constant || (field.constant && info.primary >= 0 && field.field == static_cast<model::FieldId>(info.primary));
      reads = reads || (!field.constant && model::Info(field.field).kind == model::Kind::kTime &&
                        field.steps.size() == 1 && field.steps[0] == column);
    }
    return info.polar && constant && reads;
  });
}

}  // namespace muster::import
