#include "engine/import/table/columns/people/sex_letters.h"

#include "engine/model/text/text.h"

namespace muster::import {

void SexLetters::Add(std::string_view cell) {
  cell = model::Trim(cell);
  if (cell.empty() || cell.size() > 8) return;
  const std::string word = model::ToLower(cell);
  hombre_ = hombre_ || word == "h" || word == "v";
  no_ = no_ || word == "n";
  m_ = m_ || word == "m";
  f_ = f_ || word == "f";
  u_ = u_ || word == "u";
  female_ = female_ || word == "f" || word == "w" || word == "female";
  male_ = male_ || word == "m" || word == "male" || word == "h";
  constexpr std::string_view kKnown = "fhkmnouvwxz";
  if (word.size() == 1 && model::IsAsciiAlpha(word[0]) && kKnown.find(word[0]) == kKnown.npos) {
    others_ |= uint32_t{1} << (word[0] - 'a');
  }
}

std::string SexLetters::Letters(uint32_t mask) {
  std::string letters;
  for (char c = 'A'; c <= 'Z'; ++c) {
    if ((mask >> (c - 'A') & 1) != 0) letters.push_back(c);
  }
  return letters;
}

void SexLetters::Forget(char letter) { others_ &= ~(uint32_t{1} << (model::AsciiLower(letter) - 'a')); }

}  // namespace muster::import
