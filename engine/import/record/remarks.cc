#include "engine/import/record/remarks.h"

#include <algorithm>
#include <utility>

#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Values come from the input: a hostile file must not make the report grow without end.
constexpr size_t kMaxValues = 1000;
constexpr size_t kMaxExamples = 2;

}  // namespace

std::string WithoutIndices(std::string_view pointer) {
  std::string path;
  while (!pointer.empty()) {
    const size_t end = std::min(pointer.find('/', 1), pointer.size());
    if (pointer.front() != '/' || !model::OnlyDigits(pointer.substr(1, end - 1))) path.append(pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return path;
}

std::string Shown(std::string_view text, size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;  // not within a character
  return std::string(text.substr(0, most)) + "...";
}

Remarks::Group& Remarks::GroupOf(ImportProblem::Kind kind, std::string_view what, std::string_view advice) {
  auto found = by_what_.find(what);
  if (found == by_what_.end()) {
    found = by_what_.emplace(std::string(what), groups_.size()).first;
    ImportRemark& added = groups_.emplace_back().remark;
    added.kind = kind;
    added.what = what;
    added.advice = advice;
  }
  last_ = found->second;
  return groups_[last_];
}

bool Remarks::CountValue(Group& group, std::string_view path, std::string_view value, uint64_t times) {
  const std::string key = model::Concat({path, "\n", value});
  auto found = group.index.find(key);
  if (found == group.index.end()) {
    if (bounded_ && group.remark.values.size() >= kMaxValues) {
      group.remark.other_values += times;
      return false;
    }
    group.index.emplace(key, group.remark.values.size());
    group.remark.values.push_back({std::string(path), std::string(value), times});
    return true;
  }
  group.remark.values[found->second].count += times;
  return false;
}

bool Remarks::Count(const RemarkKind& kind, std::string_view where, std::string_view value, bool* new_value) {
  Group& group = GroupOf(kind.kind, kind.what, kind.advice);
  group.place = kind.place;
  ++group.remark.count;
  *new_value = CountValue(group, WithoutIndices(where), Shown(value), 1);
  return group.remark.examples.empty() || (group.remark.examples.size() < kMaxExamples && (*new_value || !group.spare));
}

void Remarks::Offer(Group& group, ImportProblem problem) {
  std::vector<ImportProblem>& examples = group.remark.examples;
  if (examples.size() >= kMaxExamples) return;
  if (examples.empty() || examples[0].value != problem.value) {
    examples.push_back(std::move(problem));
  } else if (!group.spare.has_value() && !group.one_of_a_value) {
    group.spare = std::move(problem);
  }
}

void Remarks::AddExample(ImportProblem problem, bool one_of_a_value) {
  groups_[last_].one_of_a_value = one_of_a_value;
  Offer(groups_[last_], std::move(problem));
}

void Remarks::Absorb(Remarks& part) {
  for (Group& from : part.groups_) {
    Group& group = GroupOf(from.remark.kind, from.remark.what, from.remark.advice);
    group.remark.count += from.remark.count;
    group.place = from.place;
    group.one_of_a_value = group.one_of_a_value || from.one_of_a_value;
    for (const ImportRemark::Value& value : from.remark.values) CountValue(group, value.path, value.value, value.count);
    // In the order in which they came: the spare is behind the first, and is not before one of another value.
    std::vector<ImportProblem>& examples = from.remark.examples;
    if (!examples.empty()) Offer(group, std::move(examples[0]));
    if (from.spare.has_value()) Offer(group, *std::move(from.spare));
    for (size_t i = 1; i < examples.size(); ++i) Offer(group, std::move(examples[i]));
  }
  part.groups_.clear();
  part.by_what_.clear();
}

std::vector<ImportRemark> Remarks::Finish() && {
  for (Group& group : groups_) {
    ImportRemark& remark = group.remark;
    if (remark.examples.size() == 1 && group.spare.has_value()) remark.examples.push_back(*std::move(group.spare));
    std::stable_sort(remark.values.begin(), remark.values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
  }
  std::sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) {
    const bool a_rejected = a.remark.kind == ImportProblem::Kind::kRejected;
    const bool b_rejected = b.remark.kind == ImportProblem::Kind::kRejected;
    if (a_rejected != b_rejected) return a_rejected;
    if (a.place != b.place) return a.place < b.place;
    return a.remark.count != b.remark.count ? a.remark.count > b.remark.count : a.remark.what < b.remark.what;
  });
  std::vector<ImportRemark> remarks;
  remarks.reserve(groups_.size());
  for (Group& group : groups_) remarks.push_back(std::move(group.remark));
  return remarks;
}

}  // namespace muster::import
