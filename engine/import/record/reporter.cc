#include "engine/import/record/reporter.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {
// Paths and codes come from the input: a hostile file must not make the report grow without end. What parts collect is
// bounded by what they read.
constexpr size_t kMaxDifferentKeys = 10000;
constexpr size_t kMaxTold = size_t{1} << 20;
constexpr size_t kMaxShownText = 500;
}  // namespace

void Reporter::BeginFile(std::string name) {
  file_ = std::move(name);
  ++report_.files;
  BeginRecord(0, 0);
}

void Reporter::BeginRecord(uint64_t number, uint64_t line) {
  record_ = number;
  line_ = line;
  id_.clear();
}

void Reporter::ReturnTo(const std::string& file, uint64_t number, uint64_t line) {
  file_ = file;
  BeginRecord(number, line);
}

void Reporter::Count(const RemarkKind& kind) {
  if (kind.kind == ImportProblem::Kind::kRejected) ++report_.rejected;
  if (kind.kind == ImportProblem::Kind::kNote) notes_.Add(kind.what, 1, MaxKeys());
}

void Reporter::Report(const RemarkKind& kind, std::string_view where, std::string_view value, std::string_view reason) {
  if (reason.empty()) reason = kind.what;
  Count(kind);
  bool new_value = false;
  if (remarks_.Count(kind, where, value, &new_value)) {
    remarks_.AddExample(MakeProblem(kind.kind, where, reason, value), /*one_of_a_value=*/false);
  }
  ++report_.problem_count;
  if (report_.problems.size() < max_problems_) {
    report_.problems.push_back(MakeProblem(kind.kind, where, reason, value));
  }
}

bool Reporter::CountOfEach(const RemarkKind& kind, std::string_view path, std::string_view value) {
  Count(kind);
  bool new_value = false;
  remarks_.Count(kind, path, value, &new_value);
  return extent_ == Extent::kPart ? new_value : IsFirst(kind.what, path, Shown(value));
}

void Reporter::SpellOut(const RemarkKind& kind, std::string_view path, std::string_view where, std::string_view value,
                        std::string_view reason) {
  ImportProblem problem = MakeProblem(kind.kind, where, reason, value);
  remarks_.AddExample(problem, /*one_of_a_value=*/true);
  if (extent_ == Extent::kPart) {
    once_.push_back({report_.problems.size(), std::string(kind.what), std::string(path), std::move(problem)});
  } else {
    ++report_.problem_count;
    Add(std::move(problem));
  }
}

bool Reporter::IsFirst(std::string_view what, std::string_view path, std::string_view value) {
  return told_.size() < kMaxTold && told_.insert(model::Concat({what, "\n", path, "\n", value})).second;
}

void Reporter::CountRows(const std::array<uint32_t, model::kEntityCount>& rows) {
  for (size_t i = 0; i < rows.size(); ++i) rows_[i] += rows[i];
}

void Reporter::UncountRows(const std::array<uint32_t, model::kEntityCount>& rows) {
  for (size_t i = 0; i < rows.size(); ++i) rows_[i] -= rows[i];
}

size_t Reporter::MaxKeys() const {
  return extent_ == Extent::kPart ? std::numeric_limits<size_t>::max() : kMaxDifferentKeys;
}

ImportProblem Reporter::MakeProblem(ImportProblem::Kind kind, std::string_view where, std::string_view reason,
                                    std::string_view value) const {
  ImportProblem problem;
  problem.kind = kind;
  problem.file = file_;
  problem.record = record_;
  problem.line = line_;
  problem.id = id_.substr(0, kMaxShownText);
  problem.where = std::string(where.substr(0, kMaxShownText));
  problem.reason = std::string(reason.substr(0, kMaxShownText));
  problem.value = Shown(value);
  return problem;
}

void Reporter::Add(ImportProblem problem) {
  if (report_.problems.size() < max_problems_) report_.problems.push_back(std::move(problem));
}

void Reporter::Absorb(Reporter& part) {
  report_.records += part.report_.records;
  report_.individuals += part.report_.individuals;
  report_.replaced += part.report_.replaced;
  report_.rejected += part.report_.rejected;
  report_.problem_count += part.report_.problem_count;
  for (size_t i = 0; i < rows_.size(); ++i) rows_[i] += part.rows_[i];
  kept_.Absorb(part.kept_, MaxKeys());
  for (const auto& [what, times] : part.notes_.counts()) notes_.Add(what, times, MaxKeys());
  remarks_.Absorb(part.remarks_);
  size_t once = 0;
  for (size_t i = 0; i <= part.report_.problems.size(); ++i) {
    for (; once < part.once_.size() && part.once_[once].before == i; ++once) {
      Once& note = part.once_[once];
      if (!IsFirst(note.what, note.path, note.problem.value)) continue;
      ++report_.problem_count;
      Add(std::move(note.problem));
    }
    if (i < part.report_.problems.size()) Add(std::move(part.report_.problems[i]));
  }
  part.report_ = ImportReport();
  part.rows_ = {};
  part.kept_.Clear();
  part.notes_.Clear();
  part.once_.clear();
}

ImportReport Reporter::Finish() && {
  for (size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i] > 0) report_.rows[std::string(model::Entities()[i].name)] += rows_[i];
  }
  for (const KeptValues::Place& place : kept_.places()) {
    report_.kept_only.emplace(place.path, place.times);
    if (place.words.empty()) continue;
    auto& words = report_.kept_words[place.path] = place.words;
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  report_.notes.insert(notes_.counts().begin(), notes_.counts().end());
  report_.remarks = std::move(remarks_).Finish();
  return std::move(report_);
}

}  // namespace muster::import
