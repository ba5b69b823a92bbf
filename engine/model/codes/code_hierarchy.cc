#include "engine/model/codes/code_hierarchy.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "engine/model/codes/code_form.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

enum class Rule {
  kDotted,      // what is below a category begins behind a dot or slash, and goes on character by character
  kPositional,  // a level is a number of characters
};

constexpr uint32_t Lengths(std::initializer_list<int> lengths) {
  uint32_t mask = 0;
  for (const int length : lengths) mask |= 1u << length;
  return mask;
}
constexpr uint32_t kAnyLength = ~1u;

struct System {
  std::string_view prefix;  // with the colon; or without, where countries have their own
  Rule rule;
  size_t category;   // kDotted: the characters of the shortest level
  uint32_t lengths;  // kPositional: a bit for each length of a level
};

constexpr std::string_view kIcd9 = "ICD9";

// The longer of two that begin alike comes first.
constexpr System kSystems[] = {
    {"ICD10PCS:", Rule::kPositional, 0, kAnyLength},
    {"ICD10", Rule::kDotted, 3, 0},
    {"ICD9PROC:", Rule::kDotted, 2, 0},
    {kIcd9, Rule::kDotted, 3, 0},
    {"ICD8:", Rule::kDotted, 3, 0},
    {"ICDA8:", Rule::kDotted, 3, 0},
    {"ICD11:", Rule::kDotted, 4, 0},
    {"ICDO3:", Rule::kDotted, 3, 0},
    {"ICDO2:", Rule::kDotted, 3, 0},
    {"PHECODE:", Rule::kDotted, 1, 0},  // 8.5 where the zeros of 008.5 are lost
    {"OPCS4:", Rule::kDotted, 3, 0},
    {"KCD:", Rule::kDotted, 3, 0},
    {"CHOP:", Rule::kDotted, 2, 0},
    {"ICPC2:", Rule::kDotted, 3, 0},
    {"OPS:", Rule::kPositional, 0, kAnyLength & ~Lengths({1, 2, 3})},
    {"ATC:", Rule::kPositional, 0, Lengths({1, 3, 4, 5})},
    {"ATCVET:", Rule::kPositional, 0, Lengths({2, 4, 5, 6})},
    {"ICF:", Rule::kPositional, 0, Lengths({1, 2, 4, 5})},
    {"BNF:", Rule::kPositional, 0, Lengths({2, 4, 6, 7, 9, 11, 13})},
    {"NCSP:", Rule::kPositional, 0, Lengths({1, 2, 3, 5})},
    {"SKS:", Rule::kPositional, 0, kAnyLength & ~Lengths({1, 2, 3})},  // D and a code of ICD-10 without its dot
};

// Of GENO only the zygosities, which hardly anybody loads it for: codes, and the one that each is a kind of.
struct Zygosities {
  std::string_view code;
  std::string_view level;
};
constexpr std::string_view kOfGeno = "GENO:";
constexpr Zygosities kZygosities[] = {
    {"GENO:0000402", "GENO:0000135"},  // compound heterozygous
    {"GENO:0000458", "GENO:0000135"},  // simple heterozygous
    {"GENO:0000604", "GENO:0000134"},  // hemizygous X-linked
    {"GENO:0000605", "GENO:0000134"},  // hemizygous Y-linked
    {"GENO:0000606", "GENO:0000134"},  // hemizygous insertion-linked
};

bool IsLevelOfGeno(std::string_view code) {
  return code.starts_with(kOfGeno) && std::any_of(std::begin(kZygosities), std::end(kZygosities),
                                                  [&](const Zygosities& one) { return one.level == code; });
}

bool IsBelowOfGeno(std::string_view code) {
  return code.starts_with(kOfGeno) && std::any_of(std::begin(kZygosities), std::end(kZygosities),
                                                  [&](const Zygosities& one) { return one.code == code; });
}

struct Split {
  const System* system = nullptr;
  std::string_view prefix;
  std::string_view local;
};

Split SplitCode(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == std::string_view::npos || colon + 1 == code.size()) return {};
  const std::string_view prefix = code.substr(0, colon + 1);
  for (const System& system : kSystems) {
    const bool fits = system.prefix.back() == ':' ? prefix == system.prefix : prefix.starts_with(system.prefix);
    if (fits) return {&system, prefix, code.substr(colon + 1)};
  }
  return {};
}

// "E10-E14": from a category to another of the same length.
// The characters of a category: those of external causes of ICD-8 and ICD-9 have an E and three digits.
size_t SizeOfCategory(const Split& code) {
  const std::string_view system = code.system->prefix;
  const bool external = (system == kIcd9 || system == "ICD8:" || system == "ICDA8:") && code.local.starts_with('E');
  return code.system->category + (external ? 1 : 0);
}

bool IsBlock(const Split& code) {
  const size_t size = SizeOfCategory(code);
  if (code.system->rule != Rule::kDotted || size < 2 || code.local.size() != 2 * size + 1 || code.local[size] != '-')
    return false;
  return IsAsciiAlnum(code.local[0]) && code.local.substr(0, size) < code.local.substr(size + 1);
}

bool IsLevel(const Split& code) {
  if (code.system->rule == Rule::kPositional) {
    return code.local.size() < 32 && ((code.system->lengths >> code.local.size()) & 1) != 0;
  }
  if (IsBlock(code)) return true;
  if (code.local.size() < SizeOfCategory(code) || code.local.find('-') != std::string_view::npos) return false;
  const size_t end = code.local.find_first_of("./");
  return end == std::string_view::npos || end >= SizeOfCategory(code);
}

}  // namespace

bool HasCodeHierarchy(std::string_view code) {
  return SplitCode(code).system != nullptr || IsLevelOfGeno(code) || IsBelowOfGeno(code);
}

bool IsLevelOfHierarchy(std::string_view code) {
  if (IsLevelOfGeno(code)) return true;
  const Split split = SplitCode(code);
  return split.system != nullptr && IsLevel(split);
}

namespace {

// What stands behind a code in words ("E11.9 ruled out", "E11.9?") is no code below it.
bool MayBeCode(std::string_view code, std::string_view local) {
  const bool plain = std::all_of(local.begin(), local.end(), [](char c) {
    return IsAsciiAlnum(c) || std::string_view(".-/&").find(c) != std::string_view::npos;
  });
  return plain && FormOf(code) != CodeForm::kMalformed;
}

}  // namespace

bool IsBelowByCode(std::string_view code, std::string_view level) {
  if (level.starts_with(kOfGeno)) {
    return std::any_of(std::begin(kZygosities), std::end(kZygosities),
                       [&](const Zygosities& one) { return one.code == code && one.level == level; });
  }
  const Split above = SplitCode(level);
  if (above.system == nullptr || !IsLevel(above)) return false;
  const Split below = SplitCode(code);
  if (below.prefix != above.prefix || below.local.size() < above.system->category) return false;
  if (IsBlock(above)) {
    const size_t size = SizeOfCategory(above);
    if (SizeOfCategory(below) != size) return false;
    const std::string_view category = below.local.substr(0, size);
    const std::string_view first = above.local.substr(0, size);
    const std::string_view last = above.local.substr(size + 1);
    const auto within = [&](std::string_view one) { return first <= one && one <= last; };
    if (IsBlock(below)) return code != level && within(category) && within(below.local.substr(size + 1));
    return within(category) && MayBeCode(code, below.local);
  }
  if (below.local.size() <= above.local.size() || !below.local.starts_with(above.local)) return false;
  if (!MayBeCode(code, below.local)) return false;
  if (above.system->rule == Rule::kPositional) return true;
  const bool within_category = above.local.find_first_of("./") == std::string_view::npos;
  const char next = below.local[above.local.size()];
  return !within_category || next == '.' || next == '/' || next == '&';
}

std::string_view CommonBeginning(std::string_view level) {
  if (IsLevelOfGeno(level)) return level.substr(0, kOfGeno.size());
  const Split split = SplitCode(level);
  return split.system != nullptr && IsBlock(split) ? split.prefix : level;
}

std::optional<std::pair<std::string, std::string>> EndsOfBlock(std::string_view code) {
  const Split split = SplitCode(code);
  if (split.system == nullptr || !IsBlock(split)) return std::nullopt;
  const size_t size = SizeOfCategory(split);
  return std::pair(Concat({split.prefix, split.local.substr(0, size)}),
                   Concat({split.prefix, split.local.substr(size + 1)}));
}

}  // namespace muster::model
