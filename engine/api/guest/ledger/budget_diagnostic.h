// Private to api/: the error for a guest whose budget does not allow a text.
#ifndef MUSTER_ENGINE_API_GUEST_LEDGER_BUDGET_DIAGNOSTIC_H_
#define MUSTER_ENGINE_API_GUEST_LEDGER_BUDGET_DIAGNOSTIC_H_

#include <cstddef>

#include "engine/release/ledger/accounts.h"
#include "engine/release/policy/policy.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// The error budget-used-up over a whole text of `statements` statements and `text_bytes` bytes, with the time from
/// which on to ask again, if there is one.
Diagnostic BudgetDiagnostic(const release::BudgetRefusal& refusal, const release::Tier& tier, size_t statements,
                            size_t text_bytes);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_LEDGER_BUDGET_DIAGNOSTIC_H_
