#include "grammar/scanner.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "grammar/utf8.h"

namespace muster::grammar {

Scanner::Scanner(Automaton automaton) : automaton_(std::move(automaton)), positions_(automaton_, false) {
  std::set<char32_t> begins = {0};
  for (const Automaton::Label& label : automaton_.labels) {
    for (const auto& [first, last] : label) {
      begins.insert(first);
      begins.insert(last + 1);
    }
  }
  class_begins_.assign(begins.begin(), begins.end());
  std::vector<std::string> labels_of(class_begins_.size());  // by range of characters: the labels that have it
  for (size_t i = 0; i < automaton_.labels.size(); ++i) {
    for (const auto& [first, last] : automaton_.labels[i]) {
      auto range = std::lower_bound(class_begins_.begin(), class_begins_.end(), first);
      for (; range != class_begins_.end() && *range <= last; ++range) {
        labels_of[static_cast<size_t>(range - class_begins_.begin())] += static_cast<char>(i);
      }
    }
  }
  std::map<std::string, uint8_t> classes;
  for (size_t i = 0; i < class_begins_.size(); ++i) {
    const auto [known, added] = classes.try_emplace(labels_of[i], static_cast<uint8_t>(example_.size()));
    if (added) example_.push_back(class_begins_[i]);
    class_of_range_.push_back(known->second);
  }
  // More than there is room for in a char here, and in Step.
  if (automaton_.labels.size() > 256 || example_.size() > kMostClasses) std::abort();
  for (size_t c = 0; c < class_of_ascii_.size(); ++c) {
    const auto range = std::upper_bound(class_begins_.begin(), class_begins_.end(), static_cast<char32_t>(c)) - 1;
    class_of_ascii_[c] = class_of_range_[static_cast<size_t>(range - class_begins_.begin())];
  }
  absl::MutexLock lock(&mutex_);
  positions_of_ = {{}, positions_.Rests(positions_.At(automaton_.start))};
  start_ = steps_.Add(kNoEnd);
}

uint8_t Scanner::ClassOf(char32_t character) const {
  const auto range = std::upper_bound(class_begins_.begin(), class_begins_.end(), character) - 1;
  return class_of_range_[static_cast<size_t>(range - class_begins_.begin())];
}

Scanner::Steps::Id Scanner::WorkOut(Steps::Id step, uint8_t character_class) const {
  absl::MutexLock lock(&mutex_);
  Positions::Set positions = positions_.Read(positions_of_[step], example_[character_class]);
  const auto same = std::find(positions_of_.begin() + 1, positions_of_.end(), positions);
  auto next = static_cast<Steps::Id>(same - positions_of_.begin());
  if (same == positions_of_.end()) {
    next = steps_.Add(ResultOf(positions));
    positions_of_.push_back(std::move(positions));
  }
  steps_.Link(step, character_class, next);
  return next;
}

int Scanner::ResultOf(const Positions::Set& positions) const {
  if (positions.empty()) return kNowhere;
  std::optional<uint16_t> first;
  for (const Positions::Id position : positions) {
    const auto ended = positions_.Ended(position);
    if (ended && (!first || *ended < *first)) first = ended;
  }
  return first ? automaton_.token_of_rule[*first] : kNoEnd;
}

Token Scanner::Next(std::string_view text, size_t at) const {
  while (at < text.size()) {
    Steps::Id step = start_;
    int type = kNoEnd;
    size_t end = at;
    for (size_t i = at; i < text.size();) {
      const auto byte = static_cast<unsigned char>(text[i]);
      uint8_t character_class = 0;
      if (byte < 0x80) {
        character_class = class_of_ascii_[byte];
        ++i;
      } else {
        const CodePoint decoded = ReadCodePoint(text, i);
        character_class = ClassOf(decoded.value);
        i += std::max<size_t>(1, decoded.length);
      }
      const Steps::Id known = steps_.Next(step, character_class);
      step = known != Steps::kUnknown ? known : WorkOut(step, character_class);
      const int result = steps_.Result(step);
      if (result == kNowhere) break;
      if (result == kNoEnd) continue;
      type = result;
      end = i;
    }
    if (type == kNoEnd) std::abort();  // the grammar has a rule for every character
    if (type != Automaton::kSkipped)
      return {static_cast<uint16_t>(type), static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    at = end;
  }
  return {kEndOfText, static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
}

size_t Scanner::WorkOutAll() const {
  for (size_t step = 1; step <= steps_.size(); ++step) {
    for (size_t c = 0; c < example_.size(); ++c) WorkOut(static_cast<Steps::Id>(step), static_cast<uint8_t>(c));
  }
  return steps_.size();
}

}  // namespace muster::grammar
