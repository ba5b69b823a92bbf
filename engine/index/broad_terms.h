// Stores the individuals with a broad term, such as "Abnormality of the nervous system" and the thousands of terms
// below it, beside the postings of these terms.
#ifndef MUSTER_ENGINE_INDEX_BROAD_TERMS_H_
#define MUSTER_ENGINE_INDEX_BROAD_TERMS_H_

#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "engine/ontology/terminology.h"
#include "storage/store.h"

namespace muster::index {

/// Of a segment with fewer individuals, unions are quickly made when they are asked for, and it is soon merged with
/// others.
inline constexpr uint32_t kWorthBroadTerms = 50'000;

/// Stores the unions of all broad terms of `ontologies` in those segments of the store's version that `wanted` accepts,
/// replacing the stored ones. A union is keyed by its symbols, not by a term: when ontologies change, it may no longer
/// be found, but is never wrong. Called by the thread that writes.
absl::Status StoreBroadTerms(storage::Store& store, const std::vector<ontology::OntologyPtr>& ontologies,
                             const model::DictionaryPtr& dictionary,
                             const std::function<bool(const storage::SegmentInfo&)>& wanted);

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_BROAD_TERMS_H_
