#include "engine/import/table/sex_letters.h"

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
  female_ = female_ || word == "f" || word == "w" || word == "female";
  male_ = male_ || word == "m" || word == "male" || word == "h";
}

}  // namespace muster::import
