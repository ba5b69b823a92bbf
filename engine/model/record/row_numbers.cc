#include "engine/model/record/row_numbers.h"

#include <charconv>
#include <optional>
#include <system_error>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr std::string_view kKinds[] = {" (implausible)", " (as written)"};

std::optional<Entity> EntityOfName(std::string_view name) {
  for (size_t e = 0; e < kEntityCount; ++e) {
    if (Entities()[e].name == name) return static_cast<Entity>(e);
  }
  return std::nullopt;
}

bool IsKeptByNumber(std::string_view place) {
  for (const std::string_view kind : kKinds) {
    if (place.ends_with(kind)) return true;
  }
  return false;
}

// "/disease/3/onset (implausible)" for the same with 0; the place itself, if it is none of a row.
std::string WithNumber(std::string_view place, const RowNumbers& numbers) {
  const size_t number_at = place.find('/', 1) + 1;
  const size_t end = number_at == 0 ? place.npos : place.find('/', number_at);
  if (end == place.npos || !IsKeptByNumber(place)) return std::string(place);
  const std::optional<Entity> entity = EntityOfName(place.substr(1, number_at - 2));
  size_t number = 0;
  const auto [rest, error] = std::from_chars(place.data() + number_at, place.data() + end, number);
  if (!entity.has_value() || error != std::errc() || rest != place.data() + end) return std::string(place);
  return Concat({place.substr(0, number_at), std::to_string(numbers.Of(*entity, number)), place.substr(end)});
}

}  // namespace

RowNumbers::RowNumbers(const Record& other, const Record& united, const std::vector<uint32_t>& places) {
  std::array<uint32_t, kEntityCount> rows{};
  std::vector<uint32_t> numbers;
  numbers.reserve(united.rows.size());
  for (const Row& row : united.rows) numbers.push_back(rows[static_cast<size_t>(row.entity)]++);
  for (size_t i = 0; i < other.rows.size(); ++i) {
    numbers_[static_cast<size_t>(other.rows[i].entity)].push_back(numbers[places[i]]);
  }
}

size_t RowNumbers::Of(Entity entity, size_t number) const {
  const std::vector<uint32_t>& numbers = numbers_[static_cast<size_t>(entity)];
  return number < numbers.size() ? numbers[number] : number;
}

bool HasKeptByNumber(std::string_view extras) {
  for (const std::string_view kind : kKinds) {
    if (extras.find(Concat({kind, "\":"})) != extras.npos) return true;
  }
  return false;
}

std::string WithNumbers(std::string_view extras, const RowNumbers& numbers) {
  std::string changed;
  size_t copied = 0;
  for (size_t quote = extras.find("\"/"); quote != extras.npos; quote = extras.find("\"/", quote + 1)) {
    if (quote == 0 || (extras[quote - 1] != '{' && extras[quote - 1] != ',')) continue;
    const size_t end = extras.find('"', quote + 1);
    if (end == extras.npos) break;
    if (extras.substr(end, 2) != "\":") continue;
    changed.append(extras.substr(copied, quote + 1 - copied));
    changed.append(WithNumber(extras.substr(quote + 1, end - quote - 1), numbers));
    copied = end;
  }
  return changed.append(extras.substr(copied));
}

}  // namespace muster::model
