// The remarks of an import, by kind.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_REMARKS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_REMARKS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/input/text_map.h"
#include "muster/import.h"

namespace muster::import {

/// Where a kind stands in the report: what may make counts wrong comes first, and what is mostly harmless last. The
/// others are ordered by how many there are.
enum class RemarkPlace { kFirst, kByCount, kLast };

/// A kind of remark. Whoever has something to say declares one beside its code:
///
///     constexpr RemarkKind kNoSuchDay{ImportProblem::Kind::kKeptOnly, "date that does not exist",
///                                     "correct it in the source; the record has no such date until then"};
///
/// One that does not say what to do does not compile.
struct RemarkKind {
  consteval RemarkKind(ImportProblem::Kind kind_of, std::string_view words, std::string_view to_do,
                       RemarkPlace where = RemarkPlace::kByCount)
      : kind(kind_of), what(words), advice(to_do), place(where) {
    if (what.empty() || advice.empty()) throw "a kind of remark says what is the matter, and what to do about it";
  }

  ImportProblem::Kind kind;
  std::string_view what;    ///< in a few words; kinds with the same words are one
  std::string_view advice;  ///< what to do about it, in one sentence without capital and full stop
  RemarkPlace place;
};

/// Counts remarks by kind and value and keeps examples. What is kept is bounded, unless it is a part (see Reporter),
/// which is bounded by what it reads.
class Remarks {
 public:
  explicit Remarks(bool bounded) : bounded_(bounded) {}

  /// Counts one. `where` may have indices. True when an example of it would be kept.
  bool Count(const RemarkKind& kind, std::string_view where, std::string_view value, bool* new_value);
  /// Keeps an example of what was just counted, if it wants one. `one_of_a_value`: each value is reported once.
  void AddExample(ImportProblem problem, bool one_of_a_value);

  /// Adds what a part has counted, which is then empty.
  void Absorb(Remarks& part);
  /// In the order of the report.
  std::vector<ImportRemark> Finish() &&;

 private:
  struct Group {
    ImportRemark remark;
    TextMap<size_t> index;               // of values, by path and value
    std::optional<ImportProblem> spare;  // a second example of the same value
    bool one_of_a_value = false;
    RemarkPlace place = RemarkPlace::kByCount;
  };
  Group& GroupOf(ImportProblem::Kind kind, std::string_view what, std::string_view advice);
  // Whether the value is new to the group.
  bool CountValue(Group& group, std::string_view path, std::string_view value, uint64_t times);
  static void Offer(Group& group, ImportProblem problem);

  bool bounded_;
  std::vector<Group> groups_;
  TextMap<size_t> by_what_;
  size_t last_ = 0;  // the group counted last
};

/// "/a/3/b" -> "/a/b"
std::string WithoutIndices(std::string_view pointer);
/// The first `most` bytes of a value, which is what reports show.
std::string Shown(std::string_view text, size_t most = 120);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_REMARKS_H_
