// What a mapping names and no record of the import had.
#ifndef MUSTER_ENGINE_IMPORT_UNUSED_RULES_H_
#define MUSTER_ENGINE_IMPORT_UNUSED_RULES_H_

#include <string>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// After the last record: reports each rule that made no row, as there was nothing at its path or its "when" was never
/// true; and for the other rules, each field for which no value was found, not counting markers of missing values.
/// Skips tables of `not_read`, which had no file, as that was already reported.
void ReportUnusedRules(const Mapping& mapping, const std::vector<std::string>& not_read, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_UNUSED_RULES_H_
