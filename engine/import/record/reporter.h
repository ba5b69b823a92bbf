// Collects remarks and problems of an import for its report.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_REPORTER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_REPORTER_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/kept_values.h"
#include "engine/import/record/remarks.h"
#include "engine/import/record/text_counts.h"
#include "engine/model/schema/schema.h"
#include "muster/import.h"

namespace muster::import {

/// Knows which file, record and individual are being read. All problems are counted, the first ones spelled out.
///
/// A part of a report is collected by itself, for records that are read out of turn, and then absorbed in turn: the
/// whole is the same as if there had been no parts.
class Reporter {
 public:
  enum class Extent { kWhole, kPart };
  explicit Reporter(size_t max_problems, Extent extent = Extent::kWhole)
      : max_problems_(max_problems), extent_(extent), remarks_(/*bounded=*/extent == Extent::kWhole) {}

  void BeginFile(std::string name);
  /// `line`: where it begins in the file, or 0.
  void BeginRecord(uint64_t number, uint64_t line);
  /// Speaks of a record again that was read before; 0 stands for the whole file.
  void ReturnTo(const std::string& file, uint64_t number, uint64_t line = 0);
  void SetId(std::string_view id) { id_ = id; }
  const std::string& file() const { return file_; }
  const std::string& id() const { return id_; }
  uint64_t record() const { return record_; }
  uint64_t line() const { return line_; }

  /// Says something about `value`, which stands at `where`. `reason` says it of this value; "": as the kind does.
  void Report(const RemarkKind& kind, std::string_view where, std::string_view value, std::string_view reason = {});
  /// A kind has a name: one that is made in the call has no words with clang 14.
  void Report(RemarkKind&&, std::string_view, std::string_view, std::string_view = {}) = delete;
  /// The same for what may be true of millions of values: all are counted, the first one of each is spelled out.
  /// `describe()` returns where it stands and the reason, and is called for that one only.
  /// `path` tells values of different places apart; "" where they are one.
  template <typename Describe>
  void ReportOfEach(const RemarkKind& kind, std::string_view path, std::string_view value, Describe describe) {
    if (!CountOfEach(kind, path, value)) return;
    const auto [where, reason] = describe();
    SpellOut(kind, path, where, value, reason);
  }
  template <typename Describe>
  void ReportOfEach(RemarkKind&&, std::string_view, std::string_view, Describe) = delete;

  /// Counts a value that is kept but not indexed, by its pointer without indices.
  void CountKept(std::string_view path, std::string_view value) { kept_.Add(path, value, MaxKeys()); }
  /// The same of one that is not to be shown.
  void CountKept(std::string_view path) { kept_.AddUnseen(path, MaxKeys()); }
  /// Counts a correction of which nothing else is to be said.
  void CountNote(std::string_view what) { notes_.Add(what, 1, MaxKeys()); }
  /// Counts the rows of a record that was delivered.
  void CountRows(const std::array<uint32_t, model::kEntityCount>& rows);
  /// Of one that was then not taken.
  void UncountRows(const std::array<uint32_t, model::kEntityCount>& rows);

  ImportReport& report() { return report_; }
  /// Adds what a part has collected, which is then empty.
  void Absorb(Reporter& part);
  /// Moves the counts into the report and hands it over.
  ImportReport Finish() &&;

 private:
  // Of a part: a problem of which the whole has to say whether it is the first of its kind and value.
  struct Once {
    size_t before = 0;  // problems that come before it
    std::string what;
    std::string path;
    ImportProblem problem;
  };
  ImportProblem MakeProblem(ImportProblem::Kind kind, std::string_view where, std::string_view reason,
                            std::string_view value) const;
  void Count(const RemarkKind& kind);
  // Whether the value is to be spelled out.
  bool CountOfEach(const RemarkKind& kind, std::string_view path, std::string_view value);
  void SpellOut(const RemarkKind& kind, std::string_view path, std::string_view where, std::string_view value,
                std::string_view reason);
  void Add(ImportProblem problem);
  // Whether it is the first of this kind with this value.
  bool IsFirst(std::string_view what, std::string_view path, std::string_view value);
  size_t MaxKeys() const;

  size_t max_problems_;
  Extent extent_;
  ImportReport report_;
  std::array<uint64_t, model::kEntityCount> rows_{};
  KeptValues kept_;
  TextCounts notes_;
  Remarks remarks_;
  HashSet<std::string> told_;
  std::vector<Once> once_;
  std::string file_;
  std::string id_;
  uint64_t record_ = 0;
  uint64_t line_ = 0;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_REPORTER_H_
