#include "engine/api/pipeline/equivalent_groups.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/catalogue/equivalent_codes.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/remarks/asked/code_as_written.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

constexpr size_t kMostRows = 20'000;

// Whether the dimension has a row for each code as it was recorded.
bool IsByCode(const bind::Dimension& dimension) {
  return model::Info(dimension.field).kind == model::Kind::kCode && dimension.groups.empty() && !dimension.IsOrdered();
}

std::vector<std::string> CodesIn(const Table& counts, size_t column) {
  std::vector<std::string> codes;
  for (const std::vector<Cell>& row : counts.rows) {
    const auto* code = column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr;
    if (code != nullptr) codes.push_back(*code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

// Codes of several systems in the answer that records call the same, by their name in lower case. Not where the
// ontologies say that they mean the same, as that is told.
std::map<std::string, std::vector<std::string>> CalledTheSame(const bind::CatalogueView& view,
                                                              const std::vector<std::string>& codes,
                                                              const std::set<std::string>& told) {
  std::map<std::string, std::vector<std::string>> called;
  for (const std::string& code : codes) {
    const std::string label = view.terminology().Label(code);
    if (!label.empty() && !told.contains(code)) called[absl::AsciiStrToLower(label)].push_back(code);
  }
  std::erase_if(called, [](const auto& one) {
    const std::vector<std::string>& all = one.second;
    return std::none_of(all.begin(), all.end(),
                        [&](const std::string& code) { return bind::KindOf(code) != bind::KindOf(all.front()); });
  });
  return called;
}

// "hypertensive disorder is ICD10GM:I10.0, SNOMED:38341003"
std::string InWords(const bind::CatalogueView& view, const std::vector<std::string>& codes) {
  return absl::StrCat(view.terminology().Label(codes.front()), " is ", absl::StrJoin(codes, ", "));
}

Diagnostic OfOneName(const bind::CatalogueView& view, const std::map<std::string, std::vector<std::string>>& called,
                     grammar::Span span) {
  constexpr size_t kMaxNamed = 3;
  std::vector<std::string> named;
  for (const auto& [name, codes] : called) {
    if (named.size() < kMaxNamed) named.push_back(InWords(view, codes));
  }
  const std::vector<std::string>& first = called.begin()->second;
  const bool one = called.size() == 1;
  return {Severity::kNote,
          "equivalent-groups",
          absl::StrCat(called.size(), one ? " name has" : " names have",
                       " several codes, each with a row of its own: ", absl::StrJoin(named, "; "),
                       called.size() > kMaxNamed ? absl::StrCat("; and ", called.size() - kMaxNamed, " more") : ""),
          span.begin,
          span.end,
          {absl::StrCat("to count those of one name together, write in groups (",
                        bind::CodeAsWritten(view.terminology().Label(first.front())), " = (",
                        absl::StrJoin(first, ", ",
                                      [](std::string* out, const std::string& code) {
                                        absl::StrAppend(out, bind::CodeAsWritten(code));
                                      }),
                        "), ...)")}};
}

}  // namespace

std::vector<Diagnostic> EquivalentGroups(const grammar::Statement& statement, const bind::Query& query,
                                         const Table& counts, const bind::CatalogueView& view) {
  std::vector<Diagnostic> notes;
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  if (count == nullptr || view.listed() != nullptr || query.kind != bind::Query::Kind::kCount ||
      counts.rows.size() < 2 || counts.rows.size() > kMostRows) {
    return notes;
  }
  for (size_t d = 0; d < std::min(query.by.size(), count->by.size()); ++d) {
    if (!IsByCode(query.by[d])) continue;
    const std::vector<std::string> codes = CodesIn(counts, d);
    const std::vector<bind::CodesOfOneMeaning> groups = bind::EquivalentCodes(view.terminology(), codes);
    std::set<std::string> equivalent;
    for (const bind::CodesOfOneMeaning& group : groups) equivalent.insert(group.begin(), group.end());
    if (const auto called = CalledTheSame(view, codes, equivalent); !called.empty()) {
      notes.push_back(OfOneName(view, called, count->by[d].span));
    }
    if (groups.empty()) continue;
    const std::string& first = groups.front().front();
    notes.push_back(
        {Severity::kNote,
         "equivalent-groups",
         absl::StrCat(equivalent.size(), " of the ", codes.size(), " codes mean ",
                      groups.size() == 1 ? "one thing" : "only ",
                      groups.size() == 1 ? "" : absl::StrCat(groups.size(), " things"), ": ", bind::ShowGroups(groups)),
         count->by[d].span.begin,
         count->by[d].span.end,
         {absl::StrCat("codes are counted as they were recorded; to count those of one meaning together, write in "
                       "groups (\"",
                       first, "\" = (exactly ", first, "), ...)")}});
  }
  return notes;
}

}  // namespace muster::api
