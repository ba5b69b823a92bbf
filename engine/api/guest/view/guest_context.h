// Private to api/: a guest's question besides its text: who asks, what that guest sees, ledger and caches.
#ifndef MUSTER_ENGINE_API_GUEST_VIEW_GUEST_CONTEXT_H_
#define MUSTER_ENGINE_API_GUEST_VIEW_GUEST_CONTEXT_H_

#include "engine/api/guest/view/guest_view.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/release/ledger/ledger.h"
#include "muster/guest.h"

namespace muster::api {

class KnownTexts;

/// What a guest's questions need beside their text.
struct GuestContext {
  const GuestView& guest;
  const Principal& principal;
  release::Ledger& ledger;
  KnownTexts& known;
  execute::UnionCache* unions = nullptr;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_VIEW_GUEST_CONTEXT_H_
