// The members of a phenopacket, into a record.
#ifndef MUSTER_ENGINE_IMPORT_PHENOPACKET_READ_PACKET_H_
#define MUSTER_ENGINE_IMPORT_PHENOPACKET_READ_PACKET_H_

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/draft/record_draft.h"

namespace muster::import {

/// Reads what `packet` has, which stands at `root`, into the draft of its individual, and makes what `mapping` makes of
/// it.
void ReadPacketParts(RecordDraft& draft, const JsonPath& root, Element packet, const Mapping& mapping);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PHENOPACKET_READ_PACKET_H_
