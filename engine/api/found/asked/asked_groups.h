// Private to api/: the criteria on coded records that ask for people together, for notes on records that none of them
// reaches.
#ifndef MUSTER_ENGINE_API_FOUND_ASKED_ASKED_GROUPS_H_
#define MUSTER_ENGINE_API_FOUND_ASKED_ASKED_GROUPS_H_

#include <vector>

#include "engine/api/found/asked/asked_terms.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// The criteria of one entity that ask for people together: one that has to be true, or all of which one has to be, or
/// all that have to be false.
struct AskedGroup {
  model::Entity entity;
  bool none;
  std::vector<const AskedTerms*> asked;

  /// Each asking for any row in place of its terms.
  grammar::Rewriting WithAny() const;
};

/// Those of `asked`, which must outlive them. Not of terms that are asked for without what lies below, nor where `said`
/// has it that a code is of no use.
std::vector<AskedGroup> AskedGroupsOf(const std::vector<AskedTerms>& asked, const std::vector<Diagnostic>& said);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_ASKED_ASKED_GROUPS_H_
