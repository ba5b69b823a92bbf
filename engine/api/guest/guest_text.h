// Private to api/: a guest's text, from its parse to what is shown of its answers.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_TEXT_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/guest/view/guest_context.h"
#include "engine/api/guest/view/guest_view.h"
#include "muster/query.h"

namespace muster::api {

/// How numbers leave for the guest: "registered/3".
std::string ReleaseName(const GuestView& guest);

/// Answers every statement of `text`, or none: what is refused by text, then what is beyond the budget, then what
/// cannot be bound stops all. What is not handled here for guests is refused, never answered exactly.
absl::StatusOr<std::vector<Answer>> AnswerGuest(std::string_view text, const QueryOptions& options,
                                                const GuestContext& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_TEXT_H_
