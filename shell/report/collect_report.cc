#include "shell/report/collect_report.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "shell/report/ask_beside.h"
#include "shell/report/reached_terms.h"
#include "shell/report/statement_text.h"
#include "shell/report/used_fields.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

/// The count of the first entity of `answer`, over all rows; null if it is not a whole number.
const int64_t* CountOf(const Table& answer, const CountClauses& clauses) {
  if (!answer.total.empty()) return std::get_if<int64_t>(&answer.total[0]);
  return clauses.breakdown.empty() && answer.rows.size() == 1 ? IntegerAt(answer.rows[0], 0) : nullptr;
}

/// What each criterion costs. Only where its last number is that of the answer: the clauses are found by words.
std::optional<Table> FlowOf(CatalogueHandle& catalogue, const Table& answer, const CountClauses& clauses,
                            const QueryOptions& options) {
  if (clauses.criteria.empty()) return std::nullopt;
  std::optional<Table> flow =
      AskBeside(catalogue, Concat("funnel ", clauses.counted, " where ", clauses.criteria), options);
  if (!flow.has_value() || flow->rows.empty()) return std::nullopt;
  const int64_t* last = IntegerAt(flow->rows.back(), 1);
  const int64_t* count = CountOf(answer, clauses);
  if (last == nullptr || count == nullptr || *last != *count) return std::nullopt;
  return flow;
}

std::optional<Table> CertaintyOf(CatalogueHandle& catalogue, const CountClauses& clauses, const QueryOptions& options) {
  if (clauses.criteria.empty() || clauses.counted.find(',') != std::string::npos) return std::nullopt;
  return AskBeside(catalogue, Concat("count ", clauses.counted, " with certainty where ", clauses.criteria), options);
}

void DescribeCatalogue(const CatalogueInfo& info, ReportContent* content) {
  content->catalogue["version"] = std::to_string(info.version);
  for (const auto& entity : info.entities) content->catalogue["rows " + entity.name] = std::to_string(entity.rows);
  for (const auto& dataset : info.datasets) {
    content->catalogue["dataset " + dataset.id] = std::to_string(dataset.individuals);
  }
}

/// Without study dates, which have no answers; their diagnostics belong to the question behind them.
std::vector<StatementText> Questions(std::vector<StatementText> statements) {
  std::vector<StatementText> questions;
  std::string comment;
  for (StatementText& statement : statements) {
    if (!comment.empty()) statement.comment = Concat(comment, statement.comment.empty() ? "" : "\n", statement.comment);
    comment.clear();
    if (IsStudyDate(statement)) {
      comment = std::move(statement.comment);
    } else {
      questions.push_back(std::move(statement));
    }
  }
  return questions;
}

/// The words of `text` that the remark is about, with single blanks; of a long criterion its beginning.
std::string WordsMeant(std::string_view text, const Diagnostic& diagnostic) {
  constexpr int kMaxWidth = 160;
  std::string words;
  for (size_t i = diagnostic.begin; i < std::min(diagnostic.end, text.size()); ++i) {
    const bool blank = std::isspace(static_cast<unsigned char>(text[i])) != 0;
    if (!blank) words += text[i];
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  return Shortened(words, kMaxWidth);
}

bool ChangesTheCatalogue(const std::vector<StatementText>& statements) {
  return std::any_of(statements.begin(), statements.end(), [](const StatementText& statement) {
    const std::string words = WordsOf(statement.text);
    return words.starts_with(" define ") || words.starts_with(" drop ");
  });
}

}  // namespace

absl::StatusOr<ReportContent> CollectReport(CatalogueHandle& catalogue, std::string_view text,
                                            const QueryOptions& options, bool guest,
                                            std::vector<Diagnostic>* mistakes) {
  const std::vector<StatementText> statements = Questions(SplitStatements(text));
  if (ChangesTheCatalogue(statements)) {
    return absl::InvalidArgumentError("a report only asks: 'define cohort' and 'drop cohort' change the catalogue");
  }
  absl::StatusOr<std::vector<Answer>> answers = catalogue.Query(text, options);
  if (!answers.ok()) return answers.status();
  for (const Answer& answer : *answers) {
    mistakes->insert(mistakes->end(), answer.diagnostics.begin(), answer.diagnostics.end());
  }
  if (HasErrors(*mistakes)) return absl::InvalidArgumentError("a statement of the report has a mistake");
  if (answers->empty() || !(*answers)[0].table.has_value()) return absl::InternalError("a statement has no answer");

  ReportContent content;
  CatalogueInfo info;
  if (!guest) {
    absl::StatusOr<CatalogueInfo> found = catalogue.Info();
    if (!found.ok()) return found.status();
    info = *std::move(found);
    DescribeCatalogue(info, &content);
  }
  // What is asked beside a question is without parameters: they are in its canonical form already.
  QueryOptions beside = options;
  beside.parameters.clear();
  FieldTables fields(catalogue, info, beside);
  std::set<std::string> ontologies;
  for (size_t i = 0; i < answers->size(); ++i) {
    Answer& answer = (*answers)[i];
    if (!answer.table.has_value()) continue;
    ReportQuestion question;
    question.canonical = answer.table->provenance.statement;
    if (statements.size() == answers->size()) question.words = statements[i].comment;
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      const bool use = diagnostic.code == "use-with-conditions" || diagnostic.code == "not-usable";
      if (use) {
        question.conditions.push_back(diagnostic.message);
      } else {
        question.remarks.push_back({WordsMeant(text, diagnostic), diagnostic.message, diagnostic.hints});
      }
    }
    question.answer = *std::move(answer.table);
    const Provenance& provenance = question.answer.provenance;
    for (const OntologyVersion& ontology : provenance.ontologies) {
      if (ontologies.insert(ontology.id).second) content.ontologies.push_back(ontology);
    }
    content.release = provenance.release;
    content.engine = provenance.engine;
    if (guest) {
      content.catalogue["epoch"] = provenance.epoch;
      content.note = provenance.note;
    } else {
      if (const std::optional<CountClauses> clauses = SplitCount(question.canonical); clauses.has_value()) {
        question.flow = FlowOf(catalogue, question.answer, *clauses, beside);
        question.certainty = CertaintyOf(catalogue, *clauses, beside);
      }
      const std::vector<std::string> lines = BoundLines(catalogue, question.canonical, beside);
      question.terms = TermsOf(catalogue, question.canonical, lines, beside);
      question.fields = fields.UsedBy(question.canonical, lines);
    }
    content.questions.push_back(std::move(question));
  }
  return content;
}

}  // namespace muster::shell
