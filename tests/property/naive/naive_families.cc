#include "tests/property/naive/naive_families.h"

#include <algorithm>
#include <set>

namespace muster::property {

namespace {

constexpr std::pair<std::string_view, Kin> kNames[] = {
    {"mother", Kin::kMother},        {"father", Kin::kFather},         {"parent", Kin::kParent},
    {"parents", Kin::kParent},       {"child", Kin::kChild},           {"children", Kin::kChild},
    {"sibling", Kin::kSibling},      {"siblings", Kin::kSibling},      {"relative", Kin::kRelative},
    {"relatives", Kin::kRelative},   {"member", Kin::kMember},         {"members", Kin::kMember},
    {"family member", Kin::kMember}, {"family members", Kin::kMember},
};

}  // namespace

std::optional<Kin> KinNamed(std::string_view name) {
  for (const auto& [known, kin] : kNames) {
    if (known == name) return kin;
  }
  return std::nullopt;
}

Families::Families(const World& world) : world_(world) {
  for (size_t record = 0; record < world.records.size(); ++record) {
    for (uint32_t row = 0; row < world.records[record].rows.size(); ++row) {
      if (world.records[record].rows[row].entity != model::Entity::kPedigree) continue;
      if (const auto family = FamilyOf({record, row})) families_[*family].push_back({record, row});
    }
  }
}

std::optional<std::string> Families::IdOf(RowRef place, model::FieldId field) const {
  const model::Value* value = world_.records[place.record].rows[place.row].Find(field);
  if (value == nullptr) return std::nullopt;
  return std::string(world_.dictionary.Text(std::get<model::Symbol>(*value)));
}

std::optional<Family> Families::FamilyOf(RowRef place) const {
  const auto id = IdOf(place, model::field::kPedigreeFamily);
  if (!id) return std::nullopt;
  return Family{world_.records[place.record].dataset, *id};
}

std::vector<RowRef> Families::PlacesWith(RowRef place) const {
  const auto family = FamilyOf(place);
  return family ? families_.at(*family) : std::vector<RowRef>();
}

std::optional<size_t> Families::PersonOf(const Family& family, std::optional<std::string> id) const {
  if (!id) return std::nullopt;
  std::set<size_t> persons;
  for (const RowRef place : families_.at(family)) {
    if (IdOf(place, model::field::kPedigreeMember) == id) persons.insert(place.record);
  }
  if (persons.size() != 1) return std::nullopt;
  return *persons.begin();
}

std::optional<size_t> Families::ParentOf(RowRef place, model::FieldId field) const {
  return PersonOf(*FamilyOf(place), IdOf(place, field));
}

bool Families::Share(RowRef place, RowRef other, model::FieldId field) const {
  const auto one = ParentOf(place, field);
  if (one || ParentOf(other, field)) return one && one == ParentOf(other, field);
  // Of parents whom the catalogue does not have, the ids tell.
  const auto id = IdOf(place, field);
  if (!id || id != IdOf(other, field)) return false;
  const std::vector<RowRef>& places = families_.at(*FamilyOf(place));
  return std::none_of(places.begin(), places.end(),
                      [&](RowRef member) { return IdOf(member, model::field::kPedigreeMember) == id; });
}

bool Families::Are(Kin kin, RowRef other, RowRef place) const {
  const auto mother = [&](RowRef of) { return ParentOf(of, model::field::kPedigreeMother); };
  const auto father = [&](RowRef of) { return ParentOf(of, model::field::kPedigreeFather); };
  switch (kin) {
    case Kin::kMother:
      return mother(place) == other.record;
    case Kin::kFather:
      return father(place) == other.record;
    case Kin::kParent:
      return mother(place) == other.record || father(place) == other.record;
    case Kin::kChild:
      return mother(other) == place.record || father(other) == place.record;
    case Kin::kSibling:
      return place.record != other.record &&
             (Share(place, other, model::field::kPedigreeMother) || Share(place, other, model::field::kPedigreeFather));
    case Kin::kRelative:
      return place.record != other.record;
    case Kin::kMember:
      return true;
  }
  return false;
}

}  // namespace muster::property
