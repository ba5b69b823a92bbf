// Private to api/: completion for a guest, restricted to what the tier offers.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_COMPLETION_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_COMPLETION_H_

#include <cstddef>
#include <string_view>

#include "engine/api/guest/view/guest_view.h"
#include "muster/catalogue.h"

namespace muster::api {

/// As Complete, of listed values, without the statements that the tier does not have and the names that it hides.
Completions CompleteForGuest(std::string_view text, size_t cursor, const GuestView& guest);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_COMPLETION_H_
