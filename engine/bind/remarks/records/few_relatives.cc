#include "engine/bind/remarks/records/few_relatives.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/remarks/asked/asked_people.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::FieldId;

// The fields of a pedigree that show such a relative.
struct InPedigree {
  std::string name;
  std::vector<FieldId> fields;  // any of these
};

std::optional<InPedigree> InPedigreeOf(Relation relation) {
  switch (relation) {
    case Relation::kMother:
      return InPedigree{"mother", {model::field::kPedigreeMother}};
    case Relation::kFather:
      return InPedigree{"father", {model::field::kPedigreeFather}};
    case Relation::kParent:
      return InPedigree{"parent", {model::field::kPedigreeMother, model::field::kPedigreeFather}};
    case Relation::kChild:
    case Relation::kSibling:
    case Relation::kRelative:
      return InPedigree{"family", {model::field::kPedigreeFamily}};
    case Relation::kMember:
      break;  // the person as well
  }
  return std::nullopt;
}

// A relative in a criterion.
std::optional<InPedigree> AskedIn(const Leaf& leaf) {
  const auto* has = std::get_if<Has>(&leaf.criterion->node);
  if (has == nullptr || leaf.negated || has->with == nullptr || HoldsWithoutRows(*has)) return std::nullopt;
  const auto relation = FindEntity(has->entity.text) ? std::nullopt : FindRelation(has->entity.text);
  return relation ? InPedigreeOf(*relation) : std::nullopt;
}

bool AsksForAFamily(const SideBySide& criteria) {
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated && FindEntity(has->entity.text) == model::Entity::kPedigree) return true;
  }
  return false;
}

}  // namespace

void RemarkOnFewRelatives(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  constexpr uint64_t kFew = 10;  // fewer than one in this many: few people have one
  std::set<std::string> seen;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto asked = AskedIn(leaf);
    if (!asked || !seen.insert(asked->name).second || !reporter->ExplainsRemarks()) continue;
    if (AsksForAFamily(criteria)) return;
    PeopleKey key(absl::StrCat("recorded ", asked->name));
    const auto people = CountAskedPeople(view, reporter, criteria, key,
                                         [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
                                           storage::Bitmap some;
                                           for (const FieldId field : asked->fields) {
                                             const auto recorded = PeopleRecorded(view, segment, field);
                                             if (!recorded.ok()) return recorded.status();
                                             some = storage::Bitmap::Or(some, *recorded);
                                           }
                                           return some;
                                         });
    if (!people || people->with * kFew >= people->all) continue;
    reporter->Note(leaf.criterion->span, "rarely-recorded",
                   absl::StrCat("a ", asked->name, " is recorded of ", OnlyOutOf(*people), "; ", LeftOut(*people),
                                ", whoever their relatives are"));
  }
}

}  // namespace muster::bind
