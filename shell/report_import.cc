#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "nlohmann/json.hpp"
#include "shell/concat.h"
#include "shell/display_width.h"
#include "shell/human.h"
#include "shell/listing.h"
#include "shell/report.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxListed = 12;  ///< kept-only paths and notes

std::string_view KindName(ImportProblem::Kind kind) {
  switch (kind) {
    case ImportProblem::Kind::kRejected:
      return "rejected";
    case ImportProblem::Kind::kKeptOnly:
      return "kept only";
    case ImportProblem::Kind::kNote:
      return "note";
  }
  return "note";
}

/// "people.jsonl, record 17 (I-17), at /subject/sex"
std::string Place(const ImportProblem& problem) {
  std::string out = problem.file;
  if (problem.record > 0) Append(out, ", record ", problem.record);
  if (!problem.id.empty()) Append(out, " (", problem.id, ")");
  if (!problem.where.empty()) Append(out, ", at ", problem.where);
  return Printable(out);
}

/// The most frequent first; how many are left out is said in a line of its own.
Listing MostFrequent(const std::map<std::string, uint64_t>& counts) {
  std::vector<std::pair<std::string, uint64_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  Listing listing;
  for (size_t i = 0; i < sorted.size() && i < kMaxListed; ++i) listing.Add(sorted[i].first, sorted[i].second);
  if (sorted.size() > kMaxListed) listing.Add(Concat("and ", Grouped(sorted.size() - kMaxListed), " more"), "");
  return listing;
}

}  // namespace

std::string RenderImport(const ImportReport& report, const std::string& catalogue, size_t max_problems) {
  Listing totals;
  totals.Add("files", report.files);
  totals.Add("records", report.records);
  totals.Add("individuals", report.individuals,
             report.replaced > 0 ? Concat("of them ", Grouped(report.replaced), " replaced") : "");
  totals.Add("rejected", report.rejected);
  if (report.ontologies > 0) {
    totals.Add("ontologies", report.ontologies, Counted(report.ontology_terms, "term"));
  }
  Listing rows;
  for (const auto& [entity, count] : report.rows) rows.Add(entity, count);
  const Listing kept = MostFrequent(report.kept_only);
  const Listing notes = MostFrequent(report.notes);

  // All parts share their columns.
  const Listing* parts[] = {&rows, &kept, &notes};
  int labels = totals.label_width() - 2;
  int values = totals.value_width();
  for (const Listing* part : parts) {
    labels = std::max(labels, part->label_width());
    values = std::max(values, part->value_width());
  }

  std::string out = Concat("imported into ", Printable(catalogue), " in ", HumanSeconds(report.seconds));
  if (report.catalogue_version > 0) Append(out, "; the catalogue is now at version ", report.catalogue_version);
  Append(out, "\n\n", totals.Render(0, labels + 2, values));
  const auto section = [&](std::string_view title, const Listing& listing) {
    if (!listing.empty()) Append(out, "\n", title, "\n", listing.Render(2, labels, values));
  };
  section("rows indexed", rows);
  section("values kept in the records but not indexed, so that no query finds them", kept);
  section("taken after a correction", notes);

  if (report.problem_count > 0 && max_problems > 0) {
    // Rejected records first: they are what somebody has to do something about.
    std::vector<const ImportProblem*> problems;
    for (const ImportProblem& problem : report.problems) problems.push_back(&problem);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const ImportProblem* a, const ImportProblem* b) { return a->kind < b->kind; });
    const size_t shown = std::min(max_problems, problems.size());
    Append(out, "\n");
    if (shown < report.problem_count) {
      Append(out, shown, " of ", Counted(report.problem_count, "remark"), "; --report FILE writes more of them\n");
    } else {
      Append(out, Counted(report.problem_count, "remark"), "\n");
    }
    for (size_t i = 0; i < shown; ++i) {
      Append(out, "  ", PadRight(KindName(problems[i]->kind), 9), "  ", Place(*problems[i]), ": ",
             Printable(problems[i]->reason), "\n");
    }
  }
  return out;
}

std::string ImportJson(const ImportReport& report) {
  nlohmann::ordered_json json = {
      {"files", report.files},
      {"records", report.records},
      {"individuals", report.individuals},
      {"replaced", report.replaced},
      {"rejected", report.rejected},
      {"ontologies", report.ontologies},
      {"ontology_terms", report.ontology_terms},
      {"rows", report.rows},
      {"kept_only", report.kept_only},
      {"notes", report.notes},
      {"problem_count", report.problem_count},
      {"problems", nlohmann::ordered_json::array()},
      {"seconds", report.seconds},
      {"catalogue_version", report.catalogue_version},
  };
  for (const ImportProblem& problem : report.problems) {
    json["problems"].push_back({{"kind", KindName(problem.kind)},
                                {"file", problem.file},
                                {"record", problem.record},
                                {"id", problem.id},
                                {"where", problem.where},
                                {"reason", problem.reason}});
  }
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace muster::shell
