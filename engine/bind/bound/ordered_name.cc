#include "engine/bind/bound/ordered_name.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/scope.h"

namespace muster::bind {

using model::Entity;
using model::FieldId;

namespace {

std::vector<std::string> WordsOf(std::string_view name) {
  return absl::StrSplit(std::string(name), ' ', absl::SkipEmpty());
}

}  // namespace

std::optional<OrderedName> WithoutOrder(std::string_view name) {
  std::vector<std::string> words = WordsOf(name);
  const auto is_order = [](const std::string& word) { return word == "first" || word == "last"; };
  const auto at = std::find_if(words.begin(), words.end(), is_order);
  if (at == words.end() || words.size() == 1) return std::nullopt;
  OrderedName ordered;
  ordered.order = *at == "first" ? Order::kFirst : Order::kLast;
  words.erase(at);
  ordered.name = absl::StrJoin(words, " ");
  return ordered;
}

std::vector<std::string> WordsForOneRecord(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kInstead[] = {{"latest", "last"},    {"recent", "last"},
                                                                        {"final", "last"},     {"earliest", "first"},
                                                                        {"baseline", "first"}, {"initial", "first"}};
  constexpr std::string_view kExtremes[] = {"highest", "lowest", "maximum", "minimum", "max",     "min",
                                            "peak",    "nadir",  "worst",   "best",    "greatest"};
  for (const std::string& word : WordsOf(name)) {
    for (const auto& [from, to] : kInstead) {
      if (word == from)
        return {absl::StrCat("write ", std::string(to), ", as in value of ", std::string(to), " measurement")};
    }
    if (std::find(std::begin(kExtremes), std::end(kExtremes), word) == std::end(kExtremes)) continue;
    return {"a record is picked by its time alone: value of last measurement, or first",
            "who has any value above or below a limit: has measurement ... with value >= 7 %, or no measurement ... "
            "with value >= 7 %"};
  }
  return {};
}

std::vector<FieldId> FieldsCalled(std::string_view name, Entity space) {
  if (const auto field = FindFieldUpwards(space, name)) return {*field};
  if (const auto entity = FindEntity(name)) {
    const int primary = model::Info(*entity).primary;
    if (primary >= 0 && OnOneLine(space, *entity)) return {static_cast<FieldId>(primary)};
  }
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const auto entity = FindEntity(name.substr(0, blank));
    if (!entity || !OnOneLine(space, *entity)) continue;
    if (const auto field = FindField(*entity, name.substr(blank + 1))) return {*field};
  }
  // value of measurement
  for (size_t of = name.find(" of "); of != std::string_view::npos; of = name.find(" of ", of + 1)) {
    const auto entity = FindEntity(name.substr(of + 4));
    if (!entity || !OnOneLine(space, *entity)) continue;
    if (const auto field = FindField(*entity, name.substr(0, of))) return {*field};
  }
  return FindFieldsBelow(space, name);
}

}  // namespace muster::bind
