#include "grammar/scanner.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
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
  std::map<std::vector<bool>, uint8_t> classes;  // by the labels that have the characters
  for (const char32_t begin : begins) {
    std::vector<bool> in;
    for (const Automaton::Label& label : automaton_.labels) {
      in.push_back(std::any_of(label.begin(), label.end(),
                               [&](const auto& range) { return range.first <= begin && begin <= range.second; }));
    }
    const auto [known, added] = classes.try_emplace(std::move(in), static_cast<uint8_t>(example_.size()));
    if (added) example_.push_back(begin);
    class_begins_.push_back(begin);
    class_of_range_.push_back(known->second);
  }
  if (example_.size() > kMostClasses) std::abort();  // the grammar tells more characters apart than Step has room for
  for (size_t c = 0; c < class_of_ascii_.size(); ++c) {
    const auto range = std::upper_bound(class_begins_.begin(), class_begins_.end(), static_cast<char32_t>(c)) - 1;
    class_of_ascii_[c] = class_of_range_[static_cast<size_t>(range - class_begins_.begin())];
  }
  absl::MutexLock lock(&mutex_);
  start_ = Make(positions_.Rests(positions_.At(automaton_.start)));
}

uint8_t Scanner::ClassOf(char32_t character) const {
  const auto range = std::upper_bound(class_begins_.begin(), class_begins_.end(), character) - 1;
  return class_of_range_[static_cast<size_t>(range - class_begins_.begin())];
}

const Scanner::Step* Scanner::WorkOut(const Step& step, uint8_t character_class) const {
  absl::MutexLock lock(&mutex_);
  Positions::Set positions = positions_.Read(step.positions, example_[character_class]);
  const auto same = std::find_if(steps_.begin(), steps_.end(), [&](const Step& s) { return s.positions == positions; });
  const Step* next = same != steps_.end() ? &*same : Make(std::move(positions));
  step.next[character_class].store(next, std::memory_order_release);
  return next;
}

const Scanner::Step* Scanner::Make(Positions::Set positions) const {
  Step& step = steps_.emplace_back();
  for (const Positions::Id position : positions) {
    const auto ended = positions_.Ended(position);
    if (ended && (step.rule < 0 || *ended < step.rule)) step.rule = *ended;
  }
  step.nowhere = positions.empty();
  step.positions = std::move(positions);
  return &step;
}

Token Scanner::Next(std::string_view text, size_t at) const {
  while (at < text.size()) {
    const Step* step = start_;
    int rule = -1;
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
      step = Read(*step, character_class);
      if (step->nowhere) break;
      if (step->rule >= 0) {
        rule = step->rule;
        end = i;
      }
    }
    if (rule < 0) std::abort();  // the grammar has a rule for every character
    const int type = automaton_.token_of_rule[static_cast<size_t>(rule)];
    if (type != Automaton::kSkipped)
      return {static_cast<uint16_t>(type), static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    at = end;
  }
  return {kEndOfText, static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
}

size_t Scanner::steps() const {
  absl::MutexLock lock(&mutex_);
  return steps_.size();
}

}  // namespace muster::grammar
