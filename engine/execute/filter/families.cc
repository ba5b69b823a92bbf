#include "engine/execute/filter/families.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"

namespace muster::execute {

using model::Entity;
using storage::Bitmap;
using storage::BitmapPtr;

namespace {

constexpr auto kPedigree = model::EntityNumber(Entity::kPedigree);
constexpr uint64_t kByIdAlone = uint64_t{1} << 63;  // no segment has such a number

// A row of a pedigree as it is stored: symbols of the ids, -1 for those not recorded.
struct RowLocation {
  int64_t dataset = -1;
  int64_t family = -1;
  int64_t member = -1;
  int64_t mother = -1;
  int64_t father = -1;
  uint64_t individual = 0;
  uint32_t segment = 0;
  uint32_t row = 0;
};

absl::Status ReadLocations(const storage::SegmentReader& segment, uint32_t number, std::vector<RowLocation>* places) {
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  const uint32_t rows = segment.rows(kPedigree);
  if (rows == 0) return absl::OkStatus();
  auto up = ParentMap::Make(segment, Entity::kPedigree, Entity::kIndividual);
  if (!up.ok()) return up.status();
  auto live = segment.Live();
  if (!live.ok()) return live.status();
  storage::ColumnPtr columns[5];
  constexpr std::pair<uint8_t, model::FieldId> kColumns[] = {{0, model::field::kDataset},
                                                             {kPedigree, model::field::kPedigreeFamily},
                                                             {kPedigree, model::field::kPedigreeMember},
                                                             {kPedigree, model::field::kPedigreeMother},
                                                             {kPedigree, model::field::kPedigreeFather}};
  for (size_t i = 0; i < 5; ++i) {
    auto column = segment.FindColumn({kColumns[i].first, kColumns[i].second, model::kValuePart});
    if (!column.ok()) return column.status();
    columns[i] = *std::move(column);
  }
  const auto at = [&](size_t i, uint32_t row) -> int64_t {
    const int64_t value = columns[i] == nullptr ? storage::kNull : (*columns[i])[row];
    return value == storage::kNull ? -1 : value;
  };
  for (uint32_t row = 0; row < rows; ++row) {
    const uint32_t individual = (*up)(row);
    if (*live != nullptr && !(*live)->Contains(individual)) continue;
    RowLocation place{at(0, individual), at(1, row), at(2, row), at(3, row), at(4, row), 0, number, row};
    if (place.family < 0) continue;
    place.individual = uint64_t{number} << 32 | individual;
    places->push_back(place);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Families> Families::Load(const storage::Snapshot& snapshot, const model::Dictionary& dictionary) {
  std::vector<RowLocation> places;
  HashMap<int64_t, bool> nobody;  // of the parents' ids that the catalogue does not have
  const auto is_nobody = [&](int64_t id) {
    const auto [known, added] = nobody.emplace(id, false);
    if (!added) return known->second;
    if (static_cast<uint64_t>(id) >= dictionary.size()) return known->second = true;
    // Earlier versions have stored "-9" as the mother of every founder: those would be siblings of each other. (Of an
    // "X" it shows only here that it is no member.)
    const std::string_view text = dictionary.Text(static_cast<model::Symbol>(id));
    return known->second = text == "x" || text == "X" || model::IsAbsentId(model::field::kPedigreeMother, text);
  };
  Families families;
  for (size_t s = 0; s < snapshot.segments.size(); ++s) {
    absl::Status status = ReadLocations(*snapshot.segments[s], static_cast<uint32_t>(s), &places);
    if (!status.ok()) return status;
    families.family_of_row_.emplace_back(snapshot.segments[s]->rows(kPedigree), kNobody);
  }
  std::stable_sort(places.begin(), places.end(), [](const RowLocation& a, const RowLocation& b) {
    return std::tie(a.dataset, a.family) < std::tie(b.dataset, b.family);
  });
  for (size_t begin = 0; begin < places.size();) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    const auto family = static_cast<uint32_t>(families.first_.size());
    families.first_.push_back(static_cast<uint32_t>(begin));
    families.names_.push_back({places[begin].dataset, places[begin].family});
    size_t end = begin;
    std::map<int64_t, uint32_t> by_id;  // kNobody where two persons have the id: neither is anyone's parent by it
    while (end < places.size() && places[end].dataset == places[begin].dataset &&
           places[end].family == places[begin].family) {
      const RowLocation& place = places[end];
      families.members_.push_back({place.segment, place.row, place.individual, family, kNoParent, kNoParent});
      families.family_of_row_[place.segment][place.row] = family;
      if (place.member >= 0) {
        const auto [same, added] = by_id.emplace(place.member, static_cast<uint32_t>(end));
        if (!added && places[same->second == kNobody ? end : same->second].individual != place.individual)
          same->second = kNobody;
      }
      ++end;
    }
    const auto find = [&](int64_t id) {
      if (id < 0) return kNoParent;
      const auto found = by_id.find(id);
      // A parent whom the catalogue does not have: siblings who share one are registered without them.
      if (found == by_id.end()) return is_nobody(id) ? kNoParent : kByIdAlone | static_cast<uint64_t>(id);
      return found->second == kNobody ? kNoParent : places[found->second].individual;
    };
    for (size_t i = begin; i < end; ++i) {
      families.members_[i].mother = find(places[i].mother);
      families.members_[i].father = find(places[i].father);
    }
    begin = end;
  }
  families.first_.push_back(static_cast<uint32_t>(places.size()));
  return families;
}

bool Families::AreRelated(bind::Relation relation, uint32_t of, uint32_t other) const {
  const Member& person = members_[of];
  const Member& relative = members_[other];
  const bool same = person.individual == relative.individual;
  // A person may have two rows in a family: it is the person who is meant.
  const auto shared = [](uint64_t a, uint64_t b) { return a != kNoParent && a == b; };
  switch (relation) {
    case bind::Relation::kMother:
      return person.mother == relative.individual;
    case bind::Relation::kFather:
      return person.father == relative.individual;
    case bind::Relation::kParent:
      return person.mother == relative.individual || person.father == relative.individual;
    case bind::Relation::kChild:
      return relative.mother == person.individual || relative.father == person.individual;
    case bind::Relation::kSibling:
      return !same && (shared(person.mother, relative.mother) || shared(person.father, relative.father));
    case bind::Relation::kRelative:
      return !same;
    case bind::Relation::kMember:
      return true;
  }
  return false;
}

std::vector<BitmapPtr> Families::Related(bind::Relation relation, int count, const std::vector<BitmapPtr>& with) const {
  std::vector<std::vector<uint32_t>> rows(family_of_row_.size());
  std::vector<uint64_t> found;
  for (size_t family = 0; family + 1 < first_.size(); ++family) {
    if (!ShouldContinueSampled()) break;  // whoever asks looks, too
    std::vector<uint32_t> wanted;         // members that satisfy the criteria
    for (uint32_t i = first_[family]; i < first_[family + 1]; ++i) {
      if (with[members_[i].segment]->Contains(members_[i].row)) wanted.push_back(i);
    }
    if (wanted.size() < static_cast<size_t>(count)) continue;
    for (uint32_t i = first_[family]; i < first_[family + 1]; ++i) {
      found.clear();
      for (const uint32_t other : wanted) {
        if (AreRelated(relation, i, other)) found.push_back(members_[other].individual);
      }
      std::sort(found.begin(), found.end());
      const auto persons = std::unique(found.begin(), found.end()) - found.begin();
      if (persons >= count) rows[members_[i].segment].push_back(members_[i].row);
    }
  }
  std::vector<BitmapPtr> related;
  for (std::vector<uint32_t>& of_segment : rows) {
    std::sort(of_segment.begin(), of_segment.end());
    related.push_back(std::make_shared<const Bitmap>(Bitmap::FromSorted(of_segment)));
  }
  return related;
}

std::vector<uint32_t> Families::FamiliesOf(size_t segment, const Bitmap& rows) const {
  std::vector<uint32_t> families;
  rows.ForEach([&](uint32_t row) {
    if (const uint32_t family = family_of_row_[segment][row]; family != kNobody) families.push_back(family);
  });
  return families;
}

}  // namespace muster::execute
