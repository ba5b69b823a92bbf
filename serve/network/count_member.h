// Numbers of people in the answers of nodes.
#ifndef MUSTER_SERVE_NETWORK_COUNT_MEMBER_H_
#define MUSTER_SERVE_NETWORK_COUNT_MEMBER_H_

#include <cstdint>
#include <optional>

#include "serve/json/json.h"

namespace muster::serve {

/// More people than there are: sums of a thousand nodes stay far below what an integer holds.
inline constexpr int64_t kMaxCount = int64_t{1} << 50;

/// Nullopt: there is no such member, or it is not a number of people.
inline std::optional<int64_t> CountMember(const Json& object, const char* name) {
  const Json* member = Member(object, name);
  if (member == nullptr || !member->is_number_integer()) return std::nullopt;
  const int64_t count = member->get<int64_t>();
  return count < 0 || count > kMaxCount ? std::nullopt : std::optional(count);
}

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_COUNT_MEMBER_H_
