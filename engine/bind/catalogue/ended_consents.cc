#include "engine/bind/catalogue/ended_consents.h"

#include <algorithm>

#include "engine/bind/catalogue/live_values.h"
#include "engine/model/time/time.h"

namespace muster::bind {
namespace {

namespace field = model::field;

constexpr auto kConsents = static_cast<uint8_t>(model::Entity::kConsent);

// What the consents of a segment say.
class SegmentConsents {
 public:
  explicit SegmentConsents(const storage::SegmentReader& segment) : segment_(segment) {}

  absl::Status Read() {
    const std::pair<storage::ColumnKey, storage::ColumnPtr*> wanted[] = {
        {{0, model::kFirstChildColumn, kConsents}, &first_},
        {{kConsents, field::kConsentStatus, model::kValuePart}, &status_},
        {{kConsents, field::kConsentPermission, model::kValuePart}, &permission_},
        {{kConsents, field::kConsentUse, model::kValuePart}, &use_},
        {{kConsents, field::kConsentDate, model::kDateLow}, &date_low_},
        {{kConsents, field::kConsentDate, model::kDateHigh}, &date_high_}};
    for (const auto& [key, column] : wanted) {
      auto stored = segment_.GetColumn(key);
      if (stored.ok()) {
        *column = *std::move(stored);
      } else if (!absl::IsNotFound(stored.status())) {
        return stored.status();
      }
    }
    return absl::OkStatus();
  }

  bool HasEnded(uint32_t individual, const ConsentWords& words) const {
    const int64_t size = segment_.rows(kConsents);
    const int64_t begin = At(first_, individual);
    const int64_t end = individual + 1 < segment_.rows(0) ? At(first_, individual + 1) : size;
    for (int64_t row = std::max<int64_t>(begin, 0); row < std::min(end, size); ++row) {
      if (!IsOf(words.granted, At(status_, row))) continue;
      if (words.permissions != nullptr && !IsOf(*words.permissions, At(permission_, row))) continue;
      for (int64_t other = std::max<int64_t>(begin, 0); other < std::min(end, size); ++other) {
        if (IsOf(words.refusals, At(status_, other)) && Ends(other, row)) return true;
      }
    }
    return false;
  }

 private:
  static int64_t At(const storage::ColumnPtr& column, int64_t row) {
    return column == nullptr ? storage::kNull : (*column)[static_cast<uint32_t>(row)];
  }
  static bool IsOf(const model::SymbolList& list, int64_t symbol) {
    return symbol >= 0 && std::binary_search(list.begin(), list.end(), static_cast<model::Symbol>(symbol));
  }
  // Of dates within bounds, it may be the later one.
  bool Ends(int64_t refusal, int64_t granted) const {
    if (At(permission_, refusal) != At(permission_, granted) || At(use_, refusal) != At(use_, granted)) return false;
    const int64_t before = At(date_low_, granted);
    const int64_t after = At(date_high_, refusal);
    return before == storage::kNull || after == storage::kNull || after > before;
  }

  const storage::SegmentReader& segment_;
  storage::ColumnPtr first_, status_, permission_, use_, date_low_, date_high_;
};

absl::StatusOr<storage::Bitmap> PeopleWithStatus(const storage::SegmentReader& segment,
                                                 const model::SymbolList& statuses) {
  auto rows = segment.Union({static_cast<uint8_t>(model::PostingKind::kRows), kConsents, field::kConsentStatus, 0},
                            statuses.symbols(), segment.rows(kConsents));
  if (!rows.ok()) return rows.status();
  return IndividualsOf(segment, model::Entity::kConsent, rows->rows);
}

}  // namespace

absl::StatusOr<uint64_t> CountEndedConsents(const storage::SegmentReader& segment, const ConsentWords& words) {
  if (segment.rows(kConsents) == 0) return 0;
  const auto refused = PeopleWithStatus(segment, words.refusals);
  if (!refused.ok()) return refused.status();
  if (refused->Empty()) return 0;
  const auto granted = PeopleWithStatus(segment, words.granted);
  if (!granted.ok()) return granted.status();
  storage::Bitmap both = storage::Bitmap::And(*granted, *refused);
  const auto live = segment.Live();
  if (!live.ok()) return live.status();
  if (*live != nullptr) both &= **live;
  if (both.Empty()) return 0;
  SegmentConsents consents(segment);
  if (absl::Status read = consents.Read(); !read.ok()) return read;
  uint64_t people = 0;
  for (const uint32_t individual : both.ToVector()) people += consents.HasEnded(individual, words) ? 1 : 0;
  return people;
}

}  // namespace muster::bind
