// Names of which a part is the name of something: "metastatic breast cancer", "Metformin 500 mg".
#ifndef MUSTER_ENGINE_BIND_VALUES_NAME_PARTS_H_
#define MUSTER_ENGINE_BIND_VALUES_NAME_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/name_search.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

struct NamePart {
  std::string text;  ///< as it is written
  FoundName found;
};

/// The longest runs of words of `name`, but not all of it, by which records have something in `field`: those that are a
/// name before those that a name has words of, the last ones first; two at most. Words that say no more than what kind
/// of thing it is (disease, syndrome) are none by themselves.
std::vector<NamePart> LongestRecordedParts(const CatalogueView& view, std::string_view name, model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAME_PARTS_H_
