// What a mapping names and no record of the import had.
#ifndef MUSTER_ENGINE_IMPORT_UNUSED_RULES_H_
#define MUSTER_ENGINE_IMPORT_UNUSED_RULES_H_

#include <string>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// After the last record: reports each rule that made nothing, because nothing stood at its path or because its "when"
/// never held, and each field of the others to which no value was found, markers of missing ones aside. Tables of
/// `not_read` had no file, which is told already.
void ReportUnusedRules(const Mapping& mapping, const std::vector<std::string>& not_read, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_UNUSED_RULES_H_
