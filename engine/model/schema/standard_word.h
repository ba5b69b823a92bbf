// Standard words for the synonyms that sources use.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_STANDARD_WORD_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_STANDARD_WORD_H_

#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// The word under which `field` has what `word` says; for most fields and words, `word` itself.
///
/// Assemblies go by the names of the Genome Reference Consortium: hg38, b38, GRCh38.p14 -> GRCh38; hg19, b37, hs37d5 ->
/// GRCh37; hg18 -> NCBI36; hs1 -> T2T-CHM13v2.0 (the UCSC Genome Browser's list of releases has both names). A patch
/// changes no coordinates, and hg19 differs from GRCh37 in the mitochondrion alone. Chromosomes go without chr, the
/// mitochondrion as MT. Roles in a family are those of English: index and Mutter are proband and mother. A sample's
/// type is tumour, not tumor. Fields with a vocabulary have its words (vocabulary.h): F and weiblich are female.
std::string StandardWord(FieldId field, std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_STANDARD_WORD_H_
