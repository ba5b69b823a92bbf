// Families: from pedigrees to the place of one person in them.
#ifndef MUSTER_ENGINE_IMPORT_PHENOPACKET_READ_PEDIGREE_H_
#define MUSTER_ENGINE_IMPORT_PHENOPACKET_READ_PEDIGREE_H_

#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/input/json_value.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// The place of the person called `person` in a GA4GH pedigree (`persons[]` with individualId, maternalId, paternalId,
/// affectedStatus), as a row of the draft. `family` is the family's id where the persons name none. `proband` is the
/// proband's id, which gives the role. Does nothing when the pedigree does not have the person.
void ReadPedigreePlace(RecordDraft& draft, Element pedigree, std::string_view person, std::string_view proband,
                       std::string_view family);

/// Counts the persons of a GA4GH pedigree who are not among those `read`, and names the affected ones: a person of whom
/// only the place is known is not an individual of the catalogue.
void ReportPersonsWithoutRecord(Element pedigree, const HashSet<std::string>& read, Reporter& reporter);

/// Beacon's `pedigrees` of an individual, whose id is the draft's: a row for each that has the individual as a member.
void ReadBeaconPedigrees(RecordDraft& draft, const JsonPath& at, Element value);

/// A person in the pedigree of an individual.
struct Relative {
  std::string id;
  std::string family;
  std::string role;  ///< from the proband's point of view, or ""
};
/// The other members of the pedigrees that a Beacon individual, `record`, has.
std::vector<Relative> RelativesIn(Element record, std::string_view individual);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PHENOPACKET_READ_PEDIGREE_H_
