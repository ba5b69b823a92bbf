#include "bindings/c/report_tables.h"

#include <cstdint>

#include "muster/names.h"

namespace muster::c {
namespace {

Cell IntCell(uint64_t number) { return static_cast<int64_t>(number); }

Answer Totals(const ImportReport& report) {
  TableBuilder table({Column::Text("dataset"), Column::Number("files"), Column::Number("records"),
                      Column::People("individuals"), Column::Number("replaced"), Column::Number("rejected"),
                      Column::Number("ontologies"), Column::Number("ontology terms"), Column::Number("problems"),
                      Column::Number("seconds", ColumnType::kNumber), Column::Number("version")});
  table.Add({report.dataset, IntCell(report.files), IntCell(report.records), IntCell(report.individuals),
             IntCell(report.replaced), IntCell(report.rejected), IntCell(report.ontologies),
             IntCell(report.ontology_terms), IntCell(report.problem_count), report.seconds,
             IntCell(report.catalogue_version)});
  return table.Take();
}

Answer Remarks(const ImportReport& report) {
  TableBuilder table({Column::Text("kind"), Column::Text("what"), Column::Number("count"), Column::Text("advice"),
                      Column::Text("value")});
  for (const ImportRemark& remark : report.remarks) {
    const Cell value = remark.values.empty() ? Cell() : Cell(remark.values.front().value);
    table.Add({std::string(NameOf(remark.kind)), remark.what, IntCell(remark.count), remark.advice, value});
  }
  return table.Take();
}

Answer Problems(const ImportReport& report) {
  TableBuilder table({Column::Text("kind"), Column::Text("file"), Column::Number("record"), Column::Number("line"),
                      Column::Text("id"), Column::Text("where"), Column::Text("value"), Column::Text("reason")});
  for (const ImportProblem& problem : report.problems) {
    table.Add({std::string(NameOf(problem.kind)), problem.file, IntCell(problem.record), IntCell(problem.line),
               problem.id, problem.where, problem.value, problem.reason});
  }
  return table.Take();
}

Answer OntologyTable(const std::vector<CatalogueInfo::Ontology>& ontologies) {
  TableBuilder table({Column::Text("ontology"), Column::Text("version"), Column::Number("terms"),
                      Column::Number("obsolete"), Column::Number("current")});
  for (const CatalogueInfo::Ontology& ontology : ontologies) {
    table.Add({ontology.id, ontology.version, IntCell(ontology.terms), IntCell(ontology.obsolete),
               IntCell(ontology.current ? 1 : 0)});
  }
  return table.Take();
}

Answer TextTable(std::string_view name, const std::vector<std::string>& texts) {
  TableBuilder table({Column::Text(std::string(name))});
  for (const std::string& text : texts) table.Add({text});
  return table.Take();
}

}  // namespace

std::vector<Answer> TablesOf(const ImportReport& report) {
  TableBuilder rows({Column::Text("entity"), Column::Rows("rows")});
  for (const auto& [entity, count] : report.rows) rows.Add({entity, IntCell(count)});
  return {Totals(report), rows.Take(), Remarks(report), Problems(report)};
}

std::vector<Answer> TablesOf(const CheckReport& report) {
  TableBuilder totals({Column::People("individuals"), Column::Number("postings"), Column::Number("columns"),
                       Column::Number("problems")});
  totals.Add({IntCell(report.individuals), IntCell(report.postings), IntCell(report.columns),
              IntCell(report.problems.size())});
  return {totals.Take(), TextTable("problem", report.problems)};
}

std::vector<Answer> TablesOf(const CatalogueInfo& info) {
  TableBuilder catalogue({Column::Number("version"), Column::Number("format"), Column::Number("segments"),
                          Column::Number("bytes on disk")});
  catalogue.Add(
      {IntCell(info.version), IntCell(info.format_version), IntCell(info.segments), IntCell(info.disk_bytes)});
  TableBuilder entities({Column::Text("entity"), Column::Rows("rows")});
  for (const CatalogueInfo::Entity& entity : info.entities) entities.Add({entity.name, IntCell(entity.rows)});
  TableBuilder datasets({Column::Text("dataset"), Column::People("individuals")});
  for (const CatalogueInfo::Dataset& dataset : info.datasets) datasets.Add({dataset.id, IntCell(dataset.individuals)});
  return {catalogue.Take(), entities.Take(), datasets.Take(), OntologyTable(info.ontologies)};
}

std::vector<Answer> TablesOf(const Completions& completions) {
  TableBuilder table({Column::Text("text"), Column::Text("description")});
  for (const Completion& item : completions.items) table.Add({item.text, item.description});
  return {table.Take()};
}

std::vector<Answer> TablesOf(const GuestInfo& info) {
  TableBuilder release({Column::Text("epoch"), Column::Text("release")});
  release.Add({info.epoch, info.release});
  TableBuilder ontologies({Column::Text("ontology"), Column::Text("version")});
  for (const OntologyVersion& ontology : info.ontologies) ontologies.Add({ontology.id, ontology.version});
  return {release.Take(), TextTable("dataset", info.datasets), ontologies.Take()};
}

std::vector<Answer> TablesOf(const std::vector<LedgerEntry>& entries) {
  TableBuilder table({Column::Number("number"), Column::Number("time"), Column::Text("what"), Column::Text("principal"),
                      Column::Text("reference"), Column::Text("tier"), Column::Number("policy"),
                      Column::Number("epoch"), Column::Text("statement"), Column::Text("shape"),
                      Column::Number("units"), Column::Number("near"), Column::Text("outcome"),
                      Column::Text("statement hash"), Column::Text("answer hash"), Column::Text("before"),
                      Column::Text("hash")});
  for (const LedgerEntry& entry : entries) {
    table.Add({IntCell(entry.number), entry.time, entry.what, entry.principal, entry.reference, entry.tier,
               IntCell(entry.policy), IntCell(entry.epoch), entry.statement, entry.shape, IntCell(entry.units),
               IntCell(entry.near ? 1 : 0), entry.outcome, entry.statement_hash, entry.answer_hash, entry.before,
               entry.hash});
  }
  return {table.Take()};
}

std::vector<Answer> TablesOf(const LedgerCheck& check) {
  TableBuilder head({Column::Number("entries"), Column::Text("head"), Column::Number("problems")});
  head.Add({IntCell(check.entries), check.head, IntCell(check.problems.size())});
  return {head.Take(), TextTable("problem", check.problems)};
}

std::vector<Answer> TableOfText(std::string name, std::string text) {
  TableBuilder table({Column::Text(std::move(name))});
  table.Add({std::move(text)});
  return {table.Take()};
}

}  // namespace muster::c
