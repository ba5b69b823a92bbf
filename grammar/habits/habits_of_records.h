// Private to grammar/: what is said of a record without `with`, or by words that stand for several fields: "has disease
// "melanoma" stage III", "has run assay is WGS depth >= 30".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_RECORDS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_RECORDS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// The whole criterion with what stands behind its record, up to its end, behind `with`: when that is what token `at`,
/// which cannot stand there, is part of.
std::optional<std::string> HabitOfRecord(const std::vector<std::string>& tokens, size_t at);

/// A hint that begins "write with ...", of the record that ends before token `at`: with the record. Others as they are.
std::string WithItsRecord(const std::vector<std::string>& tokens, size_t at, std::string hint);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_RECORDS_H_
