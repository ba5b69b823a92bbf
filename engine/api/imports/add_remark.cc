#include "engine/api/imports/add_remark.h"

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

}  // namespace muster::api
