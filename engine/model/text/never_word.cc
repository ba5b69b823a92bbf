#include "engine/model/text/never_word.h"

#include <algorithm>
#include <iterator>

namespace muster::model {

bool IsWordOfNever(std::string_view word) {
  // None has a letter with an accent, which some readers leave out.
  constexpr std::string_view kWords[] = {"never", "nie",    "niemals", "jamais", "nunca", "nooit",
                                         "aldri", "aldrig", "nigdy",   "nikdy",  "soha"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace muster::model
