// Proving that indexes and records agree.
#include "bindings/c/calls.h"
#include "bindings/c/options.h"
#include "bindings/c/report_tables.h"
#include "muster/catalogue.h"

namespace {

// Thrown through Catalogue::Check, which a callback cannot stop in another way, and which turns it into an error.
struct StoppedByCallback {};

}  // namespace

muster_code muster_check(muster_catalogue* catalogue, muster_progress progress, void* user, muster_cancel* cancel,
                         muster_answers** report, muster_error** error) {
  if (report != nullptr) *report = nullptr;
  return muster::c::OnCatalogue(catalogue, error, [&](muster::c::Host& host) -> muster::c::Failure {
    if (!muster::c::IsOrNull(cancel)) return muster::c::Invalid("the token is none");
    bool stopped = false;
    const auto tell = [&](uint64_t done, uint64_t total) {
      stopped = progress(user, done, total, done) != 0;
      if (stopped) throw StoppedByCallback();
    };
    const auto found = progress == nullptr ? host.catalogue().Check({}, muster::c::BoundsOf(cancel))
                                           : host.catalogue().Check(tell, muster::c::BoundsOf(cancel));
    if (stopped) return {MUSTER_CANCELLED, "the check was cancelled"};
    if (!found.ok()) return muster::c::FailureOf(found.status());
    return muster::c::HandOut(muster::c::TablesOf(*found), "", report);
  });
}
