#include "grammar/atn/lexer.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "containers/make_room.h"
#include "grammar/text/utf8.h"

namespace muster::grammar::atn {

Lexer::Lexer(Atn atn) : atn_(std::move(atn)), configurations_(atn_, false) {
  std::set<char32_t> begins = {0};
  for (const Atn::Label& label : atn_.labels) {
    for (const auto& [first, last] : label) {
      begins.insert(first);
      begins.insert(last + 1);
    }
  }
  class_begins_.assign(begins.begin(), begins.end());
  std::vector<std::string> labels_of(class_begins_.size());  // by range of characters: the labels that have it
  for (size_t i = 0; i < atn_.labels.size(); ++i) {
    for (const auto& [first, last] : atn_.labels[i]) {
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
  // More than fits a char here, and a state of the DFA.
  if (atn_.labels.size() > 256 || example_.size() > kMaxClasses) std::abort();
  for (size_t c = 0; c < class_of_ascii_.size(); ++c) {
    const auto range = std::upper_bound(class_begins_.begin(), class_begins_.end(), static_cast<char32_t>(c)) - 1;
    class_of_ascii_[c] = class_of_range_[static_cast<size_t>(range - class_begins_.begin())];
  }
  absl::MutexLock lock(&mutex_);
  configurations_of_ = {{}, configurations_.EpsilonClosure(configurations_.Start(atn_.start))};
  start_ = dfa_.Add(kNotAccepting);
}

uint8_t Lexer::ClassOf(char32_t character) const {
  const auto range = std::upper_bound(class_begins_.begin(), class_begins_.end(), character) - 1;
  return class_of_range_[static_cast<size_t>(range - class_begins_.begin())];
}

Lexer::Dfa::Id Lexer::ComputeNext(Dfa::Id state, uint8_t character_class) const {
  absl::MutexLock lock(&mutex_);
  Configurations::Set configurations = configurations_.Move(configurations_of_[state], example_[character_class]);
  const auto same = std::find(configurations_of_.begin() + 1, configurations_of_.end(), configurations);
  auto next = static_cast<Dfa::Id>(same - configurations_of_.begin());
  if (same == configurations_of_.end()) {
    MakeRoom(&configurations_of_);
    next = dfa_.Add(ResultOf(configurations));
    configurations_of_.push_back(std::move(configurations));
  }
  dfa_.Link(state, character_class, next);
  return next;
}

int Lexer::ResultOf(const Configurations::Set& configurations) const {
  if (configurations.empty()) return kDead;
  std::optional<uint16_t> first;
  for (const Configurations::Id configuration : configurations) {
    const auto ended = configurations_.EndedRule(configuration);
    if (ended && (!first || *ended < *first)) first = ended;
  }
  return first ? atn_.token_of_rule[*first] : kNotAccepting;
}

Lexer::Dfa::Id Lexer::NextBeyondAscii(Dfa::Id state, std::string_view text, size_t* at) const {
  const CodePoint decoded = ReadCodePoint(text, *at);
  *at += std::max<size_t>(1, decoded.length);
  const uint8_t character_class = ClassOf(decoded.value);
  const Dfa::Id known = dfa_.At(state).Next(character_class);
  return known != Dfa::kUnknown ? known : ComputeNext(state, character_class);
}

Token Lexer::Next(std::string_view text, size_t at) const {
  while (at < text.size()) {
    Dfa::Id state = start_;
    const Dfa::State* here = &dfa_.At(state);
    int type = kNotAccepting;
    size_t end = at;
    for (size_t i = at; i < text.size();) {  // for each character of each text: what is rare is not in here
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x80) {
        const uint8_t character_class = class_of_ascii_[byte];
        const Dfa::Id known = here->Next(character_class);
        state = known != Dfa::kUnknown ? known : ComputeNext(state, character_class);
        ++i;
      } else {
        state = NextBeyondAscii(state, text, &i);
      }
      here = &dfa_.At(state);
      const int result = here->result();
      if (result > kNotAccepting) {
        type = result;
        end = i;
      } else if (result == kDead) {
        break;
      }
    }
    if (type == kNotAccepting) std::abort();  // the grammar has a rule for every character
    if (type != Atn::kSkipped)
      return {static_cast<uint16_t>(type), static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    at = end;
  }
  return {kEndOfText, static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
}

size_t Lexer::ComputeAll() const {
  for (size_t state = 1; state <= dfa_.size(); ++state) {
    for (size_t c = 0; c < example_.size(); ++c) ComputeNext(static_cast<Dfa::Id>(state), static_cast<uint8_t>(c));
  }
  return dfa_.size();
}

const Lexer& SharedLexer() {
  static const auto* lexer = new Lexer(LexerAtn());
  return *lexer;
}

}  // namespace muster::grammar::atn
