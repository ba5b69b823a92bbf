// The plan of a query: set algebra over the rows of a segment's entities. The same plan runs on every segment.
#ifndef MUSTER_ENGINE_PLAN_PLAN_H_
#define MUSTER_ENGINE_PLAN_PLAN_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"

namespace muster::plan {

struct Node;
using NodePtr = std::unique_ptr<Node>;

enum class Op {
  kNone,      ///< no row
  kAll,       ///< every row
  kPostings,  ///< union of the postings (kinds of posting x symbols) of a field
  kRange,     ///< rows whose column value is in [low, high]
  kAnd,
  kOr,
  kNot,
  kAtLeast,   ///< rows that at least `count` inputs have
  kToParent,  ///< semi-join: rows of `entity` that have at least `count` rows below them in the input
  kToChild,   ///< rows of `entity` whose parent row is in the input
  kPick,      ///< of the input's rows, the first (or last) by time below each row of `above`
  kTimes,     ///< rows whose time stands to another as `time_relation` says
  kNumbers,   ///< rows whose number stands to `factor` times another as `time_relation` says
  kOverlap,   ///< rows whose period overlaps that of a named row
  kEvents,    ///< rows with all inputs, of which some name rows (kToParent with a slot) that later ones speak of
  kNamed,     ///< the row in `slot` is in the input
  kRelative,  ///< places in families that have at least `count` persons so related in the input
  kPersons,   ///< individuals whose person has a record in the input; rows of a kToParent count over all records
};

/// Which codes a question about measurements asks for. A component of a panel that it finds by its own code, and not by
/// the panel's, counts by itself.
struct NamedCodes {
  ontology::SymbolSet codes;   ///< of assays or components; null: none
  ontology::SymbolSet assays;  ///< those of them that are not asked of components alone; null: none
};

struct Node {
  Op op = Op::kNone;
  model::Entity entity = model::Entity::kIndividual;  ///< whose rows come out
  std::vector<NodePtr> inputs;
  std::vector<model::PostingKind> posting_kinds;
  model::FieldId field = 0;
  model::Part part = model::kValuePart;
  ontology::SymbolSet symbols;  ///< kPostings: null stands for "any value"
  NamedCodes named;             ///< kToParent of several measurements
  int64_t low = 0;
  int64_t high = 0;
  int count = 1;
  bool distinct = false;             ///< kToParent: count distinct primary codes
  bind::Slot slot = bind::kThisRow;  ///< kToParent: what its row is named, if it is; kNamed: which
  std::vector<bind::Slot> others;    ///< kToParent: named rows of the input that do not count
  int dates = 0;                     ///< kToParent: count distinct days of `left` instead
  bool last = false;                 ///< kPick
  model::Entity above = model::Entity::kIndividual;
  bind::Moment left;
  bind::Moment right;
  model::TimeRelation time_relation = model::TimeRelation::kBefore;
  model::Distance distance;
  bool possibly = false;
  bool unknown = false;                                      ///< what is said of what cannot be compared
  double factor = 1;                                         ///< kNumbers
  std::shared_ptr<const model::QuantitySymbols> quantities;  ///< kNumbers
  bind::Relation relation = bind::Relation::kRelative;
  /// What it says depends on rows that an enclosing kEvents names: it has no rows by itself.
  bool dependent = false;
  std::string label;  ///< for `explain`
  int id = 0;         ///< numbers the nodes of a plan from 0, root first
};

struct Plan {
  NodePtr root;
  NamedCodes named;  ///< of measurements
  int node_count = 0;
};

/// One rewriting of a plan. It keeps the answer, so it may be left out: of a test, or of the search for a wrong result.
struct Pass {
  std::string_view name;
  std::string_view purpose;
  NodePtr (*rewrite)(NodePtr root);
};

/// The optimiser's passes, in the order in which they run.
std::span<const Pass> Passes();

/// Builds the plan of `where` and runs the passes over it, all but those named in `without`.
Plan MakePlan(const bind::Condition& where, std::span<const std::string> without = {});

/// The plan as a tree, one node a line. `notes`, if any, has a text per node id to put behind it. `in_use` as of
/// bind::Print.
std::string Print(const Plan& plan, const std::vector<std::string>* notes = nullptr,
                  const model::SymbolList* in_use = nullptr);
/// One line about a node, without its inputs.
std::string LineOf(const Node& node, const model::SymbolList* in_use = nullptr);
/// One line about each node, and its depth below `root`; in order of id.
std::vector<std::pair<int, std::string>> Describe(const Plan& plan, const model::SymbolList* in_use = nullptr);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_PLAN_H_
