#include "shell/report/collect_report.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "shell/output/format.h"
#include "shell/report/derived_questions.h"
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
      AskDerived(catalogue, Concat("funnel ", clauses.counted, " where ", clauses.criteria), options);
  if (!flow.has_value() || flow->rows.empty()) return std::nullopt;
  const int64_t* last = IntegerAt(flow->rows.back(), 1);
  const int64_t* count = CountOf(answer, clauses);
  if (last == nullptr || count == nullptr || *last != *count) return std::nullopt;
  return flow;
}

/// Of steps that name a record a funnel does not tell for how many nothing is recorded. Where no step uses the name, it
/// is asked without: who is left is the same, which is looked at.
void FillNotRecorded(CatalogueHandle& catalogue, const std::string& counted, const QueryOptions& options, Table* flow) {
  constexpr size_t kPeople = 1, kNotRecorded = 3;
  if (flow->columns.size() != kNotRecorded + 1 || flow->columns[kNotRecorded].name != "not recorded") return;
  std::vector<std::string> before;
  for (std::vector<Cell>& row : flow->rows) {
    const std::string* written = row.size() == flow->columns.size() ? std::get_if<std::string>(&row[0]) : nullptr;
    if (written == nullptr) return;
    if (&row == &flow->rows.front()) continue;  // all individuals
    const std::optional<std::string> criterion = WithoutName(*written, before);
    if (!criterion.has_value()) return;  // the steps behind it use the name, too
    before.push_back(*criterion);
    if (!IsMissing(row[kNotRecorded])) continue;
    std::string criteria;
    for (const std::string& one : before) Append(criteria, criteria.empty() ? "" : " and ", "(", one, ")");
    const std::optional<Table> plain = AskDerived(catalogue, Concat("funnel ", counted, " where ", criteria), options);
    if (!plain.has_value() || plain->rows.size() != before.size() + 1) continue;
    const auto as_many = [](const std::vector<Cell>& one, const std::vector<Cell>& other) {
      const int64_t *people = IntegerAt(one, kPeople), *same = IntegerAt(other, kPeople);
      return people != nullptr && same != nullptr && *people == *same;
    };
    const bool same = std::equal(plain->rows.begin(), plain->rows.end(), flow->rows.begin(), as_many);
    const std::vector<Cell>& last = plain->rows.back();
    if (same && IntegerAt(last, kNotRecorded) != nullptr) row[kNotRecorded] = last[kNotRecorded];
  }
}

/// The clauses of `funnel individuals where ...` as those of a count.
std::optional<CountClauses> ClausesOfFunnel(std::string_view canonical) {
  constexpr std::string_view kFunnel = "funnel ";
  if (!canonical.starts_with(kFunnel)) return std::nullopt;
  return SplitCount(Concat("count ", canonical.substr(kFunnel.size())));
}

std::optional<Table> CertaintyOf(CatalogueHandle& catalogue, const CountClauses& clauses, const QueryOptions& options) {
  if (clauses.criteria.empty() || clauses.counted.find(',') != std::string::npos) return std::nullopt;
  return AskDerived(catalogue, Concat("count ", clauses.counted, " with certainty where ", clauses.criteria), options);
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

/// What is said of several criteria is told once, with each of them.
void AddRemark(ReportRemark remark, std::vector<ReportRemark>* remarks) {
  const auto same = std::find_if(remarks->begin(), remarks->end(), [&](const ReportRemark& said) {
    return said.message == remark.message && said.hints == remark.hints;
  });
  if (same == remarks->end()) {
    remarks->push_back(std::move(remark));
  } else if (Concat("; ", same->about, "; ").find(Concat("; ", remark.about, "; ")) == std::string::npos) {
    Append(same->about, same->about.empty() ? "" : "; ", remark.about);
  }
}

bool ChangesTheCatalogue(const std::vector<StatementText>& statements) {
  return std::any_of(statements.begin(), statements.end(), [](const StatementText& statement) {
    const std::string words = WordsOf(statement.text);
    return words.starts_with(" define ") || words.starts_with(" drop ");
  });
}

void AddDiagnostics(std::string_view text, const std::vector<Diagnostic>& diagnostics, ReportQuestion* question) {
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool use = diagnostic.code == "use-with-conditions" || diagnostic.code == "not-usable";
    if (use) {
      question->conditions.push_back(diagnostic.message);
    } else {
      AddRemark({WordsMeant(text, diagnostic), diagnostic.message, diagnostic.hints}, &question->remarks);
    }
  }
}

// What the report asks of the host's catalogue beside the question: its flow, how certain its numbers are, and the
// terms and fields that it uses.
void AskBeside(CatalogueHandle& catalogue, const QueryOptions& options, FieldTables* fields, ReportQuestion* question) {
  if (const std::optional<CountClauses> clauses = SplitCount(question->canonical); clauses.has_value()) {
    question->flow = FlowOf(catalogue, question->answer, *clauses, options);
    question->certainty = CertaintyOf(catalogue, *clauses, options);
    if (question->flow.has_value()) FillNotRecorded(catalogue, clauses->counted, options, &*question->flow);
  } else if (const auto funnel = ClausesOfFunnel(question->canonical); funnel.has_value()) {
    question->flow = question->answer;
    question->certainty = CertaintyOf(catalogue, *funnel, options);
    FillNotRecorded(catalogue, funnel->counted, options, &*question->flow);
  }
  const std::vector<std::string> lines = BoundLines(catalogue, question->canonical, options);
  question->terms = TermsOf(catalogue, question->canonical, lines, options);
  question->fields = fields->UsedBy(question->canonical, lines);
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
  // For questions that the report asks beside one: its canonical form has its parameters already.
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
    AddDiagnostics(text, answer.diagnostics, &question);
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
      AskBeside(catalogue, beside, &fields, &question);
    }
    content.questions.push_back(std::move(question));
  }
  return content;
}

}  // namespace muster::shell
