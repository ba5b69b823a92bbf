// Allelic states by answers of LOINC, by words and by genotypes, as sources write them.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_ALLELIC_STATE_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_ALLELIC_STATE_H_

#include <cstdint>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"

namespace muster::import {

class RecordDraft;

/// Whether what stands at `at` in place of an allelic state, or of a gene, says that there is no variant ("0/0", "wild
/// type"); it is then reported.
bool IsNoVariant(RecordDraft& draft, const JsonPath& at, Element value);

/// Reports that a text in place of an HGVS expression or a label says so ("c.76=", "no pathogenic variant found").
void ReportNoVariant(RecordDraft& draft, const JsonPath& at, Element value);

/// Whether `value` of a variant's allelic state is that of a person who has it: "het", "0/1", GENO:0000135.
bool IsAllelicState(Element value);

/// Sets the allelic state of a variant to GENO's code for what `value` is, a class or a text, and reports it: by its
/// code, or, where there is none, by its label. False when it is none of those that are known; nothing is set then.
bool SetAllelicState(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_ALLELIC_STATE_H_
