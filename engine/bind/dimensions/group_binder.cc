#include "engine/bind/dimensions/group_binder.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "containers/hash_table.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/standard_word.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Literal;

bool GroupBinder::Bind(const grammar::Dimension& written, const model::Field& field, Dimension* dimension) {
  HashSet<model::Symbol> taken;
  std::vector<std::string> shared;  // what is in several groups
  for (const grammar::Dimension::Group& group : written.groups) {
    const auto match = field.kind == model::Kind::kKeyword
                           ? KeywordBinder(view_, reporter_).Bind(group.values, field.id)
                           : terms_->Bind(group.values, field.id, ontology::Reach::kDescendants);
    if (!match) return false;
    if (group.name == "other") {
      reporter_->Error(group.span, "overlapping-groups", "'other' is what is in no group");
      return false;
    }
    for (const Dimension::Group& other : dimension->groups) {
      if (other.name != group.name) continue;
      reporter_->Error(group.span, "overlapping-groups", absl::StrCat("there is a group '", group.name, "' already"));
      return false;
    }
    std::vector<model::Symbol> own;
    for (const model::Symbol symbol : *match->symbols) {
      if (taken.insert(symbol).second) {
        own.push_back(symbol);
      } else {
        shared.emplace_back(view_.dictionary().Text(symbol));
      }
    }
    const bool all = view_.listed() == nullptr || own.size() == match->symbols->size();
    // What several have all the same, by labels that stand in place of codes, the first one has.
    dimension->groups.push_back(
        {group.name, all ? match->symbols : std::make_shared<const model::SymbolList>(std::move(own))});
  }
  if (view_.listed() != nullptr) return AreApart(written, field);
  if (shared.empty()) return true;
  std::sort(shared.begin(), shared.end());
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
  const size_t values = shared.size();
  constexpr size_t kShown = 3;
  if (values > kShown) shared.resize(kShown);
  reporter_->Note(written.span, "overlapping-groups",
                  absl::StrCat(values, values == 1 ? " value is" : " values are", " in several groups (",
                               absl::StrJoin(shared, ", "), values > kShown ? ", ..." : "",
                               "): who has one counts in each of its groups, and once in the total"));
  return true;
}

// For guests: how much several groups tell of one person is not judged yet, so groups are apart. Whether they are is
// decided by the words of the question and the ontologies, never by what somebody has.
bool GroupBinder::AreApart(const grammar::Dimension& written, const model::Field& field) {
  ontology::CodeClaims claims(view_.terminology());
  HashMap<std::string, size_t> words;
  for (size_t g = 0; g < written.groups.size(); ++g) {
    for (const Literal& value : written.groups[g].values) {
      std::optional<size_t> other;
      if (field.kind == model::Kind::kKeyword) {
        const std::string word = model::NormalizeWord(field.id, model::StandardWord(field.id, value.text));
        if (const auto [known, fresh] = words.try_emplace(word, g); known->second != g) other = known->second;
      } else {
        other = terms_->Claim(value, field.id, g, &claims);
      }
      if (!other) continue;
      reporter_->Error(value.span, "overlapping-groups",
                       absl::StrCat(grammar::Print(value), " has, or may have, values in common with the group '",
                                    written.groups[*other].name, "'"),
                       {"a group takes in what lies below its codes; write exactly CODE for a code alone"});
      return false;
    }
  }
  return true;
}

}  // namespace muster::bind
