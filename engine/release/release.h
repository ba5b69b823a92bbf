// Lets the table of a statement out to the embedding program: differences and provenance. What guests get goes through
// door/ instead.
#ifndef MUSTER_ENGINE_RELEASE_RELEASE_H_
#define MUSTER_ENGINE_RELEASE_RELEASE_H_

#include <string>
#include <utility>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/release/differences.h"
#include "muster/table.h"

namespace muster::release {

/// What a statement has found, before it may leave: the counts, and which differences of them are asked for.
struct Unreleased {
  // NOLINTNEXTLINE(google-explicit-constructor): a table without differences is one.
  Unreleased(Table&& found, Differences asked = {}) : table(std::move(found)), differences(std::move(asked)) {}
  Table table;
  Differences differences;
};

/// Lets `found` out to the embedding program, which is trusted with exact numbers: computes the differences, and stamps
/// the table with what is needed to obtain the same numbers again. `statement` is the canonical text of the statement.
Table Release(Unreleased&& found, std::string statement, const bind::CatalogueView& view);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_RELEASE_H_
