#include "shell/report/report_content.h"

#include <variant>

#include "muster/names.h"
#include "shell/output/format.h"
#include "shell/report/sha256.h"

namespace muster::shell {
namespace {

using Json = nlohmann::ordered_json;

Json CellJson(const Cell& cell) {
  if (IsMissing(cell)) return nullptr;
  if (const int64_t* integer = std::get_if<int64_t>(&cell)) return *integer;
  if (const double* number = std::get_if<double>(&cell)) return *number;
  if (const std::string* text = std::get_if<std::string>(&cell)) return *text;
  const Number& number = std::get<Number>(cell);
  Json json = {{"kind", NameOf(number.kind)}};
  if (number.value.has_value()) json["value"] = *number.value;
  if (number.low.has_value()) json["low"] = *number.low;
  if (number.high.has_value()) json["high"] = *number.high;
  return json;
}

Json RowJson(const std::vector<Cell>& row) {
  Json json = Json::array();
  for (const Cell& cell : row) json.push_back(CellJson(cell));
  return json;
}

Json TableJson(const Table& table) {
  Json columns = Json::array();
  for (const Column& column : table.columns) columns.push_back(column.name);
  Json rows = Json::array();
  for (const std::vector<Cell>& row : table.rows) rows.push_back(RowJson(row));
  Json json = {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
  if (!table.total.empty()) json["total"] = RowJson(table.total);
  return json;
}

Json QuestionJson(const ReportQuestion& question) {
  Json json = {{"statement", question.canonical}, {"answer", TableJson(question.answer)}};
  if (question.flow.has_value()) json["flow"] = TableJson(*question.flow);
  if (question.certainty.has_value()) json["certainty"] = TableJson(*question.certainty);
  Json terms = Json::array();
  for (const ReachedTerm& term : question.terms) {
    Json json_term = {term.code, term.label, term.reach};
    if (term.people.has_value()) json_term.push_back(*term.people);
    terms.push_back(std::move(json_term));
  }
  if (!terms.empty()) json["terms"] = std::move(terms);
  Json fields = Json::array();
  for (const FieldUse& use : question.fields)
    fields.push_back({use.entity, use.terms, use.field, use.recorded, use.rows});
  if (!fields.empty()) json["fields"] = std::move(fields);
  if (!question.conditions.empty()) json["data_use"] = question.conditions;
  Json remarks = Json::array();
  for (const ReportRemark& remark : question.remarks) remarks.push_back({remark.about, remark.message, remark.hints});
  if (!remarks.empty()) json["remarks"] = std::move(remarks);
  return json;
}

}  // namespace

nlohmann::ordered_json ContentJson(const ReportContent& content) {
  Json questions = Json::array();
  for (const ReportQuestion& question : content.questions) questions.push_back(QuestionJson(question));
  Json catalogue = Json::object();
  for (const auto& [name, value] : content.catalogue) catalogue[name] = value;
  Json ontologies = Json::object();
  for (const OntologyVersion& ontology : content.ontologies) ontologies[ontology.id] = ontology.version;
  return {{"questions", std::move(questions)},
          {"catalogue", std::move(catalogue)},
          {"ontologies", std::move(ontologies)},
          {"release", content.release}};
}

std::string ReportId(const nlohmann::ordered_json& content) {
  return Sha256Hex(content.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace muster::shell
