#include "engine/api/imports/earlier_persons.h"

#include <algorithm>
#include <array>
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

absl::StatusOr<EarlierPersons::Individual> EarlierPersons::Describe(const Place& place) const {
  constexpr std::array<storage::ColumnKey, 3> kColumns = {
      {{0, field::kSex, model::kValuePart}, {0, field::kBirth, model::kDateLow}, {0, field::kBirth, model::kDateHigh}}};
  std::array<int64_t, 3> values{storage::kNull, storage::kNull, storage::kNull};
  for (size_t i = 0; i < kColumns.size(); ++i) {
    const auto column = before_->segments[place.segment]->FindColumn(kColumns[i]);
    if (!column.ok()) return column.status();
    if (*column != nullptr) values[i] = (**column)[place.row];
  }
  Individual individual{.segment = place.segment, .row = place.row};
  if (values[0] != storage::kNull) individual.sex = static_cast<model::Symbol>(values[0]);
  if (values[1] != storage::kNull && values[2] != storage::kNull) {
    individual.birth = {static_cast<model::HalfHours>(values[1]), static_cast<model::HalfHours>(values[2])};
  }
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
    const auto found = std::ranges::equal_range(all_, person, {}, &Place::person);
    places = std::span(found.begin(), found.end());
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
