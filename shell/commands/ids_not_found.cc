#include "shell/commands/ids_not_found.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

std::string_view WithoutBlanksAround(std::string_view id) {
  constexpr std::string_view kBlanks = " \t\v\f\r\n";
  const size_t begin = id.find_first_not_of(kBlanks);
  return begin == std::string_view::npos ? id.substr(0, 0) : id.substr(begin, id.find_last_not_of(kBlanks) - begin + 1);
}

// Without blanks around it and in lower case.
std::string Simple(std::string_view id) { return absl::AsciiStrToLower(std::string(WithoutBlanksAround(id))); }

bool HasBlanksAround(std::string_view id) { return WithoutBlanksAround(id).size() != id.size(); }

}  // namespace

IdsNotFound::IdsNotFound(const std::set<std::string>& ids, std::string dataset) : dataset_(std::move(dataset)) {
  for (const std::string& id : ids) {
    Wanted wanted;
    wanted.id = id;
    wanted_[Simple(id)].push_back(std::move(wanted));
  }
}

void IdsNotFound::SawPerson(std::string_view id, std::string_view dataset) {
  const auto at = wanted_.find(Simple(id));
  if (at == wanted_.end()) return;
  for (Wanted& wanted : at->second) {
    if (wanted.id == id && dataset == dataset_) {
      wanted.is_there = true;
    } else if (wanted.id == id) {
      wanted.elsewhere = dataset;
    } else if (dataset == dataset_) {
      wanted.near = id;
    }
  }
}

std::string IdsNotFound::InWords(size_t not_found) const {
  constexpr size_t kMostNamed = 10;
  std::map<std::string_view, const Wanted*> missing;
  for (const auto& [simple, several] : wanted_) {
    for (const Wanted& wanted : several) {
      if (!wanted.is_there) missing[wanted.id] = &wanted;
    }
  }
  if (missing.size() != not_found) return "";
  std::string words;
  size_t named = 0;
  for (const auto& [id, wanted] : missing) {
    if (named++ == kMostNamed) return Concat(words, " and ", Grouped(missing.size() - kMostNamed), " more");
    words += Concat(named == 1 ? ": \"" : ", \"", Printable(id), "\"");
    if (!wanted->near.empty()) {
      const bool blank = HasBlanksAround(id) && wanted->near == WithoutBlanksAround(id);
      words += blank ? " (without the blank it exists)" : Concat(" (\"", Printable(wanted->near), "\" exists)");
    } else if (!wanted->elsewhere.empty()) {
      words += Concat(" (exists in dataset ", Printable(wanted->elsewhere), ")");
    } else if (HasBlanksAround(id)) {
      words += " (a blank at its end or beginning belongs to an id)";
    }
  }
  return words;
}

}  // namespace muster::shell
