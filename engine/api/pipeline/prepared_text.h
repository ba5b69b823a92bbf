// Private to api/: a query text after its first three stages: parsed, bound and planned.
#ifndef MUSTER_ENGINE_API_PIPELINE_PREPARED_TEXT_H_
#define MUSTER_ENGINE_API_PIPELINE_PREPARED_TEXT_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/api/pipeline/kept_notes.h"
#include "engine/bind/bound/bound.h"
#include "engine/plan/plan.h"
#include "grammar/parameters/parameters.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::api {

using Statements = std::shared_ptr<const std::vector<grammar::Statement>>;

/// A parsed text, before parameters are replaced. Immutable, and the same for all versions of the catalogue.
struct ParsedText {
  std::vector<grammar::Statement> statements;
  std::vector<grammar::ParameterUse> parameters;
};
using ParsedTextPtr = std::shared_ptr<const ParsedText>;

/// Microseconds that a stage took.
struct StageTimes {
  int64_t parse = 0;
  int64_t bind = 0;
  int64_t plan = 0;
  int64_t execute = 0;
};

/// The plans of one condition.
struct Plans {
  plan::Plan where;    ///< no root: the statement has no criteria
  plan::Plan open;     ///< of bind::Variant::open; else no root
  plan::Plan persons;  ///< of the same criteria about persons, where these are counted beside individuals; else no root
};

struct PreparedStatement {
  std::vector<Diagnostic> diagnostics;
  bind::Query query;  ///< only where no diagnostic is an error; a count's or list's criteria only before Plan()
  Plans plans;        ///< of the query's own criteria
  std::vector<Plans> variants;  ///< parallel to query.variants
  int64_t plan_microseconds = 0;
  KeptNotes found_notes = {};  ///< FoundNotes, once the statement has been answered
};

/// Valid for one version of the catalogue. Immutable but for `microseconds` and the notes that are kept.
struct PreparedText {
  ParsedTextPtr parsed;   ///< null where the text could not be read
  Statements statements;  ///< with values in place of parameters
  std::vector<PreparedStatement>
      prepared;      ///< parallel to `statements`; if the text cannot be parsed, one element with its errors
  StageTimes times;  ///< of parsing and binding the whole text
  mutable std::atomic<int64_t> microseconds = 0;  ///< what the last execution took

  bool HasErrors() const {
    for (const PreparedStatement& statement : prepared) {
      if (muster::HasErrors(statement.diagnostics)) return true;
    }
    return false;
  }
};
using PreparedTextPtr = std::shared_ptr<const PreparedText>;

/// Estimate of its memory in bytes, including what it shares with others.
size_t SizeInBytes(const PreparedText& text);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_PREPARED_TEXT_H_
