// Known names within longer ones: "metastatic breast cancer", "Metformin 500 mg".
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_NAME_PARTS_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_NAME_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

struct NamePart {
  std::string text;  ///< as it is written
  FoundName found;
};

/// At most two runs of words of `name`, longest first and not the whole name, that name values which records have in
/// `field`: exact names before partial ones, later runs before earlier ones. General words (disease, syndrome) by
/// themselves do not count.
std::vector<NamePart> LongestRecordedParts(const CatalogueView& view, std::string_view name, model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_NAME_PARTS_H_
