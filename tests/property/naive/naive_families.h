// Who is whose relative, found by reading all pedigrees.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_FAMILIES_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_FAMILIES_H_

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/property/naive/world.h"

namespace muster::property {

/// A row of a record of the catalogue.
struct RowRef {
  size_t record = 0;
  uint32_t row = 0;
  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

/// Dataset and family id.
using Family = std::pair<std::string, std::string>;

enum class Kin { kMother, kFather, kParent, kChild, kSibling, kRelative, kMember };
std::optional<Kin> KinNamed(std::string_view name);

class Families {
 public:
  /// `world` must outlive them.
  explicit Families(const World& world);

  /// The family that a pedigree row is of.
  std::optional<Family> FamilyOf(RowRef place) const;
  /// The pedigree rows of the same family, itself included; none where the family is not recorded.
  std::vector<RowRef> PlacesWith(RowRef place) const;
  /// Whether the person of `other` is such a relative of the person of `place`. Both are of one family.
  bool Are(Kin kin, RowRef other, RowRef place) const;

 private:
  std::optional<std::string> IdOf(RowRef place, model::FieldId field) const;
  /// The person (index of the record) who alone has the id in that family.
  std::optional<size_t> PersonOf(const Family& family, std::optional<std::string> id) const;
  std::optional<size_t> ParentOf(RowRef place, model::FieldId field) const;
  /// Whether the two share the parent: the person, or the id of one of whom the family has no record.
  bool Share(RowRef place, RowRef other, model::FieldId field) const;

  const World& world_;
  std::map<Family, std::vector<RowRef>> families_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_FAMILIES_H_
