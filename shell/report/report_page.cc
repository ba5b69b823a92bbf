#include "shell/report/report_page.h"

#include <algorithm>

#include "shell/output/table_parts.h"
#include "shell/report/bars_svg.h"
#include "shell/report/flow_svg.h"
#include "shell/report/html.h"
#include "shell/report/report_style.h"
#include "shell/report/sha256.h"
#include "shell/report/statement_text.h"
#include "shell/report/summary_part.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

constexpr size_t kShownOfId = 16;

std::string Items(const std::vector<std::string>& items, std::string_view tag) {
  std::string out = Concat("<", tag, ">\n");
  for (const std::string& item : items) Append(out, "<li>", EscapeHtml(item), "</li>\n");
  return Concat(out, "</", tag, ">\n");
}

/// `criterion` as it reads best: `except` as such, and with labels behind its codes, where it does not have them
/// itself.
std::string WithLabels(std::string criterion, const std::vector<ReachedTerm>& terms) {
  criterion = WithExcept(std::move(criterion));
  for (const ReachedTerm& term : terms) {
    if (term.label.empty() || criterion.find(term.label) != std::string::npos) continue;
    const size_t at = criterion.find(term.code);
    const size_t end = at + term.code.size();
    const bool whole = at != std::string::npos &&
                       (end == criterion.size() || std::string_view(" ,)").find(criterion[end]) != std::string::npos);
    if (whole) criterion.insert(end, Concat(" (", term.label, ")"));
  }
  return criterion;
}

/// What is counted by: "by country (at least 50 individuals each)" of `by country having individuals >= 50`.
std::string BreakdownWords(const std::string& breakdown) {
  constexpr std::string_view kHaving = " having ", kAtLeast = " >= ";
  const size_t having = breakdown.rfind(kHaving);
  if (having == std::string::npos) return breakdown;
  const std::string_view limit = std::string_view(breakdown).substr(having + kHaving.size());
  const size_t at_least = limit.find(kAtLeast);
  if (at_least == std::string_view::npos || limit.substr(0, at_least).find(' ') != std::string_view::npos) {
    return breakdown;
  }
  const std::string_view number = limit.substr(at_least + kAtLeast.size());
  if (number.find_first_not_of("0123456789") != std::string_view::npos) return breakdown;
  return Concat(breakdown.substr(0, having), " (at least ", number, " ", limit.substr(0, at_least), " each)");
}

/// A funnel's criteria are the rows of its answer.
std::string WordsOfFunnel(const ReportQuestion& question) {
  constexpr std::string_view kFunnel = "funnel ", kWhere = " where ";
  const std::string_view canonical = question.canonical;
  const size_t where = canonical.find(kWhere);
  if (!canonical.starts_with(kFunnel) || where == std::string_view::npos) return "";
  std::vector<std::string> criteria;
  for (size_t i = 1; i < question.answer.rows.size(); ++i) {
    criteria.push_back(WithLabels(ReportCell(question.answer, 0, question.answer.rows[i][0]), question.terms));
  }
  return Concat("<p>How many ", EscapeHtml(canonical.substr(kFunnel.size(), where - kFunnel.size())),
                " are left after each of these criteria?</p>\n", Items(criteria, "ol"));
}

/// The question in words, as far as its form allows.
std::string Words(const ReportQuestion& question) {
  std::string out;
  if (!question.words.empty()) Append(out, "<p>", EscapeHtml(question.words), "</p>\n");
  const std::optional<CountClauses> clauses = SplitCount(question.canonical);
  if (!clauses.has_value()) return out + WordsOfFunnel(question);
  Append(out, "<p>How many ", EscapeHtml(clauses->counted));
  const std::string by =
      clauses->breakdown.empty() ? "" : Concat(", counted ", EscapeHtml(BreakdownWords(clauses->breakdown)));
  if (clauses->criteria.empty()) return Concat(out, " are there", by, "?</p>\n");
  std::vector<std::string> criteria;
  if (question.flow.has_value()) {
    for (size_t i = 1; i < question.flow->rows.size(); ++i) {
      criteria.push_back(WithLabels(ReportCell(*question.flow, 0, question.flow->rows[i][0]), question.terms));
    }
  } else {
    criteria.push_back(WithLabels(clauses->criteria, question.terms));
  }
  return Concat(out, criteria.size() > 1 ? " meet all of these criteria" : " meet this criterion", by, "?</p>\n",
                Items(criteria, "ol"));
}

bool IsOneNumber(const Table& table) { return table.rows.size() == 1 && table.columns.size() == 1; }

/// `flow` with what the codes in its criteria are called.
Table WithLabels(Table flow, const std::vector<ReachedTerm>& terms) {
  for (std::vector<Cell>& row : flow.rows) {
    if (row.empty()) continue;
    if (std::string* criterion = std::get_if<std::string>(&row[0])) *criterion = WithLabels(*criterion, terms);
  }
  return flow;
}

/// A funnel is its own flow, which may tell more of who is left out.
bool IsFunnel(const Table& table) { return !table.columns.empty() && table.columns[0].name == "criterion"; }

std::string AnswerPart(const ReportQuestion& question) {
  const bool own_flow = IsFunnel(question.answer) && question.flow.has_value();
  const Table table = own_flow ? WithLabels(*question.flow, question.terms) : question.answer;
  std::string out = "<h3>Answer</h3>\n";
  if (IsOneNumber(table) && !table.rows[0].empty()) {
    Append(out, "<p class=\"figure\">", EscapeHtml(ReportCell(table, 0, table.rows[0][0])), " <small>",
           EscapeHtml(table.columns[0].name), "</small></p>\n");
    if (const Number* number = std::get_if<Number>(&table.rows[0][0]);
        number != nullptr && number->low.has_value() && number->high.has_value()) {
      Append(out, "<p class=\"meta\">between ", *number->low, " and ", *number->high, "</p>\n");
    }
    return out;
  }
  if (const std::string flow = FlowSvg(table); !flow.empty()) return out + flow + HtmlTable(table);
  if (const std::string summary = SummaryPart(table); !summary.empty()) return out + summary;
  return out + BarsSvg(table) + HtmlTable(table);
}

std::string TermsPart(const std::vector<ReachedTerm>& terms) {
  std::string out =
      "<h3>What each term reached</h3>\n<table>\n<thead><tr><th>term</th><th>called</th><th>looked for</th>"
      "<th>reach</th><th class=\"number\">individuals with it</th></tr></thead>\n<tbody>\n";
  for (const ReachedTerm& term : terms) {
    Append(out, "<tr><td class=\"code\">", EscapeHtml(term.code), "</td><td>", EscapeHtml(term.label),
           "</td><td class=\"words\">", EscapeHtml(term.what), "</td><td class=\"words\">", EscapeHtml(term.reach),
           "</td><td class=\"number\">", term.people.has_value() ? Grouped(*term.people) : "", "</td></tr>\n");
  }
  return out + "</tbody>\n</table>\n";
}

std::string FieldsPart(const std::vector<FieldUse>& fields, const std::vector<ReachedTerm>& terms) {
  std::string out =
      "<h3>How complete the fields are</h3>\n<p class=\"meta\">In how many rows each field that the question names, "
      "or compares by, is recorded: of the records of the terms that the criterion asks for, each criterion by itself; "
      "else of all in the catalogue. Of the records themselves, how many individuals have "
      "any.</p>\n<table>\n<thead><tr><th>field</th><th>of</th>"
      "<th class=\"number\">recorded</th><th class=\"number\">rows</th><th class=\"number\">share</th></tr></thead>\n"
      "<tbody>\n";
  for (const FieldUse& use : fields) {
    const uint64_t share = use.rows > 0 ? use.recorded * 1000 / use.rows : 0;
    const std::string of = use.terms.empty() ? use.entity : WithLabels(Concat(use.entity, " of ", use.terms), terms);
    Append(out, "<tr><td>", EscapeHtml(WithLabels(use.field, terms)), "</td><td>", EscapeHtml(of),
           "</td><td class=\"number\">", Grouped(use.recorded), "</td><td class=\"number\">", Grouped(use.rows),
           "</td><td class=\"number\">");
    if (use.rows > 0) Append(out, share / 10, ".", share % 10, " %");
    out += "</td></tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

constexpr std::string_view kCertaintyWords =
    "<p class=\"meta\">Who certainly meets the criteria; who possibly does besides, as times are imprecise; of whom it "
    "is "
    "not known besides, as a value is missing.</p>\n";

/// Records are used as recorded, which the numbers of the table do not show.
std::string AsTheyStand(const ReportQuestion& question) {
  std::string out =
      "<p class=\"meta\"><code>has</code> and <code>no</code> take the records as they stand: who has no record counts "
      "as not having it, also where nobody looked, and is not <i>unknown</i> here. What a flow calls <i>not "
      "recorded</i> "
      "has these people too, of what is recorded only where somebody looked";
  std::string none;
  for (const FieldUse& use : question.fields) {
    if (!use.of_people || use.recorded >= use.rows) continue;
    std::string record = WithLabels(use.field, question.terms);
    if (record.starts_with("any ")) record.replace(0, 4, "no ");
    Append(none, none.empty() ? "" : ", ", Grouped(use.rows - use.recorded), " have ", EscapeHtml(record));
  }
  if (!none.empty()) Append(out, ". Of all individuals in the catalogue, ", none);
  return out + ".</p>\n";
}

/// `count ... with certainty`.
bool IsOfCertainty(const Table& table) {
  return table.columns.size() == 3 && table.columns[0].name == "certainly" && table.columns[2].name == "unknown";
}

std::string RemarksPart(const std::vector<ReportRemark>& remarks) {
  std::string out = "<h3>Remarks</h3>\n<div class=\"note\"><ul>\n";
  for (const ReportRemark& remark : remarks) {
    out += "<li>";
    if (!remark.about.empty()) Append(out, "<code>", EscapeHtml(remark.about), "</code>: ");
    out += EscapeHtml(remark.message);
    for (const std::string& hint : remark.hints) Append(out, "<br><small>", EscapeHtml(hint), "</small>");
    out += "</li>\n";
  }
  return out + "</ul>\n</div>\n";
}

/// Whether a number of people in the answer itself is exact and below 5: a reader may know them.
constexpr int64_t kFewPeople = 5;
bool IsOfFew(const Cell& cell) {
  const int64_t* number = std::get_if<int64_t>(&cell);
  return number != nullptr && *number > 0 && *number < kFewPeople;
}

bool HasFewPeople(const Table& table) {
  for (const std::vector<Cell>& row : table.rows) {
    for (size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
      if (table.columns[i].role == ColumnRole::kPeople && IsOfFew(row[i])) return true;
    }
  }
  return false;
}

/// The same of the bars of a summary.
bool HasFewValues(const Table& table) {
  for (const std::vector<Cell>& row : table.rows) {
    for (const std::vector<Cell>& band : BandsOf(table, row).rows) {
      if (band.size() == 2 && IsOfFew(band[1])) return true;
    }
  }
  return false;
}

bool HasRow(const Table& table, std::string_view column) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.name == column; });
}

/// What the words of the answer mean, and what to think of before it is passed on.
std::string BelowAnswer(const ReportQuestion& question) {
  std::string out;
  if (IsOfCertainty(question.answer)) Append(out, kCertaintyWords, AsTheyStand(question));
  if (HasRow(question.answer, "not usable")) {
    out +=
        "<p class=\"meta\">Not usable: what is recorded is too imprecise for a number, as it is known within bounds "
        "only.</p>\n";
  }
  const bool summary = HistogramsOf(question.answer).has_value();
  const bool own_flow = IsFunnel(question.answer) && question.flow.has_value();
  if (HasFewPeople(own_flow ? *question.flow : question.answer) || (summary && HasFewValues(question.answer))) {
    Append(out, "<p class=\"meta\">Some ", summary ? "bars or " : "",
           "numbers are of fewer than 5 individuals, who might be recognised.</p>\n");
  }
  if (summary) {
    out += "<p class=\"meta\">The least and the greatest value may be those of single individuals.</p>\n";
  }
  return out;
}

/// How many people have any consent at all, beside what data may be used for.
std::string AnyConsent(const std::vector<FieldUse>& fields) {
  const auto any = std::find_if(fields.begin(), fields.end(),
                                [](const FieldUse& use) { return use.of_people && use.field == "any consent"; });
  if (any == fields.end()) return "";
  return Concat("<p>A consent of any kind, granted, refused or withdrawn, is recorded of ", Grouped(any->recorded),
                " of ", Grouped(any->rows), " individuals in the catalogue.</p>\n");
}

std::string QuestionPart(const ReportQuestion& question, size_t number, bool only) {
  std::string out = only ? "<section>\n<h2>Question</h2>\n" : Concat("<section>\n<h2>Question ", number, "</h2>\n");
  Append(out, Words(question), "<pre>", EscapeHtml(question.canonical), "</pre>\n", AnswerPart(question));
  out += BelowAnswer(question);
  if (question.flow.has_value() && !IsFunnel(question.answer)) {
    if (const std::string flow = FlowSvg(WithLabels(*question.flow, question.terms)); !flow.empty()) {
      Append(out, "<h3>Flow</h3>\n", flow);
    }
  }
  if (question.certainty.has_value()) {
    Append(out, "<h3>Certainty</h3>\n", kCertaintyWords, HtmlTable(*question.certainty), AsTheyStand(question));
  }
  if (!question.remarks.empty()) {
    out += RemarksPart(question.remarks);
  }
  if (!question.terms.empty()) out += TermsPart(question.terms);
  if (!question.fields.empty()) out += FieldsPart(question.fields, question.terms);
  out += "<h3>Conditions of data use</h3>\n";
  const bool asked = question.canonical.find("usable for ") != std::string::npos;
  if (!question.conditions.empty()) {
    out += Items(question.conditions, "ul");
  } else {
    Append(out, "<p>",
           asked ? "The question asks what the data may be used for; nothing is attached to that."
                 : "The question does not ask what the data may be used for (<code>usable for PURPOSE</code>).",
           "</p>\n");
  }
  out += AnyConsent(question.fields);
  return out + "</section>\n";
}

std::string VersionsPart(const ReportContent& content, const ReportFrame& frame) {
  std::string out = "<section>\n<h2>Data and versions</h2>\n<table>\n<tbody>\n";
  const auto row = [&out](std::string_view name, std::string_view value) {
    Append(out, "<tr><td>", EscapeHtml(name), "</td><td>", EscapeHtml(value), "</td></tr>\n");
  };
  row("catalogue", frame.catalogue);
  for (const auto& [name, value] : content.catalogue) {
    if (name.starts_with("rows ") && name != "rows individuals") continue;
    const bool number =
        name != "version" && !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    row(name, number ? Grouped(std::stoull(value)) : value);
  }
  for (const OntologyVersion& ontology : content.ontologies) row("ontology " + ontology.id, ontology.version);
  row("release policy", content.release == "exact" ? "exact counts" : content.release);
  if (!frame.guest.empty()) row("asked as", frame.guest);
  row("written", frame.date);
  row("program", content.engine);
  out += "</tbody>\n</table>\n";
  if (!content.note.empty()) Append(out, "<p class=\"note\">", EscapeHtml(content.note), "</p>\n");
  return out + "</section>\n";
}

/// The JSON in the head; '<' in it would be escaped by EscapeHtml, which the reader undoes.
std::string HeadJson(const ReportContent& content, const ReportFrame& frame, std::string_view body) {
  nlohmann::ordered_json content_json = ContentJson(content);
  nlohmann::ordered_json json = {
      {"report", 1},          {"id", ReportId(content_json)},   {"shown", Sha256Hex(body)},
      {"title", frame.title}, {"catalogue", frame.catalogue},   {"date", frame.date},
      {"text", frame.text},   {"parameters", frame.parameters}, {"ontologies", frame.ontologies},
      {"guest", frame.guest}, {"engine", content.engine},       {"content", std::move(content_json)}};
  return json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string RenderReportBody(const ReportContent& content, const ReportFrame& frame) {
  const std::string id = ReportId(ContentJson(content));
  std::string out = Concat("<body>\n<header>\n<h1>", EscapeHtml(frame.title), "</h1>\n<p class=\"meta\">",
                           EscapeHtml(frame.date), " \xC2\xB7 catalogue ", EscapeHtml(frame.catalogue), " \xC2\xB7 ",
                           content.release == "exact" ? "exact counts" : EscapeHtml("numbers of " + content.release),
                           "</p>\n<p class=\"meta\">Report <code>muster:", id.substr(0, kShownOfId),
                           "</code></p>\n</header>\n<main>\n");
  for (size_t i = 0; i < content.questions.size(); ++i) {
    out += QuestionPart(content.questions[i], i + 1, content.questions.size() == 1);
  }
  Append(out, VersionsPart(content, frame), "</main>\n<footer>\n<p class=\"id\">Id: <code>muster:", id,
         "</code></p>\n<p>The id is a SHA-256 hash over the statements in canonical form, the answers, what the "
         "catalogue holds, the versions of the ontologies and the release policy. <code>muster verify PAGE "
         "CATALOGUE</code> asks the questions again and says whether all is the same, or what changed.</p>\n"
         "</footer>\n</body>\n</html>\n");
  return out;
}

std::string RenderReport(const ReportContent& content, const ReportFrame& frame) {
  const std::string body = RenderReportBody(content, frame);
  return Concat(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>",
      EscapeHtml(frame.title), "</title>\n<meta name=\"generator\" content=\"", EscapeHtml(content.engine),
      "\">\n<meta name=\"muster-report\" content=\"", EscapeHtml(HeadJson(content, frame, body)), "\">\n<style>",
      kReportStyle, "</style>\n</head>\n", body);
}

}  // namespace muster::shell
