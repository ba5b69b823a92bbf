#include "serve/network/amount.h"

#include "serve/network/count_member.h"

namespace muster::serve {

std::optional<Amount> AmountOf(const Json& cell) {
  if (cell.is_null()) {
    Amount nothing;
    nothing.empty = true;
    return nothing;
  }
  if (cell.is_number_integer()) {
    const int64_t count = cell.get<int64_t>();
    if (count < 0 || count > kMaxCount) return std::nullopt;
    return Amount{count, true, count, count, true, false, true, false};
  }
  if (TextMember(cell, "kind").empty()) return std::nullopt;
  Amount amount = kUnknownAmount;
  const std::optional<int64_t> value = CountMember(cell, "value");
  amount.shown = amount.complete = value.has_value();
  amount.withheld = TextMember(cell, "kind") == "withheld";
  amount.value = value.value_or(0);
  amount.low = CountMember(cell, "low").value_or(0);
  amount.high = CountMember(cell, "high");
  if (amount.high.has_value() && *amount.high < amount.low) return std::nullopt;
  if (value.has_value() && (*value < amount.low || *value > amount.high.value_or(*value))) return std::nullopt;
  return amount;
}

std::optional<Amount> DifferenceOf(const Json& cell) {
  const Json* value = Member(cell, "value");
  if (value == nullptr || !value->is_number_integer()) return AmountOf(cell);
  const int64_t number = value->get<int64_t>();
  if (number < -kMaxCount || number > kMaxCount) return std::nullopt;
  return Amount{number, true, 0, std::nullopt, false, false};
}

Json CellOf(Amount amount, ColumnRole role, bool whole) {
  if (amount.empty) return nullptr;
  if (!whole) amount.high = std::nullopt;
  if (amount.exact && whole) return amount.value;
  if (amount.withheld) return {{"value", nullptr}, {"kind", "withheld"}};
  if (role == ColumnRole::kDifference && !amount.exact && !(whole && amount.complete))
    return {{"value", nullptr}, {"kind", "withheld"}};
  // Numbers of rows, and differences, have values without bounds.
  if (!amount.high.has_value() && amount.complete && whole) return {{"value", amount.value}, {"kind", "perturbed"}};
  if (!amount.high.has_value()) {
    return {{"value", amount.low}, {"kind", "atLeast"}, {"low", amount.low}, {"high", nullptr}};
  }
  return {{"value", amount.shown ? Json(amount.value) : Json(nullptr)},
          {"kind", amount.shown ? "perturbed" : "suppressed"},
          {"low", amount.low},
          {"high", *amount.high}};
}

}  // namespace muster::serve
