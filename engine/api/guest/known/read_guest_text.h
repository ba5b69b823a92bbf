// Private to api/: the first that is done with a guest's text.
#ifndef MUSTER_ENGINE_API_GUEST_KNOWN_READ_GUEST_TEXT_H_
#define MUSTER_ENGINE_API_GUEST_KNOWN_READ_GUEST_TEXT_H_

#include <memory>
#include <string_view>

#include "engine/api/guest/known/known_texts.h"
#include "engine/api/guest/questions/own_cohorts.h"
#include "engine/api/guest/view/guest_view.h"
#include "muster/query.h"

namespace muster::api {

/// Reads `text`, judges its statements by their words and takes them apart; nothing is bound or counted. What is wrong
/// with it is in `said`. `cohorts` are those that the guest has before its first statement.
std::shared_ptr<KnownText> ReadGuestText(std::string_view text, const QueryOptions& options, const GuestView& guest,
                                         const OwnCohorts& cohorts);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_KNOWN_READ_GUEST_TEXT_H_
