#include "engine/import/mapping/mapping.h"

#include <algorithm>
#include <optional>

#include "engine/import/input/json_value.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

std::string NameKey(std::string_view name) {
  std::string key = model::ToLower(model::Trim(name));
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

bool IsOneOf(std::string_view key, std::string_view aliases) {
  while (!aliases.empty()) {
    const size_t bar = std::min(aliases.find('|'), aliases.size());
    if (aliases.substr(0, bar) == key) return true;
    aliases.remove_prefix(std::min(bar + 1, aliases.size()));
  }
  return false;
}

}  // namespace

const model::EntityInfo* FindEntity(std::string_view name) {
  const std::string key = NameKey(name);
  for (const model::EntityInfo& info : model::Entities()) {
    if (key == info.name || key == info.plural || IsOneOf(key, info.aliases)) return &info;
  }
  return nullptr;
}

const model::Field* FindField(model::Entity entity, std::string_view name) {
  const std::string key = NameKey(name);
  for (const model::Field& field : model::Fields()) {
    if (field.entity == entity && key == field.name) return &field;
  }
  for (const model::Field& field : model::Fields()) {
    if (field.entity == entity && IsOneOf(key, field.aliases)) return &field;
  }
  return nullptr;
}

const MappingNode* MappingNode::Child(std::string_view key) const {
  for (const auto& [name, node] : children_) {
    if (KeyIs(key, name)) return node.get();
  }
  return any_.get();
}

const MappingNode* MappingNode::Child(size_t index) const {
  return children_.empty() ? any_.get() : Child(std::string_view(std::to_string(index)));
}

std::unique_ptr<MappingNode> MappingNode::Clone() const {
  auto copy = std::make_unique<MappingNode>();
  for (const auto& [name, node] : children_) copy->children_.emplace_back(name, node->Clone());
  if (any_ != nullptr) copy->any_ = any_->Clone();
  copy->rows_ = rows_;
  copy->taken_ = taken_;
  return copy;
}

MappingNode* MappingNode::Add(std::string_view step) {
  if (step == "*") {
    if (any_ == nullptr) any_ = std::make_unique<MappingNode>();
    return any_.get();
  }
  for (const auto& [name, node] : children_) {
    if (name == step) return node.get();
  }
  children_.emplace_back(step, any_ != nullptr ? any_->Clone() : std::make_unique<MappingNode>());
  return children_.back().second.get();
}

void Mapping::Mark(const Steps& from, const Steps& steps, const RowRule* row) {
  Steps all = from;
  all.insert(all.end(), steps.begin(), steps.end());
  if (root_ == nullptr) root_ = std::make_unique<MappingNode>();
  MarkBelow(*root_, all, 0, row);
}

void Mapping::MarkBelow(MappingNode& node, const Steps& steps, size_t next, const RowRule* row) {
  if (next == steps.size()) {
    if (row == nullptr) {
      node.taken_ = true;
    } else if (std::find(node.rows_.begin(), node.rows_.end(), row) == node.rows_.end()) {
      node.rows_.push_back(row);
    }
    return;
  }
  if (steps[next] == "*") {
    for (auto& [name, child] : node.children_) MarkBelow(*child, steps, next + 1, row);
  }
  MarkBelow(*node.Add(steps[next]), steps, next + 1, row);
}

}  // namespace muster::import
