#include "shell/report/collect_report.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "shell/report/statement_text.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

/// The only answer to one statement that is derived from a question; nullopt when there is none.
std::optional<Table> AskBeside(CatalogueHandle& catalogue, const std::string& statement, const QueryOptions& options) {
  absl::StatusOr<std::vector<Answer>> answers = catalogue.Query(statement, options);
  if (!answers.ok() || answers->size() != 1 || HasErrors((*answers)[0].diagnostics)) return std::nullopt;
  return std::move((*answers)[0].table);
}

const int64_t* IntegerAt(const std::vector<Cell>& row, size_t column) {
  return column < row.size() ? std::get_if<int64_t>(&row[column]) : nullptr;
}

/// The count of the first entity that `answer` is about, over all rows; nullptr when it is no whole number.
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

bool IsCode(std::string_view word) {
  const size_t colon = word.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < word.size() &&
         std::isalpha(static_cast<unsigned char>(word[0])) != 0;
}

/// A line of the bound query, such as "individual: any observed phenotype HP:0001250 Seizure and below (10 terms, 10
/// codes in use)"; nullopt when it speaks of no term.
std::optional<ReachedTerm> TermOfLine(std::string_view line) {
  constexpr std::string_view kInUse = " in use)";
  ReachedTerm term;
  size_t open = line.rfind(" is ") == std::string_view::npos ? std::string_view::npos : line.size();
  if (const size_t in_use = line.rfind(kInUse); in_use != std::string_view::npos) {
    line = line.substr(0, in_use + kInUse.size());  // behind it stand `the last` and names
    open = line.rfind(" (");
    if (open != std::string_view::npos) term.reach = line.substr(open + 2, line.size() - open - 3);
  }
  if (open == std::string_view::npos) return std::nullopt;
  const size_t colon = line.find(": ");
  std::string_view rest = line.substr(0, open);
  if (colon != std::string_view::npos && colon < open) rest.remove_prefix(colon + 2);
  for (size_t begin = 0; begin < rest.size();) {
    const size_t end = std::min(rest.find(' ', begin), rest.size());
    if (IsCode(rest.substr(begin, end - begin))) {
      term.what = rest.substr(0, begin > 0 ? begin - 1 : 0);
      term.code = rest.substr(begin, end - begin);
      std::string_view label = rest.substr(std::min(end + 1, rest.size()));
      constexpr std::string_view kBelow = " and below";
      if (label.ends_with(kBelow)) {
        label.remove_suffix(kBelow.size());
        term.reach = "and below: " + term.reach;
      }
      for (size_t next = label.find(", "); next != std::string_view::npos; next = label.find(", ", next + 2)) {
        const std::string_view behind = label.substr(next + 2);
        if (!IsCode(behind.substr(0, behind.find(' ')))) continue;
        label = label.substr(0, next);  // of several, the first
        break;
      }
      term.label = label;
      return term;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

std::vector<ReachedTerm> TermsOf(CatalogueHandle& catalogue, const std::string& canonical,
                                 const QueryOptions& options) {
  std::vector<ReachedTerm> terms;
  const std::optional<Table> explained = AskBeside(catalogue, "explain " + canonical, options);
  if (!explained.has_value()) return terms;
  std::set<std::string> seen;
  for (const std::vector<Cell>& row : explained->rows) {
    const std::string* cell = row.empty() ? nullptr : std::get_if<std::string>(&row[0]);
    if (cell == nullptr) continue;
    std::string_view lines = *cell;
    while (!lines.empty()) {
      const size_t end = std::min(lines.find('\n'), lines.size());
      const std::string_view line = lines.substr(0, end);
      if (line.starts_with("plan")) return terms;
      std::optional<ReachedTerm> term = TermOfLine(line);
      if (term.has_value() && seen.insert(term->what + term->code + term->reach).second) terms.push_back(*term);
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }
  return terms;
}

/// `text` in lower case, its quotations taken out, blanks around each word: "count individuals where sex is female".
std::string WordsOf(std::string_view text) {
  std::string words = " ";
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '"' || c == '\'') {
      quote = c;
      continue;
    }
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':' || c == '_';
    if (letter) {
      words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words + " ";
}

bool HasWord(const std::string& words, std::string_view name) {
  return words.find(Concat(" ", name, " ")) != std::string::npos;
}

/// "individuals" of "individual": what `describe` and CatalogueInfo call entities, without its plural.
std::string Singular(const std::string& plural) {
  if (plural == "analyses") return "analysis";
  return plural.ends_with('s') ? plural.substr(0, plural.size() - 1) : plural;
}

/// The names of `field`, which are in the cells `name` and `also` ("last contact, age at last encounter").
bool IsNamed(const std::string& words, const std::string& name, const std::string* also) {
  if (HasWord(words, name)) return true;
  if (also == nullptr) return false;
  for (size_t begin = 0; begin < also->size();) {
    const size_t end = std::min(also->find(", ", begin), also->size());
    if (HasWord(words, std::string_view(*also).substr(begin, end - begin))) return true;
    begin = end + 2;
  }
  return false;
}

/// Whether a term is asked for behind the name of the entity: `has disease MONDO:0005105`, `disease in (...)`.
bool AsksForTerms(const std::string& canonical, const std::string& entity) {
  for (size_t at = canonical.find(entity); at != std::string::npos; at = canonical.find(entity, at + 1)) {
    size_t behind = at + entity.size();
    if (behind < canonical.size() && canonical[behind] == 's') ++behind;
    std::string_view rest = std::string_view(canonical).substr(std::min(behind, canonical.size()));
    if (!rest.starts_with(' ')) continue;
    rest.remove_prefix(1);
    if (rest.starts_with("exactly ")) rest.remove_prefix(8);
    if (rest.starts_with('"') || rest.starts_with("in (") || IsCode(rest.substr(0, rest.find(' ')))) return true;
  }
  return false;
}

/// Which entities have fields, and their descriptions: asked once for all questions.
class FieldTables {
 public:
  FieldTables(CatalogueHandle& catalogue, const CatalogueInfo& info, const QueryOptions& options)
      : catalogue_(catalogue), info_(info), options_(options) {}

  /// The fields whose names are among the words of `canonical`, of the entities that are.
  std::vector<FieldUse> UsedBy(const std::string& canonical) {
    const std::string words = WordsOf(canonical);
    std::vector<FieldUse> uses;
    for (const CatalogueInfo::Entity& entity : info_.entities) {
      const bool person = entity.name == "individuals";
      if (!person && !HasWord(words, entity.name) && !HasWord(words, Singular(entity.name))) continue;
      AddUses(entity, words, AsksForTerms(canonical, Singular(entity.name)), &uses);
    }
    return uses;
  }

 private:
  /// Those that `words` name, and those that decide without being named: what a record is of, its time where the first
  /// or last is asked for, and the birth date that an age is counted from.
  void AddUses(const CatalogueInfo::Entity& entity, const std::string& words, bool terms, std::vector<FieldUse>* uses) {
    auto [found, is_new] = tables_.try_emplace(entity.name);
    if (is_new) found->second = AskBeside(catalogue_, "describe " + entity.name, options_);
    if (!found->second.has_value()) return;
    const Table& table = *found->second;
    const auto column = [&](std::string_view name) {
      size_t at = 0;
      while (at < table.columns.size() && table.columns[at].name != name) ++at;
      return at;
    };
    const size_t recorded = column("recorded"), also = column("also"), kind = column("kind");
    const bool ordered = HasWord(words, Concat("first ", Singular(entity.name))) ||
                         HasWord(words, Concat("last ", Singular(entity.name)));
    bool time_is_used = !ordered;
    for (const std::vector<Cell>& row : table.rows) {
      const std::string* field = row.empty() ? nullptr : std::get_if<std::string>(&row[0]);
      const int64_t* count = IntegerAt(row, recorded);
      if (field == nullptr || count == nullptr) continue;
      const auto text = [&](size_t i) { return i < row.size() ? std::get_if<std::string>(&row[i]) : nullptr; };
      const std::string* kind_of = text(kind);
      const bool is_time = !time_is_used && kind_of != nullptr && *kind_of == "time";
      time_is_used = time_is_used || is_time;
      const bool of_age = entity.name == "individuals" && *field == "birth date" && HasWord(words, "age as of");
      if (!is_time && !of_age && !(terms && *field == "term") && !IsNamed(words, *field, text(also))) continue;
      uses->push_back({entity.name, *field, static_cast<uint64_t>(*count), entity.rows});
    }
  }

  CatalogueHandle& catalogue_;
  const CatalogueInfo& info_;
  const QueryOptions& options_;
  std::map<std::string, std::optional<Table>> tables_;
};

void DescribeCatalogue(const CatalogueInfo& info, ReportContent* content) {
  content->catalogue["version"] = std::to_string(info.version);
  for (const auto& entity : info.entities) content->catalogue["rows " + entity.name] = std::to_string(entity.rows);
  for (const auto& dataset : info.datasets) {
    content->catalogue["dataset " + dataset.id] = std::to_string(dataset.individuals);
  }
}

/// Without the study dates, which have no answers; what is said of one is said of the question behind it.
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
      (use ? question.conditions : question.remarks).push_back(diagnostic.message);
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
      question.terms = TermsOf(catalogue, question.canonical, beside);
      question.fields = fields.UsedBy(question.canonical);
    }
    content.questions.push_back(std::move(question));
  }
  return content;
}

}  // namespace muster::shell
