#include "engine/import/record/label_counts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Of a code in one batch. One with more labels than this has a free text beside it; further ones are not counted.
constexpr size_t kMaxLabels = 100;

}  // namespace

size_t LabelCounts::IndexOf(LabelOfCode label) {
  const auto [found, is_new] = index_.emplace(model::Concat({label.code, "\n", label.label}), labels_.size());
  const size_t index = found->second;
  if (is_new) {
    labels_.push_back(std::move(label));
    labels_.back().times = 0;
  } else if (label.file == labels_[index].file && label.record < labels_[index].record) {
    label.times = labels_[index].times;
    labels_[index] = std::move(label);
  }
  return index;
}

void LabelCounts::Add(LabelOfCode label) {
  const uint64_t times = label.times;
  labels_[IndexOf(std::move(label))].times += times;
}

void LabelCounts::Add(const LabelBatch& batch) {
  if (batch.labels != nullptr) kept_.try_emplace(batch.labels.get(), batch.labels);
  for (const auto& [label, times] : batch.times) {
    auto found = known_.find(label);
    if (found == known_.end()) found = known_.emplace(label, IndexOf(*label)).first;
    labels_[found->second].times += times;
  }
}

std::vector<LabelOfCode> LabelCounts::Take() {
  std::vector<LabelOfCode> labels = std::move(labels_);
  *this = LabelCounts();
  std::sort(labels.begin(), labels.end(), [](const LabelOfCode& a, const LabelOfCode& b) {
    return std::tie(a.code, b.times, a.label) < std::tie(b.code, a.times, b.label);
  });
  return labels;
}

uint32_t LabelCounter::NumberOf(std::string_view code) {
  const auto [found, is_new] = numbers_.emplace(std::string(code), static_cast<uint32_t>(codes_.size()));
  if (is_new) codes_.push_back({std::string(code), {}});
  return found->second;
}

bool LabelCounter::Count(uint32_t number, std::string_view label) {
  Code& code = codes_[number];
  auto known = std::find_if(code.labels.begin(), code.labels.end(),
                            [&](const Known& other) { return other.label->label == label; });
  if (known != code.labels.end() && known->times > 0) {
    ++known->times;
    return false;
  }
  if (code.in_batch >= kMaxLabels) return false;
  if (code.in_batch++ == 0) counted_.push_back(number);
  const bool is_new = known == code.labels.end();
  if (is_new) {
    LabelOfCode& added = labels_->emplace_back();
    added.code = code.text;
    added.label = label;
    known = code.labels.insert(code.labels.end(), {&added, 0});
  }
  known->times = 1;
  return is_new;
}

void LabelCounter::SetPlace(std::string_view file, uint64_t record, uint64_t line, std::string_view id) {
  LabelOfCode& added = labels_->back();
  added.file = file;
  added.record = record;
  added.line = line;
  added.id = id;
}

LabelBatch LabelCounter::TakeBatch() {
  LabelBatch batch;
  batch.labels = labels_;
  for (const uint32_t number : counted_) {
    Code& code = codes_[number];
    for (Known& known : code.labels) {
      if (known.times > 0) batch.times.push_back({known.label, std::exchange(known.times, 0)});
    }
    code.in_batch = 0;
    // Of free texts none comes again.
    if (code.labels.size() > kMaxLabels) code.labels.clear();
  }
  counted_.clear();
  return batch;
}

}  // namespace muster::import
