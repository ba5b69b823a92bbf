#include "engine/import/record/label_counts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Of a code. One with more labels than this has a free text beside it; further ones are not told apart.
constexpr size_t kMaxLabels = 100;

}  // namespace

void LabelCounts::Add(LabelOfCode label) {
  const auto [found, is_new] = index_.emplace(model::Concat({label.code, "\n", label.label}), labels_.size());
  if (is_new) {
    labels_.push_back(std::move(label));
    return;
  }
  LabelOfCode& known = labels_[found->second];
  known.times += label.times;
  if (label.file == known.file && label.record < known.record) {
    label.times = known.times;
    known = std::move(label);
  }
}

void LabelCounts::Absorb(LabelCounts& other) {
  for (LabelOfCode& label : other.labels_) Add(std::move(label));
  other = LabelCounts();
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
  std::vector<LabelOfCode>& labels = codes_[number].labels;
  for (LabelOfCode& known : labels) {
    if (known.label != label) continue;
    ++known.times;
    return false;
  }
  if (labels.size() >= kMaxLabels) return false;
  if (labels.empty()) counted_.push_back(number);
  LabelOfCode& added = labels.emplace_back();
  added.label = label;
  added.times = 1;
  last_ = number;
  return true;
}

void LabelCounter::SetPlace(std::string_view file, uint64_t record, uint64_t line, std::string_view id) {
  LabelOfCode& added = codes_[last_].labels.back();
  added.file = file;
  added.record = record;
  added.line = line;
  added.id = id;
}

void LabelCounter::FlushInto(LabelCounts& counts) {
  for (const uint32_t number : counted_) {
    Code& code = codes_[number];
    for (LabelOfCode& label : code.labels) {
      label.code = code.text;
      counts.Add(std::move(label));
    }
    code.labels.clear();
  }
  counted_.clear();
}

}  // namespace muster::import
