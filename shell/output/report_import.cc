#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "muster/names.h"
#include "nlohmann/json.hpp"
#include "shell/output/report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"
#include "shell/terminal/listing.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxListed = 20;  ///< kept-only paths and notes
constexpr size_t kMaxValues = 8;   ///< of one kind of remark

/// "people.jsonl, line 17 (I-17), at /subject/sex"; of what all files together show, "I-17, at /subject/sex"
std::string Place(const ImportProblem& problem) {
  std::string out = problem.file;
  if (problem.line > 0) {
    Append(out, ", line ", problem.line);
  } else if (problem.record > 0) {
    Append(out, ", record ", problem.record);
  }
  if (!problem.id.empty()) out += out.empty() ? problem.id : Concat(" (", problem.id, ")");
  if (!problem.where.empty()) Append(out, out.empty() ? "at " : ", at ", problem.where);
  return Printable(out);
}

using WordsOfPaths = std::map<std::string, std::vector<std::pair<std::string, uint64_t>>>;

/// "active 180, never 3"
std::string WordsOfPath(const std::string& path, const WordsOfPaths& words_of) {
  std::string out;
  const auto found = words_of.find(path);
  if (found == words_of.end()) return out;
  for (const auto& [word, times] : found->second) {
    Append(out, out.empty() ? "" : ", ", Printable(word.empty() ? "\"\"" : word), " ", Grouped(times));
  }
  return out;
}

/// Most frequent first, before them those of which there are words to show; a last line says how many are left out.
Listing MostFrequent(const std::map<std::string, uint64_t>& counts, const WordsOfPaths& words = {}) {
  std::vector<std::pair<std::string, uint64_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    return std::pair(words.contains(a.first), a.second) > std::pair(words.contains(b.first), b.second);
  });
  Listing listing;
  for (size_t i = 0; i < sorted.size() && i < kMaxListed; ++i) {
    listing.Add(sorted[i].first, sorted[i].second, WordsOfPath(sorted[i].first, words));
  }
  if (sorted.size() > kMaxListed) listing.Add(Concat("and ", Grouped(sorted.size() - kMaxListed), " more"), "");
  return listing;
}

nlohmann::ordered_json ProblemJson(const ImportProblem& problem) {
  return {{"kind", NameOf(problem.kind)}, {"file", problem.file},    {"line", problem.line},
          {"record", problem.record},     {"id", problem.id},        {"where", problem.where},
          {"value", problem.value},       {"reason", problem.reason}};
}

}  // namespace

bool IsEmpty(const ImportReport& report) {
  return report.individuals == 0 && report.ontologies == 0 && report.descriptions == 0;
}

std::string RenderRemark(const ImportRemark& remark) {
  std::string out = Concat("  ", PadRight(NameOf(remark.kind), 9), "  ", Printable(remark.what), ": ",
                           Counted(remark.count, "time"), "\n");
  const auto line = [&](std::string_view text) { Append(out, "             ", text, "\n"); };
  // The same value in several places is shown once; the file of --report distinguishes them.
  std::vector<std::pair<std::string, uint64_t>> counts;
  for (const ImportRemark::Value& value : remark.values) {
    if (value.value.empty()) continue;
    const auto same = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == value.value; });
    if (same == counts.end()) {
      counts.emplace_back(value.value, value.count);
    } else {
      same->second += value.count;
    }
  }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string values;
  const size_t named = std::min(counts.size(), kMaxValues);
  for (size_t i = 0; i < named; ++i) {
    Append(values, i == 0 ? "" : ", ", "\"", counts[i].first, "\"");
    if (counts[i].second > 1) Append(values, " (", Counted(counts[i].second, "time"), ")");
  }
  if (named > 2 || (named > 0 && remark.examples.empty())) {
    const bool more = counts.size() > named || remark.other_values > 0;
    line(Printable(Concat("values: ", values, more ? ", ..." : "")));
  }
  for (const ImportProblem& example : remark.examples) {
    std::string reason = example.reason == remark.what ? "" : Concat(": ", example.reason);
    if (!example.value.empty() && reason.find(example.value) == std::string::npos) {
      reason = Concat(": \"", example.value, "\"", reason.empty() ? "" : Concat(", ", reason.substr(2)));
    }
    line(Concat(Place(example), Printable(reason)));
  }
  if (!remark.advice.empty()) line(Concat("what to do: ", Printable(remark.advice)));
  return out;
}

std::string RenderImports(const CatalogueInfo& info) {
  std::string out;
  for (const ImportReport& report : info.imports) {
    Append(out, out.empty() ? "" : "\n", "version ", report.catalogue_version, ", dataset ", Printable(report.dataset),
           ": ", Counted(report.files, "file"), ", ", Counted(report.individuals, "individual"), ", ",
           Counted(report.rejected, "record"), " rejected\n");
    for (const ImportRemark& remark : report.remarks) out += RenderRemark(remark);
  }
  return out.empty() ? "the catalogue has no reports of imports\n" : out;
}

std::string RenderImport(const ImportReport& report, const std::string& catalogue, size_t max_remarks) {
  Listing totals;
  totals.Add("files", report.files);
  totals.Add("records", report.records);
  totals.Add("individuals", report.individuals,
             report.replaced > 0 ? Concat("of them ", Grouped(report.replaced), " replaced") : "");
  totals.Add("rejected", report.rejected);
  if (report.ontologies > 0) {
    totals.Add("ontologies", report.ontologies, Counted(report.ontology_terms, "term"));
  }
  if (report.descriptions > 0) totals.Add("descriptions", report.descriptions, "of datasets and cohorts");
  Listing rows;
  for (const auto& [entity, count] : report.rows) rows.Add(entity, count);
  const Listing kept = MostFrequent(report.kept_only, report.kept_words);
  const Listing notes = MostFrequent(report.notes);

  // All parts share their columns.
  const Listing* parts[] = {&rows, &kept, &notes};
  int labels = totals.label_width() - 2;
  int values = totals.value_width();
  for (const Listing* part : parts) {
    labels = std::max(labels, part->label_width());
    values = std::max(values, part->value_width());
  }

  std::string out = Concat(IsEmpty(report) ? "nothing was imported into " : "imported into ", Printable(catalogue),
                           " in ", HumanSeconds(report.seconds));
  if (report.catalogue_version > 0) Append(out, "; the catalogue is now at version ", report.catalogue_version);
  Append(out, "\n\n", totals.Render(0, labels + 2, values));
  const auto section = [&](std::string_view title, const Listing& listing) {
    if (!listing.empty()) Append(out, "\n", title, "\n", listing.Render(2, labels, values));
  };
  section("rows indexed", rows);
  section("values kept in the records but not indexed, so that no query finds them", kept);
  section("taken after a correction", notes);

  if (!report.remarks.empty() && max_remarks > 0) {
    uint64_t count = 0;
    for (const ImportRemark& remark : report.remarks) count += remark.count;
    const size_t shown = std::min(max_remarks, report.remarks.size());
    Append(out, "\n", Counted(count, "remark"), " of ", Counted(report.remarks.size(), "kind"));
    if (shown < report.remarks.size()) Append(out, ", of which ", shown, " follow");
    Append(out, "; --report FILE writes all of them\n");
    for (size_t i = 0; i < shown; ++i) out += RenderRemark(report.remarks[i]);
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
      {"descriptions", report.descriptions},
      {"rows", report.rows},
      {"kept_only", report.kept_only},
      {"kept_words", nlohmann::ordered_json::object()},
      {"notes", report.notes},
      {"remarks", nlohmann::ordered_json::array()},
      {"problem_count", report.problem_count},
      {"problems", nlohmann::ordered_json::array()},
      {"seconds", report.seconds},
      {"catalogue_version", report.catalogue_version},
  };
  for (const auto& [path, words] : report.kept_words) {
    nlohmann::ordered_json& of_path = json["kept_words"][path] = nlohmann::ordered_json::array();
    for (const auto& [word, times] : words) of_path.push_back({{"value", word}, {"count", times}});
  }
  for (const ImportRemark& remark : report.remarks) {
    nlohmann::ordered_json of_kind = {{"kind", NameOf(remark.kind)},
                                      {"what", remark.what},
                                      {"count", remark.count},
                                      {"what_to_do", remark.advice},
                                      {"values", nlohmann::ordered_json::array()},
                                      {"other_values", remark.other_values},
                                      {"examples", nlohmann::ordered_json::array()}};
    for (const ImportRemark::Value& value : remark.values) {
      of_kind["values"].push_back({{"path", value.path}, {"value", value.value}, {"count", value.count}});
    }
    for (const ImportProblem& example : remark.examples) of_kind["examples"].push_back(ProblemJson(example));
    json["remarks"].push_back(std::move(of_kind));
  }
  for (const ImportProblem& problem : report.problems) json["problems"].push_back(ProblemJson(problem));
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace muster::shell
