// Who asks, after tokens have been looked at.
#ifndef MUSTER_SERVE_NODE_CALLER_H_
#define MUSTER_SERVE_NODE_CALLER_H_

#include <set>
#include <string>

namespace muster::serve {

enum class Tier { kPublic, kRegistered, kControlled };

inline const char* NameOf(Tier tier) {
  return tier == Tier::kPublic ? "public" : tier == Tier::kRegistered ? "registered" : "controlled";
}

struct Caller {
  /// What he is without a grant: public or registered.
  Tier tier = Tier::kPublic;
  std::string name = "public";   ///< for the ledger; of a token, its subject and issuer
  std::set<std::string> grants;  ///< datasets that a visa opens to him: tier controlled there
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_CALLER_H_
