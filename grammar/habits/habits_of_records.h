// Private to grammar/: conditions on a record without `with`, or by words that mean several fields: "has disease
// "melanoma" stage III", "has run assay is WGS depth >= 30".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_RECORDS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_RECORDS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// The whole criterion with the conditions behind its record moved behind `with`, if token `at`, at which the syntax
/// error is, is part of them.
std::optional<std::string> HabitOfRecord(const std::vector<std::string>& tokens, size_t at);

/// For a hint that begins with "write with ...": adds the record that ends before token `at`. Other hints are
/// unchanged.
std::string WithItsRecord(const std::vector<std::string>& tokens, size_t at, std::string hint);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_RECORDS_H_
