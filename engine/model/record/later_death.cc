#include "engine/model/record/later_death.h"

#include <string_view>
#include <variant>

#include "engine/model/schema/schema.h"

namespace muster::model {
namespace {

FieldValue* StatusIn(Row& row) {
  for (FieldValue& value : row.values) {
    if (value.field == field::kVitalStatus) return &value;
  }
  return nullptr;
}

const TimeValue* TimeIn(const Row& row, FieldId field) {
  const Value* value = row.Find(field);
  return value == nullptr ? nullptr : &std::get<TimeValue>(*value);
}

// Whether `a` may have been before `b`, or at the same time; not if they cannot be compared.
bool IsNotAfter(const TimeValue& a, const TimeValue& b) {
  if (!a.date.empty() && !b.date.empty()) return a.date.low <= b.date.high;
  return !a.age.empty() && !b.age.empty() && a.age.low <= b.age.high;
}

void LetCount(FieldValue& alive, const FieldValue& deceased, const Row& living, const Row& dead) {
  const TimeValue* seen = TimeIn(living, field::kLastContact);
  const TimeValue* died = TimeIn(dead, field::kDeath);
  if (died == nullptr) died = TimeIn(dead, field::kLastContact);
  if (seen != nullptr && died != nullptr && IsNotAfter(*seen, *died)) alive.value = deceased.value;
}

}  // namespace

void LetLaterDeathCount(Row& one, Row& other, const Dictionary& dictionary) {
  FieldValue* const first = StatusIn(one);
  FieldValue* const second = StatusIn(other);
  if (first == nullptr || second == nullptr) return;
  const std::string_view a = dictionary.Text(std::get<Symbol>(first->value));
  const std::string_view b = dictionary.Text(std::get<Symbol>(second->value));
  if (a == "alive" && b == "deceased") LetCount(*first, *second, one, other);
  if (a == "deceased" && b == "alive") LetCount(*second, *first, other, one);
}

}  // namespace muster::model
