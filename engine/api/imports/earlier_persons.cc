#include "engine/api/imports/earlier_persons.h"

#include <algorithm>
#include <span>

namespace muster::api {
namespace {

namespace field = model::field;
constexpr storage::ColumnKey kPersons{0, field::kPerson, model::kValuePart};

}  // namespace

absl::Status EarlierPersons::ReadAll() {
  if (all_read_) return absl::OkStatus();
  all_read_ = true;
  for (uint32_t s = 0; s < before_->segments.size(); ++s) {
    const storage::SegmentReader& segment = *before_->segments[s];
    const auto persons = segment.FindColumn(kPersons);
    if (!persons.ok()) return persons.status();
    if (*persons == nullptr) continue;
    const auto live = segment.Live();
    if (!live.ok()) return live.status();
    const auto add = [&](uint32_t row) {
      const int64_t person = (**persons)[row];
      if (person != storage::kNull) all_.push_back({static_cast<model::Symbol>(person), s, row});
    };
    if (*live != nullptr) {
      (*live)->ForEach(add);
    } else {
      for (uint32_t row = 0; row < segment.rows(0); ++row) add(row);
    }
  }
  std::sort(all_.begin(), all_.end());
  return absl::OkStatus();
}

absl::Status EarlierPersons::FindFew(model::Symbol person, std::vector<Place>* places) const {
  constexpr auto kKind = static_cast<uint8_t>(model::PostingKind::kRows);
  for (uint32_t s = 0; s < before_->segments.size(); ++s) {
    const storage::SegmentReader& segment = *before_->segments[s];
    const auto rows = segment.Posting({kKind, 0, field::kPerson, person}, segment.rows(0));
    if (!rows.ok()) return rows.status();
    if ((*rows)->Empty()) continue;
    const auto live = segment.Live();
    if (!live.ok()) return live.status();
    (*rows)->ForEach([&](uint32_t row) {
      if (*live == nullptr || (*live)->Contains(row)) places->push_back({person, s, row});
    });
  }
  return absl::OkStatus();
}

absl::StatusOr<EarlierPersons::Individual> EarlierPersons::Describe(const Place& place) {
  Columns& columns = columns_[place.segment];
  if (!columns.read) {
    const std::pair<storage::ColumnKey, storage::ColumnPtr*> wanted[] = {
        {{0, field::kSex, model::kValuePart}, &columns.sex},
        {{0, field::kBirth, model::kDateLow}, &columns.birth_low},
        {{0, field::kBirth, model::kDateHigh}, &columns.birth_high}};
    for (const auto& [key, column] : wanted) {
      auto found = before_->segments[place.segment]->FindColumn(key);
      if (!found.ok()) return found.status();
      *column = *std::move(found);
    }
    columns.read = true;
  }
  const auto at = [&](const storage::ColumnPtr& column) {
    return column == nullptr ? storage::kNull : (*column)[place.row];
  };
  Individual individual{.segment = place.segment, .row = place.row};
  if (const int64_t sex = at(columns.sex); sex != storage::kNull) individual.sex = static_cast<model::Symbol>(sex);
  const int64_t low = at(columns.birth_low);
  const int64_t high = at(columns.birth_high);
  if (low != storage::kNull && high != storage::kNull) individual.birth = {low, high};
  return individual;
}

absl::StatusOr<std::vector<EarlierPersons::Individual>> EarlierPersons::Find(model::Symbol person) {
  constexpr size_t kFew = 100;
  std::vector<Place> few;
  std::span<const Place> places;
  if (!all_read_ && ++asked_ <= kFew) {
    if (absl::Status read = FindFew(person, &few); !read.ok()) return read;
    places = few;
  } else {
    if (absl::Status read = ReadAll(); !read.ok()) return read;
    // (Not by std::ranges::equal_range, which clang 14 cannot read in this standard library.)
    const auto first = std::ranges::lower_bound(all_, person, {}, &Place::person);
    const auto last = std::ranges::upper_bound(all_, person, {}, &Place::person);
    places = std::span<const Place>(first, last);
  }
  std::vector<Individual> individuals;
  for (const Place& place : places) {
    auto individual = Describe(place);
    if (!individual.ok()) return individual.status();
    individuals.push_back(*individual);
  }
  return individuals;
}

absl::Status EarlierPersons::ForEach(
    absl::FunctionRef<void(model::Symbol person, const storage::Location& where)> visit) {
  if (absl::Status read = ReadAll(); !read.ok()) return read;
  for (const Place& place : all_) {
    visit(place.person, {before_->manifest.segments[place.segment].id, place.row});
  }
  return absl::OkStatus();
}

absl::StatusOr<model::RecordName> EarlierPersons::NameOf(const Individual& individual) const {
  const auto bytes = before_->segments[individual.segment]->Record(individual.row);
  return bytes.ok() ? model::DecodeRecordName(*bytes) : bytes.status();
}

}  // namespace muster::api
