// Private to api/: the terms that criteria ask for, wherever they stand, for notes on what else has or has not the
// name.
#ifndef MUSTER_ENGINE_API_FOUND_ASKED_ASKED_TERMS_H_
#define MUSTER_ENGINE_API_FOUND_ASKED_ASKED_TERMS_H_

#include <string>
#include <vector>

#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Terms of rows of one entity, and all criteria of one kind that ask for them: each has to be true, or each false.
struct AskedTerms {
  model::Entity entity;
  const std::vector<grammar::Literal>* terms;
  grammar::Span span;     ///< of the first one
  bool none = false;      ///< who has none of them is asked for
  bool by_field = false;  ///< they are compared with the term of a row: has disease with term is T, count diseases
                          ///< where term is T
  bool plain = false;     ///< a conjunct that names them behind the entity, and no other
  std::vector<const grammar::Has*> has = {};
  std::vector<const grammar::Compare*> rows = {};  ///< of the rows that are counted

  /// Each with one more criterion on its row.
  grammar::Rewriting With(const grammar::Compare& also) const;
  /// Each asking for these codes as well, by its terms or by the comparison with the term of a row.
  grammar::Rewriting WithCodes(const std::vector<std::string>& codes) const;
};

/// Literals of codes.
std::vector<grammar::Literal> LiteralsOf(const std::vector<std::string>& codes);

/// Those of what is asked of `counted`, which must outlive them. Not of rows that are recorded as absent.
std::vector<AskedTerms> AskedTermsIn(const bind::SideBySide& criteria, model::Entity counted);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_ASKED_ASKED_TERMS_H_
