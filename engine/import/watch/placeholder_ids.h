// Ids of individuals that are rather those of tests and placeholders: "Test", "dummy", "-9".
#ifndef MUSTER_ENGINE_IMPORT_WATCH_PLACEHOLDER_IDS_H_
#define MUSTER_ENGINE_IMPORT_WATCH_PLACEHOLDER_IDS_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "engine/import/record/reporter.h"

namespace muster::import {

/// Remembers ids of an import that look like placeholders, or like dates that a spreadsheet has made of them ("2-Jan"),
/// and those of records that REDCap has entered twice ("7--1"
/// and "7--2").
class PlaceholderIds {
 public:
  void Look(std::string_view id);
  void Report(Reporter& reporter) const;

 private:
  void ReportDoubleEntries(Reporter& reporter) const;

  std::set<std::string, std::less<>> ids_;
  std::set<std::string, std::less<>> made_;  // by a spreadsheet
  uint64_t looked_at_ = 0;
  std::set<std::string, std::less<>> firsts_;  // "7--1" as "7"
  std::set<std::string, std::less<>> seconds_;
  std::set<std::string, std::less<>> thirds_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_PLACEHOLDER_IDS_H_
