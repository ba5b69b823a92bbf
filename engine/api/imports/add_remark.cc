#include "engine/api/imports/add_remark.h"

#include <algorithm>

namespace muster::api {

void AddRemark(std::string_view what, std::string_view advice, uint64_t count, const std::string& example,
               ImportReport* report) {
  if (count == 0) return;
  ImportRemark& remark = report->remarks.emplace_back();
  remark.what = what;
  remark.advice = advice;
  remark.count = count;
  ImportProblem& problem = remark.examples.emplace_back();
  problem.reason = example;
  ++report->problem_count;
  report->problems.push_back(problem);
  report->notes[remark.what] += count;
}

void PutFirst(ImportReport* report) {
  const auto first = std::ranges::find_if(
      report->remarks, [](const ImportRemark& one) { return one.kind != ImportProblem::Kind::kRejected; });
  std::rotate(first, report->remarks.end() - 1, report->remarks.end());
}

}  // namespace muster::api
