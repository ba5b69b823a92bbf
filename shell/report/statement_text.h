// Splits the text of statements without the engine: beginnings, comments, clauses.
#ifndef MUSTER_SHELL_REPORT_STATEMENT_TEXT_H_
#define MUSTER_SHELL_REPORT_STATEMENT_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

struct StatementText {
  std::string comment;  ///< the lines of its comments, without `--`
  std::string text;     ///< without its ';'
};

/// The statements of `text`, which a ';' outside quotation marks and comments ends; those without a word are left out.
std::vector<StatementText> SplitStatements(std::string_view text);

/// Whether it is `study date ...`, which has no answer.
bool IsStudyDate(const StatementText& statement);
/// The date behind `study date`; empty if there is none.
std::string StudyDateIn(const StatementText& statement);

/// The clauses of a `count` in canonical form.
struct CountClauses {
  std::string counted;    ///< "individuals, samples"
  std::string criteria;   ///< behind `where`; empty: everybody
  std::string breakdown;  ///< from `by` on; empty: none
};

/// Splits `canonical` into its clauses; nullopt if it is not a plain count, but another statement or a count `with
/// certainty`.
std::optional<CountClauses> SplitCount(std::string_view canonical);

/// Where the quotation that begins at `begin` ends, or the text.
size_t EndOfQuotation(std::string_view text, size_t begin);

/// `text` in lower case, its quotations taken out, blanks around each word: " count individuals where sex is female ".
std::string WordsOf(std::string_view text);

/// What of `canonical` is measured or counted by, rather than asked for: "value of measurement LOINC:4548-4 in %, age
/// at last contact" of a summary, "sex, value of measurement ..." behind `by`.
std::vector<std::string> MeasuredClauses(std::string_view canonical);
/// `canonical` without its criteria.
std::string WithoutCriteria(std::string_view canonical);

/// A criterion in canonical form with `except` where it was written so: `has disease "a" except "b" with x` of `has
/// disease "a" with (term not in ("b") and x)`. For readers: the canonical form is the other.
std::string WithExcept(std::string criterion);

/// A criterion without the names that it gives to records: `has procedure "x"` of `has procedure "x" as surgery`. Null
/// if a criterion of `others` uses such a name, or it itself.
std::optional<std::string> WithoutName(const std::string& criterion, const std::vector<std::string>& others);

/// The terms that a statement asks for behind the name of an entity.
struct AskedTerms {
  std::vector<std::string> terms;  ///< as they are written: `"asthma"`, `exactly HP:0001250`
  bool everywhere = true;          ///< whether the entity, where it is named, has terms behind it, observed ones
};

/// Of a statement in canonical form; `entity` is in the singular.
AskedTerms TermsBehind(std::string_view canonical, std::string_view entity);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_STATEMENT_TEXT_H_
