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
