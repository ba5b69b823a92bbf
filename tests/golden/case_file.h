// Files of golden cases.
//
//   # why the output is right: a comment belongs to the case that follows
//   #! max_terms=5           (or own_world, for a case that changes the catalogue)
//   count individuals
//   --
//   individuals
//   20
//   ==
#ifndef MUSTER_TESTS_GOLDEN_CASE_FILE_H_
#define MUSTER_TESTS_GOLDEN_CASE_FILE_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace muster::golden {

struct Case {
  std::string comment;                          ///< lines that begin with '#', before the query
  std::map<std::string, std::string> settings;  ///< of "#! name=value ..." lines
  std::string query;
  std::string expected;
  int line = 0;  ///< where the query begins, from 1
};

/// What a query gives. Ends with a newline unless it is empty.
using Answerer = std::function<std::string(const Case&)>;

/// Runs the cases of the file `path` and compares; with MUSTER_UPDATE_GOLDEN it rewrites the file instead. Each
/// difference is a failure of the running test.
void RunCaseFile(const std::string& path, const Answerer& answer);

/// The same for the examples of a document: every ```muster block is followed by a ```text block with its output, whose
/// messages are in lines of at most 120 bytes.
void RunDocument(const std::string& path, const Answerer& answer);

/// The queries of a file of cases, but for those with bytes that are no text, or of the ```muster blocks of a document.
std::vector<std::string> QueriesIn(const std::string& path);

/// Compares the text between "<!-- BEGIN name -->" and "<!-- END name -->" of the file `path`; with
/// MUSTER_UPDATE_GOLDEN it is replaced.
void ExpectSection(const std::string& path, const std::string& name, const std::string& expected);

std::vector<std::string> SplitLines(const std::string& text);

}  // namespace muster::golden

#endif  // MUSTER_TESTS_GOLDEN_CASE_FILE_H_
