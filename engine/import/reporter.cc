#include "engine/import/reporter.h"

#include <utility>

#include "engine/model/text.h"

namespace muster::import {
namespace {
// Paths come from the input: a hostile file must not make the report grow without end.
constexpr size_t kMaxDifferentKeys = 10000;
constexpr std::string_view kOtherKeys = "(others)";
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

void Reporter::ReturnTo(const std::string& file, uint64_t number) {
  file_ = file;
  BeginRecord(number, 0);
}

void Reporter::Reject(std::string_view where, std::string_view reason) {
  ++report_.rejected;
  if (line_ > 0) {
    Add(ImportProblem::Kind::kRejected, where, model::Concat({"line ", std::to_string(line_), ": ", reason}));
  } else {
    Add(ImportProblem::Kind::kRejected, where, reason);
  }
}

void Reporter::Unreadable(std::string_view where, std::string_view reason) {
  Add(ImportProblem::Kind::kKeptOnly, where, reason);
}

void Reporter::Note(std::string_view what, std::string_view where, std::string_view reason) {
  ++CountOf(notes_, what);
  if (!reason.empty()) Add(ImportProblem::Kind::kNote, where, reason);
}

uint64_t& Reporter::CountOf(Counts& counts, std::string_view key) {
  if (const auto found = counts.find(key); found != counts.end()) return found->second;
  if (counts.size() >= kMaxDifferentKeys) key = kOtherKeys;
  return counts[std::string(key)];
}

void Reporter::Add(ImportProblem::Kind kind, std::string_view where, std::string_view reason) {
  ++report_.problem_count;
  if (report_.problems.size() >= max_problems_) return;
  ImportProblem& problem = report_.problems.emplace_back();
  problem.kind = kind;
  problem.file = file_;
  problem.record = record_;
  problem.id = id_.substr(0, kMaxShownText);
  problem.where = std::string(where.substr(0, kMaxShownText));
  problem.reason = std::string(reason.substr(0, kMaxShownText));
}

ImportReport Reporter::Finish() && {
  report_.kept_only.insert(kept_.begin(), kept_.end());
  report_.notes.insert(notes_.begin(), notes_.end());
  return std::move(report_);
}

}  // namespace muster::import
