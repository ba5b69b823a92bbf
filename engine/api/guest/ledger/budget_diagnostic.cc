#include "engine/api/guest/ledger/budget_diagnostic.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"

namespace muster::api {

Diagnostic BudgetDiagnostic(const release::BudgetRefusal& refusal, const release::Tier& tier, size_t statements,
                            size_t text_bytes) {
  const auto per_minute = tier.budget.per_minute;
  std::string message = refusal.is_rate ? absl::StrCat("no more than ", per_minute, " statements a minute are answered")
                                        : "nothing more is answered now";
  std::vector<std::string> hints = {"ask the host of the catalogue"};
  if (refusal.is_rate && std::cmp_greater(statements, per_minute)) {
    hints = {"ask fewer in one text"};
  } else if (refusal.again.has_value()) {
    const absl::Time again = absl::FromUnixMicros(*refusal.again);
    hints = {absl::StrCat("ask again from ", absl::FormatTime("%Y-%m-%d %H:%M:%S UTC", again, absl::UTCTimeZone()))};
  }
  return {Severity::kError, "budget-used-up", std::move(message), 0, text_bytes, std::move(hints)};
}

}  // namespace muster::api
