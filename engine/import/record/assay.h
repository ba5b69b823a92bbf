// Names of assays in one spelling.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_ASSAY_H_
#define MUSTER_ENGINE_IMPORT_RECORD_ASSAY_H_

#include <string>
#include <string_view>

namespace muster::import {

struct Assay {
  std::string keyword;  ///< "wgs", "wes", "panel", "array", "rna-seq", ...
  bool known = false;   ///< false: `keyword` is the text in lower case
};

/// The kind of assay that a library strategy, a free text ("Short read Illumina WGS sequencing") or a code
/// (OBI:0002117) means; docs/data-model.md has the table.
Assay NormalizeAssay(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_ASSAY_H_
