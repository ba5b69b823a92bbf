// The codes that a guest may know to exist. What is not listed for a tier does not exist for it, so nothing that the
// service says may depend on it.
#ifndef MUSTER_SERVE_BEACON_LISTED_CODES_H_
#define MUSTER_SERVE_BEACON_LISTED_CODES_H_

#include <string>

#include "serve/beacon/model_path.h"
#include "serve/node/node.h"

namespace muster::serve {

/// Whether a loaded ontology has the code's prefix. Then knowing the code reveals nothing about people.
bool IsOfLoadedOntology(const Node& node, const std::string& code);

/// Whether completion offers `guest` the code, or, where `or_below`, a code that continues it. After the values of the
/// field it offers codes of others, too.
bool IsOffered(const Node& node, const Caller& guest, const CodeField& field, const std::string& code, bool or_below);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_LISTED_CODES_H_
