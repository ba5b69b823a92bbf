// The mapping: describes members of the input that no standard defines.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_MAPPING_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_MAPPING_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/mapping/table.h"
#include "engine/import/mapping/words.h"
#include "engine/model/document/collection.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// The steps of a JSON pointer, with keys in camel case; "*" means each element of an array or member of an object.
using Steps = std::vector<std::string>;

/// Whether something was met while the import went on; rules that were copied from each other share it. Thread-safe.
using Met = std::shared_ptr<std::atomic<bool>>;
inline Met NotMet() { return std::make_shared<std::atomic<bool>>(false); }
/// Writes only once: several threads read by the same rules.
inline void Note(const Met& met) {
  if (!met->load(std::memory_order_relaxed)) met->store(true, std::memory_order_relaxed);
}

/// Where a field's value comes from.
struct FieldRule {
  model::FieldId field = 0;
  bool excluded = false;    ///< not a field, but the row's polarity
  bool comparator = false;  ///< not the value of the field, but how it is compared: "<"
  bool constant = false;
  bool of_cell = false;    ///< of a row of a table
  bool by_values = false;  ///< the same, and "values" of the column define what its cells mean
  Steps steps;             ///< from the matched element, unless constant
  std::string text;        ///< the constant
  Met found = NotMet();    ///< a value, of whatever record
};

/// What an element must have for a rule to make a row of it.
struct Condition {
  Steps steps;                      ///< from the element to a value
  std::vector<std::string> values;  ///< the value is one of these; if empty, any
};

/// Elements of the input that become rows.
struct RowRule {
  model::Entity entity = model::Entity::kIndividual;
  Steps from;
  std::vector<FieldRule> fields;
  std::vector<Condition> when;  ///< all of them hold
  bool parent_by_id = false;
  Steps parent_id;             ///< from the matched element, if parent_by_id
  std::string denying_place;   ///< where the code is read and nothing says that it was observed (DenyingStep)
  bool sets_strategy = false;  ///< of a run: the strategy has a rule of its own
  bool of_table = false;       ///< its elements are rows of a table
  Met reached = NotMet();      ///< an element
  Met applied = NotMet();      ///< one for which `when` holds
  Met made = NotMet();         ///< one whose fields were looked at for a row
};

/// A place of the input (or several, with "*") that is on the path of a rule.
class MappingNode {
 public:
  const MappingNode* Child(std::string_view key) const;
  const MappingNode* Child(size_t index) const;
  /// Rules for the element that stands here.
  const std::vector<const RowRule*>& rows() const { return rows_; }
  /// Whether `is_it` is true for a rule for texts, or lists of them, in members of the element here.
  template <typename IsIt>
  bool AnyRuleOfTexts(IsIt is_it) const;
  /// True when a field or the identity takes the value that stands here.
  bool taken() const { return taken_; }

 private:
  friend class Mapping;
  MappingNode* Add(std::string_view step);
  std::unique_ptr<MappingNode> Clone() const;

  std::vector<std::pair<std::string, std::unique_ptr<MappingNode>>> children_;
  std::unique_ptr<MappingNode> any_;  // "*"; its rules apply to the other children as well
  std::vector<const RowRule*> rows_;
  bool taken_ = false;
};

template <typename IsIt>
bool MappingNode::AnyRuleOfTexts(IsIt is_it) const {
  return std::any_of(children_.begin(), children_.end(), [&](const auto& child) {
    const auto any = [&](const MappingNode& node) { return std::any_of(node.rows_.begin(), node.rows_.end(), is_it); };
    return any(*child.second) || (child.second->any_ != nullptr && any(*child.second->any_));
  });
}

/// A compiled mapping (docs/data-model.md describes the text). Immutable, except for the record of which rules found
/// values.
class Mapping {
 public:
  /// InvalidArgument, naming the place in the mapping, when something is wrong with it. "" is the empty mapping.
  static absl::StatusOr<Mapping> Parse(std::string_view json);

  const Steps& identity() const { return identity_; }
  const std::vector<FieldRule>& individual() const { return individual_; }
  const std::vector<std::unique_ptr<RowRule>>& rules() const { return rules_; }
  /// Datasets and cohorts that the mapping describes.
  const std::vector<model::Collection>& collections() const { return collections_; }
  /// Tables in CSV and the like that the mapping describes; their rows are objects in `/NAME/...`.
  const std::vector<Table>& tables() const { return tables_; }
  /// Of individual(), what comes from table number `table`, with pointers from its row.
  const std::vector<FieldRule>& individual_of(size_t table) const { return individual_of_[table]; }
  /// Markers of missing values and words, with those of the mapping.
  const WordRules& words() const { return words_; }
  /// Values that are treated as defaults for missing ones.
  const model::Plausibility& plausibility() const { return plausibility_; }
  /// Null if the mapping defines nothing but the identity "/id".
  const MappingNode* root() const { return root_.get(); }

 private:
  struct Parser;
  void Mark(const Steps& from, const Steps& steps, const RowRule* row);
  static void MarkBelow(MappingNode& node, const Steps& steps, size_t next, const RowRule* row);

  Steps identity_ = {"id"};
  std::vector<FieldRule> individual_;
  WordRules words_;
  std::vector<model::Collection> collections_;
  std::vector<Table> tables_;
  std::vector<std::vector<FieldRule>> individual_of_;
  model::Plausibility plausibility_;
  std::vector<std::unique_ptr<RowRule>> rules_;
  std::unique_ptr<MappingNode> root_;
};

/// Fields and entities by the names and aliases of the model, ignoring case; '_' is the same as a blank.
const model::EntityInfo* FindEntity(std::string_view name);
const model::Field* FindField(model::Entity entity, std::string_view name);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_MAPPING_H_
