#include "engine/import/table/columns/sister_columns.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kUnreadSister{
    ImportProblem::Kind::kNote, "column that no rule of the mapping reads, beside one called alike but for a number",
    "nothing, if it is not wanted; else give it a rule as well: \"diseases\": [{\"from\": \"/p\", \"fields\": "
    "{\"term\": \"/dx1\"}}, {\"from\": \"/p\", \"fields\": {\"term\": \"/dx2\"}}]"};

constexpr RemarkKind kUnreadSecond{
    ImportProblem::Kind::kNote,
    "column that no rule of the mapping reads, and that is a second one of what a rule reads by its name",
    "see which of the two is right: where this one corrects the other, let the rule read it instead"};

// Separators at the end, and at the front.
std::string_view WithoutSeparators(std::string_view name) {
  constexpr std::string_view kSeparators = "_-. ";
  while (!name.empty() && kSeparators.find(name.back()) != kSeparators.npos) name.remove_suffix(1);
  while (!name.empty() && kSeparators.find(name.front()) != kSeparators.npos) name.remove_prefix(1);
  return name;
}

}  // namespace

std::string NameOfFirst(std::string_view name) {
  // Behind a separator: of joins of two tables, and of people.
  constexpr std::string_view kEnds[] = {"x",   "y",    "new",     "corrected", "corr",  "final",  "repeat",  "rev",
                                        "dup", "copy", "revised", "updated",   "neu",   "korr",   "current", "1",
                                        "2",   "(1)",  "(2)",     "curated",   "clean", "second", "inferred"};
  constexpr std::string_view kBegins[] = {"corrected", "revised", "updated", "final", "new", "curated", "genetic"};
  const std::string lower = model::ToLower(model::Trim(name));
  const std::string_view all = lower;
  for (const std::string_view end : kEnds) {
    if (!all.ends_with(end) || all.size() <= end.size()) continue;
    const std::string_view rest = all.substr(0, all.size() - end.size());
    const std::string_view first = WithoutSeparators(rest);
    // "dx_1" is one of several; pandas writes "dx.1".
    const bool number = end == "1" || end == "2";
    const bool parted = first.size() < rest.size() && (!number || rest.back() == '.');
    if (parted && !first.empty()) return std::string(first);
  }
  for (const std::string_view begin : kBegins) {
    if (!all.starts_with(begin)) continue;
    const std::string_view rest = all.substr(begin.size());
    const std::string_view first = WithoutSeparators(rest);
    if (first.size() < rest.size() && !first.empty()) return std::string(first);
  }
  return "";
}

namespace {

void ReportSeconds(std::string_view table, const std::vector<HeaderColumn>& columns, const std::vector<size_t>& unread,
                   Reporter& reporter) {
  std::map<std::string, size_t> read;  // columns that rules read, by the name of what they are
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].used) continue;
    read.emplace(model::ToLower(model::Trim(columns[i].name)), i);
    if (std::string first = NameOfFirst(columns[i].name); !first.empty()) read.emplace(std::move(first), i);
  }
  for (const size_t column : unread) {
    const std::string first = NameOfFirst(columns[column].name);
    const auto found = first.empty() ? read.end() : read.find(first);
    if (found == read.end()) continue;
    reporter.Report(kUnreadSecond, model::Concat({"/", table, "/", columns[column].name}), columns[column].name,
                    model::Concat({"no question finds what \"", Shown(columns[column].name, 80),
                                   "\" has; a rule reads \"", Shown(columns[found->second].name, 80), "\""}));
  }
}

}  // namespace

std::string NameWithoutNumbers(std::string_view name) {
  std::string without;
  bool letters = false;
  bool numbers = false;
  for (const char c : name) {
    if (c >= '0' && c <= '9') {
      numbers = true;
      if (!without.ends_with('#')) without.push_back('#');
      continue;
    }
    letters = letters || model::IsAsciiAlpha(c);
    without.push_back(model::AsciiLower(c));
  }
  return letters && numbers ? without : "";
}

void ReportSisters(std::string_view table, const TableHeader& header, const std::vector<size_t>& unread,
                   Reporter& reporter) {
  ReportSeconds(table, header.columns(), unread, reporter);
  std::map<std::string, size_t> read;  // the first column that a rule reads, by its name without numbers
  const std::vector<HeaderColumn>& columns = header.columns();
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].used) continue;
    read.emplace(NameWithoutNumbers(columns[i].name), i);
    read.emplace(NameWithoutNumbers(model::Concat({columns[i].name, "2"})), i);  // dx2 beside dx
  }
  read.erase("");
  std::map<std::string, std::pair<size_t, size_t>> found;  // the first, and how many more
  std::vector<std::string> order;
  for (const size_t column : unread) {
    std::string name = NameWithoutNumbers(columns[column].name);
    if (!read.contains(name)) continue;
    const auto [known, is_new] = found.emplace(name, std::pair(column, size_t{0}));
    if (is_new) {
      order.push_back(std::move(name));
    } else {
      ++known->second.second;
    }
  }
  for (const std::string& name : order) {
    const auto& [first, more] = found.at(name);
    const std::string others =
        more == 0 ? "" : model::Concat({", and ", std::to_string(more), more == 1 ? " other" : " others", " like it"});
    reporter.Report(kUnreadSister, model::Concat({"/", table, "/", columns[first].name}), columns[first].name,
                    model::Concat({"no question finds what \"", Shown(columns[first].name, 80), "\" has", others,
                                   "; a rule reads \"", Shown(columns[read.at(name)].name, 80), "\""}));
  }
}

}  // namespace muster::import
