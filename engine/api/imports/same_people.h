// Private to api/: people whom the catalogue has, and who come again under other ids.
#ifndef MUSTER_ENGINE_API_IMPORTS_SAME_PEOPLE_H_
#define MUSTER_ENGINE_API_IMPORTS_SAME_PEOPLE_H_

#include "absl/status/status.h"
#include "engine/api/imports/new_people.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/index/catalogue_writer.h"
#include "muster/import.h"

namespace muster::api {

/// An export with new pseudonyms, or a mapping that takes another id, adds each person once more. Remarks on it where
/// many of some dozens of `people` have the sex and the day of birth of one whom `writer` does not replace, and at
/// least two of the same codes, which hardly anybody else has, on the same days (or the same id of the subject).
absl::Status AddSamePeopleRemark(const NewPeople& people, const bind::CatalogueView& before,
                                 const index::CatalogueWriter& writer, ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_SAME_PEOPLE_H_
