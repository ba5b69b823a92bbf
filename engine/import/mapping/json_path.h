// The place of a value in a record.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_JSON_PATH_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_JSON_PATH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/import/mapping/mapping.h"

namespace muster::import {

/// One step of a path down from the record. Lives on the stack of the function that takes the step, and becomes a text
/// only when something is kept or reported.
class JsonPath {
 public:
  /// The record itself; `node` is the mapping's root, or null.
  explicit JsonPath(const MappingNode* node) : node_(node), node_known_(true) {}
  JsonPath(const JsonPath& parent, std::string_view key)
      : parent_(&parent),
        key_(key),
        node_known_(parent.KnowsNoNode()),
        row_(parent.row_),
        texts_unclear_(parent.texts_unclear_) {}
  JsonPath(const JsonPath& parent, size_t index)
      : parent_(&parent),
        index_(index),
        node_known_(parent.KnowsNoNode()),
        row_(parent.row_),
        texts_unclear_(parent.texts_unclear_) {}
  JsonPath(const JsonPath&) = default;
  JsonPath& operator=(const JsonPath&) = delete;

  /// As a JSON pointer: "/phenotypicFeatures/3/onset".
  std::string Pointer() const;
  /// The same without positions in arrays: "/phenotypicFeatures/onset".
  std::string Path() const;
  void AppendPath(std::string& out) const { Append(nullptr, &out); }
  void AppendBoth(std::string& pointer, std::string& path) const { Append(&pointer, &path); }

  /// What the mapping has to say about this place or places below it, or null. Looked up when it is first asked for:
  /// most values are taken without it.
  const MappingNode* node() const {
    if (!node_known_) FindNode();
    return node_;
  }
  /// Where the object or array stands that has the value; null of the record itself.
  const JsonPath* parent() const { return parent_; }
  /// The row derived from the innermost element around.
  uint32_t row() const { return row_; }
  void set_row(uint32_t row) { row_ = row; }
  /// Whether it is not known if the element here is observed or excluded.
  bool polarity_unknown() const { return polarity_unknown_; }
  void set_polarity_unknown() { polarity_unknown_ = true; }
  /// The same of the texts of lists below: an object around them says that they were not there, or may say so.
  bool texts_unclear() const { return texts_unclear_; }
  void set_texts_unclear() { texts_unclear_ = true; }
  /// Whether the element here is about another person: nothing is made of it.
  bool of_another() const { return of_another_; }
  void set_of_another() { of_another_ = true; }
  size_t index() const { return index_; }
  /// The name of the member here, or "" of an element of an array.
  std::string_view key() const { return key_; }

 private:
  static constexpr size_t kNoIndex = SIZE_MAX;
  bool KnowsNoNode() const { return node_known_ && node_ == nullptr; }
  void FindNode() const;
  // Either may be null.
  void Append(std::string* pointer, std::string* path) const;

  const JsonPath* parent_ = nullptr;
  std::string_view key_;
  size_t index_ = kNoIndex;
  mutable const MappingNode* node_ = nullptr;
  mutable bool node_known_ = false;
  uint32_t row_ = 0;
  bool texts_unclear_ = false;
  bool polarity_unknown_ = false;
  bool of_another_ = false;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_JSON_PATH_H_
