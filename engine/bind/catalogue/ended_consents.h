// Granted consents that may have ended: a record with status granted keeps it when another record withdraws the
// consent.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_ENDED_CONSENTS_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_ENDED_CONSENTS_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/model/record/symbol_list.h"
#include "storage/segment_reader.h"

namespace muster::bind {

struct ConsentWords {
  const model::SymbolList& granted;                ///< of the status
  const model::SymbolList& refusals;               ///< of the status: refused, withdrawn
  const model::SymbolList* permissions = nullptr;  ///< only these; null: any, also none
};

/// The live individuals of the segment who have a granted consent, and a refusal or withdrawal of the same permission
/// and data use that is later, or may be since one of the two has no date.
absl::StatusOr<uint64_t> CountEndedConsents(const storage::SegmentReader& segment, const ConsentWords& words);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_ENDED_CONSENTS_H_
