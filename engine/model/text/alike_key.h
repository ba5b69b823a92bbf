// The part of an id that stays when programs and people change it.
#ifndef MUSTER_ENGINE_MODEL_TEXT_ALIKE_KEY_H_
#define MUSTER_ENGINE_MODEL_TEXT_ALIKE_KEY_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::model {

/// Equal for similar ids: ignores leading zeros of numbers, ".0" at the end, case, blanks at the ends, hyphens, full
/// width, and the form of accents, of which Unicode has two. "P-001", "p1", "1" and "1.0" have two keys. Of a number of
/// at least eight digits it ignores the groups, too: "943 476 5919" and "9434765919" have one.
std::string AlikeKey(std::string_view id);

/// Other ids with the key of `id` that people and programs write: in small or capital letters, with and without
/// hyphens, and of letters and one number behind them also with zeros before it. Not all of them, which are without
/// number.
std::vector<std::string> AlikeSpellings(std::string_view id);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_ALIKE_KEY_H_
