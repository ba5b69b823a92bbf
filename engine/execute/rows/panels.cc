#include "engine/execute/rows/panels.h"

#include <utility>
#include <vector>

#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/panel.h"

namespace muster::execute {
namespace {

constexpr uint8_t kMeasurement = model::EntityNumber(model::Entity::kMeasurement);

bool Has(const storage::ColumnPtr& column, uint32_t row, const model::SymbolList& symbols) {
  if (column == nullptr) return false;
  const int64_t symbol = (*column)[row];
  return symbol != storage::kNull && symbols.Contains(static_cast<model::Symbol>(symbol));
}

}  // namespace

absl::StatusOr<std::optional<Panels>> Panels::Make(const storage::SegmentReader& segment, plan::NamedCodes named) {
  if (segment.rows(kMeasurement) == 0) return std::nullopt;
  auto places = segment.FindColumn({kMeasurement, model::field::kMeasurementPart, model::kValuePart});
  if (!places.ok()) return places.status();
  if (*places == nullptr) return std::nullopt;
  Panels panels;
  panels.places_ = *std::move(places);
  auto up = ParentMap::Make(segment, model::Entity::kMeasurement, model::Entity::kIndividual);
  if (!up.ok()) return up.status();
  panels.up_ = *std::move(up);
  if (named.codes == nullptr) return panels;
  panels.named_ = std::move(named);
  auto components = segment.FindColumn({kMeasurement, model::field::kMeasurementComponent, model::kValuePart});
  if (!components.ok()) return components.status();
  panels.components_ = *std::move(components);
  auto assays = segment.FindColumn({kMeasurement, model::field::kMeasurementAssay, model::kValuePart});
  if (!assays.ok()) return assays.status();
  panels.assays_ = *std::move(assays);
  return panels;
}

uint32_t Panels::Place(uint32_t row) const {
  const int64_t bits = (*places_)[row];
  if (bits == storage::kNull) return 0;
  const double place = model::FromOrderedBits(bits);
  const bool whole = place >= 1 && place <= 1e9 && place == static_cast<double>(static_cast<uint32_t>(place));
  return whole ? static_cast<uint32_t>(place) : 0;
}

uint32_t Panels::First(uint32_t row) const {
  const uint32_t place = Place(row);
  if (place < 2 || place > row + 1) return row;
  // Places that a mapping gives may not be those of rows that stand together.
  const uint32_t first = row - (place - 1);
  return Place(first) == 1 && (*up_)(first) == (*up_)(row) ? first : row;
}

bool Panels::IsNamed(uint32_t row) const {
  if (named_.codes == nullptr || !Has(components_, row, *named_.codes)) return false;
  return named_.assays == nullptr || !Has(assays_, row, *named_.assays);
}

size_t Panels::Count(std::span<const uint32_t> rows) const {
  size_t count = 0;
  std::optional<uint32_t> last;
  for (const uint32_t row : rows) {
    if (IsNamed(row)) {
      ++count;
    } else if (const uint32_t first = First(row); last != first) {
      last = first;
      ++count;
    }
  }
  return count;
}

storage::Bitmap Panels::OfEach(const storage::Bitmap& rows) const {
  std::vector<uint32_t> kept;
  std::optional<uint32_t> last;
  rows.ForEach([&](uint32_t row) {
    if (!IsNamed(row)) {
      const uint32_t first = First(row);
      if (last == first) return;
      last = first;
    }
    kept.push_back(row);
  });
  return storage::Bitmap::FromSorted(kept);
}

}  // namespace muster::execute
