// Proving that indexes and records agree.
#include <stop_token>

#include "bindings/c/calls.h"
#include "bindings/c/report_tables.h"
#include "muster/catalogue.h"

namespace {

// Thrown through Catalogue::Check, which is not told to stop in another way, and turns it into an error.
struct CheckCancelled {};

}  // namespace

muster_code muster_check(muster_catalogue* catalogue, muster_progress progress, void* user, muster_cancel* cancel,
                         muster_answers** report, muster_error** error) {
  if (report != nullptr) *report = nullptr;
  return muster::c::OnCatalogue(catalogue, error, [&](muster::c::Host& host) -> muster::c::Failure {
    if (!muster::c::IsOrNull(cancel)) return muster::c::Invalid("the token is none");
    bool cancelled = cancel != nullptr && cancel->source.stop_requested();
    if (cancelled) return {MUSTER_CANCELLED, "the check was cancelled"};
    const auto found = host.catalogue().Check([&](uint64_t done, uint64_t total) {
      cancelled = (cancel != nullptr && cancel->source.stop_requested()) ||
                  (progress != nullptr && progress(user, done, total, done) != 0);
      if (cancelled) throw CheckCancelled();
    });
    if (cancelled) return {MUSTER_CANCELLED, "the check was cancelled"};
    if (!found.ok()) return muster::c::FailureOf(found.status());
    return muster::c::HandOut(muster::c::TablesOf(*found), "", report);
  });
}
