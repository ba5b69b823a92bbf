// Collects what the import report says about values and records that were not taken as they stood.
#ifndef MUSTER_ENGINE_IMPORT_REPORTER_H_
#define MUSTER_ENGINE_IMPORT_REPORTER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/import/text_map.h"
#include "muster/import.h"

namespace muster::import {

/// Knows which file, record and individual are being read. All problems are counted, the first ones spelled out.
class Reporter {
 public:
  explicit Reporter(size_t max_problems) : max_problems_(max_problems) {}

  void BeginFile(std::string name);
  /// `line`, where known, is told in the reason of a rejection.
  void BeginRecord(uint64_t number, uint64_t line);
  /// Speaks of a record again that was read before; 0 stands for the whole file.
  void ReturnTo(const std::string& file, uint64_t number);
  void SetId(std::string_view id) { id_ = id; }
  const std::string& file() const { return file_; }
  uint64_t record() const { return record_; }

  void Reject(std::string_view where, std::string_view reason);
  /// A value that is kept but not indexed because it could not be read.
  void Unreadable(std::string_view where, std::string_view reason);
  /// Counts a value that is kept but not indexed, by its pointer without indices.
  void CountKept(std::string_view path) { ++CountOf(kept_, path); }
  /// Counts a correction, and spells it out if `reason` is not empty.
  void Note(std::string_view what, std::string_view where = {}, std::string_view reason = {});

  ImportReport& report() { return report_; }
  /// Moves the counts into the report and hands it over.
  ImportReport Finish() &&;

 private:
  using Counts = TextMap<uint64_t>;
  static uint64_t& CountOf(Counts& counts, std::string_view key);
  void Add(ImportProblem::Kind kind, std::string_view where, std::string_view reason);

  size_t max_problems_;
  ImportReport report_;
  Counts kept_;
  Counts notes_;
  std::string file_;
  std::string id_;
  uint64_t record_ = 0;
  uint64_t line_ = 0;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_REPORTER_H_
