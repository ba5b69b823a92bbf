// The content of a report, before it is a page: the questions, their answers, and what is needed to obtain them
// again.
#ifndef MUSTER_SHELL_REPORT_REPORT_CONTENT_H_
#define MUSTER_SHELL_REPORT_REPORT_CONTENT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/table.h"
#include "nlohmann/json.hpp"

namespace muster::shell {

/// A term of a question, and what it matches.
struct ReachedTerm {
  std::string what;                ///< "any observed phenotype"
  std::string code;                ///< "HP:0001250"
  std::string label;               ///< may be empty
  std::string reach;               ///< "and below: 10 terms, 10 codes in use"
  std::optional<uint64_t> people;  ///< how many in the whole catalogue have it; nullopt: that cannot be asked
};

/// How often a field is recorded.
struct FieldUse {
  std::string entity;  ///< plural, as in "count individuals"
  std::string terms;   ///< of whose records, as in a list; empty: of all in the catalogue
  std::string field;
  uint64_t recorded = 0;
  uint64_t rows = 0;  ///< those of the terms, or all of the entity
  /// Not about a field: how many individuals have any such record.
  bool of_people = false;
};

/// A warning or note, with the words of the question that it is about.
struct ReportRemark {
  std::string about;  ///< may be empty
  std::string message;
  std::vector<std::string> hints;  ///< what to write for what else may be meant
};

/// A statement with its answer and what is shown beside it.
struct ReportQuestion {
  std::string words;      ///< from the comments before it; may be empty
  std::string canonical;  ///< as the engine prints it
  Table answer;
  std::optional<Table> flow;       ///< what each criterion costs
  std::optional<Table> certainty;  ///< certainly, possibly, unknown
  std::vector<ReachedTerm> terms;
  std::vector<FieldUse> fields;
  std::vector<std::string> conditions;  ///< of data use
  std::vector<ReportRemark> remarks;    ///< other warnings and notes
};

struct ReportContent {
  std::vector<ReportQuestion> questions;
  /// What the catalogue holds, by name: version or epoch, rows of entities, individuals of datasets.
  std::map<std::string, std::string> catalogue;
  std::vector<OntologyVersion> ontologies;
  std::string release;  ///< policy: "exact", or tier and version
  std::string note;     ///< what is to be borne in mind with a guest's numbers
  std::string engine;
};

/// What the content is as JSON: the same content gives the same bytes. The engine's version is not in it.
nlohmann::ordered_json ContentJson(const ReportContent& content);

/// SHA-256 of ContentJson: canonical statements, answers, catalogue, ontologies and policy, in hexadecimal.
std::string ReportId(const nlohmann::ordered_json& content);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_REPORT_CONTENT_H_
