#include "engine/model/text/place_in_label.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

using Place = PlaceInLabel::Place;

constexpr std::string_view kNoes[] = {"nicht", "nie", "no",  "non", "not",  "nem", "ei",  "ikke", "inte",
                                      "ej",    "ne",  "pas", "nu",  "niet", "não", "nao", "не"};
// Words of the sentence around such a word, which are no name of anything.
constexpr std::string_view kFillers[] = {
    "werden",    "worden",       "wurde",   "wird",   "ist",      "kann",        "konnte", "sicher", "ganz",
    "eindeutig", "noch",         "bereits", "bisher", "klinisch", "vollständig", "se",     "es",     "fue",
    "est",       "formellement", "można",   "mozna",  "został",   "została",     "helt",   "miatt"};
// Where the name of a thing ends and that of another may begin. (A hyphen within a word has no blank before it.)
constexpr std::string_view kParting[] = {",", ";", ":", " -", ". ", "–", "—"};
constexpr std::string_view kBetweenWords = " \t,;:()[]-/";

template <size_t kSize>
bool IsIn(const std::string_view (&list)[kSize], std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

// "2020", "3.4.2020", "e11.9": a date or a code.
bool IsNumber(std::string_view word) {
  const auto is_letter = [](char c) { return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80; };
  return std::any_of(word.begin(), word.end(), IsAsciiDigit) && std::count_if(word.begin(), word.end(), is_letter) <= 1;
}

// Without letters, a word is a sign: "+", ".", a dash.
bool IsSign(std::string_view word) {
  return IsIn(kParting, word) || std::none_of(word.begin(), word.end(), [](char c) {
           return IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80;
         });
}

bool IsFiller(std::string_view word) {
  return IsNumber(word) || IsSign(word) || word.starts_with("diagnos") || IsIn(kNoes, word) || IsIn(kFillers, word);
}

// The last word of `text`, which is cut off.
std::string_view TakeLastWord(std::string_view& text) {
  const size_t last = text.find_last_not_of(kBetweenWords);
  if (last == text.npos) return text = {};
  const size_t before = text.find_last_of(kBetweenWords, last);
  const size_t begin = before == text.npos ? 0 : before + 1;
  const std::string_view word = text.substr(begin, last + 1 - begin);
  text = text.substr(0, begin);
  return word;
}

bool HasName(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = TakeLastWord(text);
    if (!word.empty() && !IsFiller(word)) return true;
  }
  return false;
}

// What stands behind the last mark that parts names; npos as its beginning where there is none.
size_t BehindLastParting(std::string_view text) {
  size_t behind = text.npos;
  for (const std::string_view parting : kParting) {
    const size_t at = text.rfind(parting);
    if (at == text.npos) continue;
    behind = behind == text.npos ? at + parting.size() : std::max(behind, at + parting.size());
  }
  return behind;
}

bool HasPartedName(std::string_view behind) {
  // "Excluded: angina" has one name.
  const size_t begin = behind.find_first_not_of(kBetweenWords);
  if (begin == behind.npos) return false;
  behind.remove_prefix(begin);
  return std::any_of(std::begin(kParting), std::end(kParting), [&](std::string_view parting) {
    const size_t at = behind.find(parting);
    return at != behind.npos && HasName(behind.substr(at + parting.size()));
  });
}

bool IsBehindNo(std::string_view before) {
  while (!before.empty()) {
    const std::string_view word = TakeLastWord(before);
    if (IsIn(kNoes, word)) return true;
    if (!IsIn(kFillers, word)) return false;
  }
  return false;
}

Place FindPlace(std::string_view before, std::string_view behind) {
  const size_t open = before.find_last_of("([");
  if (open != before.npos && before.find_first_of(")]", open) == before.npos) {
    const std::string_view inside = behind.substr(0, behind.find_first_of(")]"));
    return HasName(before.substr(open + 1)) || HasName(inside) ? Place::kElsewhere : Place::kAlone;
  }
  if (!HasName(behind)) {
    const size_t own = BehindLastParting(before);
    if (!HasName(before.substr(own == before.npos ? 0 : own))) return Place::kAlone;
    return own == before.npos || !HasName(before.substr(0, own)) ? Place::kLast : Place::kElsewhere;
  }
  if (HasName(before)) return Place::kElsewhere;
  return HasPartedName(behind) ? Place::kFirstOfSeveral : Place::kFirst;
}

}  // namespace

PlaceInLabel FindPlaceInLabel(std::string_view lower, size_t begin, size_t end) {
  const std::string_view before = lower.substr(0, begin);
  return {FindPlace(before, lower.substr(std::min(end, lower.size()))), IsBehindNo(before)};
}

}  // namespace muster::model
