// Private to api/: people who are found, or not, by the names of terms.
#ifndef MUSTER_ENGINE_API_FOUND_OTHER_NAMES_H_
#define MUSTER_ENGINE_API_FOUND_OTHER_NAMES_H_

#include <vector>

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// Where a disease is asked for, wherever that stands, and terms below it are another thing by their names
/// (bind::FindTermsBelow): how many are found by these alone, or are left out for these alone. Silent where another
/// criterion asks for such a term. And where a disease or a phenotype is asked for behind `or`, by the term of a row,
/// or of those whose rows are counted, and the other of the two is recorded under its name (bind::FindNamesake): how
/// many more would be found by both, or left out. Of a conjunct that names it the binder's remarks say it; silent where
/// `said` has it.
void NoteOtherNames(const bind::SideBySide& criteria, const std::vector<Diagnostic>& said, FoundPeople* found,
                    bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_OTHER_NAMES_H_
