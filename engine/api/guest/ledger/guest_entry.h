// Private to api/: what the ledger keeps of a guest's statement.
#ifndef MUSTER_ENGINE_API_GUEST_LEDGER_GUEST_ENTRY_H_
#define MUSTER_ENGINE_API_GUEST_LEDGER_GUEST_ENTRY_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/api/guest/known/known_texts.h"
#include "engine/api/guest/view/guest_context.h"
#include "engine/release/ledger/ledger_entry.h"
#include "muster/query.h"
#include "muster/table.h"

namespace muster::api {

/// A hash that is equal for statements with the same answer in one epoch, which is paid for once: of the words of
/// statement `i`, the cohorts and datasets that they are about, the policy, and the requested versions of ontologies.
uint64_t QuestionOf(const KnownText& text, size_t i, const QueryOptions& options, const GuestContext& context);

/// The ledger entry of statement `i`, whose answer so far is `answer`: who asked what, and the outcome.
release::StoredEntry EntryOf(const KnownText& text, size_t i, const Answer& answer, const QueryOptions& options,
                             const GuestContext& context);

/// "answered", or the code of the first error.
std::string OutcomeOf(const Answer& answer);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_LEDGER_GUEST_ENTRY_H_
