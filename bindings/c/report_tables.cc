#include "bindings/c/report_tables.h"

#include <cstdint>

namespace muster::c {
namespace {

constexpr ColumnType kInt = ColumnType::kInteger;
constexpr ColumnType kText = ColumnType::kText;

Cell IntCell(uint64_t number) { return static_cast<int64_t>(number); }

std::string_view NameOf(ImportProblem::Kind kind) {
  switch (kind) {
    case ImportProblem::Kind::kRejected:
      return "rejected";
    case ImportProblem::Kind::kKeptOnly:
      return "kept only";
    case ImportProblem::Kind::kNote:
      return "note";
  }
  return "note";
}

Answer Totals(const ImportReport& report) {
  TableBuilder table({{"dataset", kText},
                      {"files", kInt},
                      {"records", kInt},
                      {"individuals", kInt},
                      {"replaced", kInt},
                      {"rejected", kInt},
                      {"ontologies", kInt},
                      {"ontology terms", kInt},
                      {"problems", kInt},
                      {"seconds", ColumnType::kNumber},
                      {"version", kInt}});
  table.Add({report.dataset, IntCell(report.files), IntCell(report.records), IntCell(report.individuals),
             IntCell(report.replaced), IntCell(report.rejected), IntCell(report.ontologies),
             IntCell(report.ontology_terms), IntCell(report.problem_count), report.seconds,
             IntCell(report.catalogue_version)});
  return table.Take();
}

Answer Remarks(const ImportReport& report) {
  TableBuilder table({{"kind", kText}, {"what", kText}, {"count", kInt}, {"advice", kText}, {"value", kText}});
  for (const ImportRemark& remark : report.remarks) {
    const Cell value = remark.values.empty() ? Cell() : Cell(remark.values.front().value);
    table.Add({std::string(NameOf(remark.kind)), remark.what, IntCell(remark.count), remark.advice, value});
  }
  return table.Take();
}

Answer Problems(const ImportReport& report) {
  TableBuilder table({{"kind", kText},
                      {"file", kText},
                      {"record", kInt},
                      {"line", kInt},
                      {"id", kText},
                      {"where", kText},
                      {"value", kText},
                      {"reason", kText}});
  for (const ImportProblem& problem : report.problems) {
    table.Add({std::string(NameOf(problem.kind)), problem.file, IntCell(problem.record), IntCell(problem.line),
               problem.id, problem.where, problem.value, problem.reason});
  }
  return table.Take();
}

Answer OntologyTable(const std::vector<CatalogueInfo::Ontology>& ontologies) {
  TableBuilder table({{"ontology", kText}, {"version", kText}, {"terms", kInt}, {"obsolete", kInt}, {"current", kInt}});
  for (const CatalogueInfo::Ontology& ontology : ontologies) {
    table.Add({ontology.id, ontology.version, IntCell(ontology.terms), IntCell(ontology.obsolete),
               IntCell(ontology.current ? 1 : 0)});
  }
  return table.Take();
}

Answer TextTable(std::string_view name, const std::vector<std::string>& texts) {
  TableBuilder table({{std::string(name), kText}});
  for (const std::string& text : texts) table.Add({text});
  return table.Take();
}

}  // namespace

std::vector<Answer> TablesOf(const ImportReport& report) {
  TableBuilder rows({{"entity", kText}, {"rows", kInt}});
  for (const auto& [entity, count] : report.rows) rows.Add({entity, IntCell(count)});
  return {Totals(report), rows.Take(), Remarks(report), Problems(report)};
}

std::vector<Answer> TablesOf(const CheckReport& report) {
  TableBuilder totals({{"individuals", kInt}, {"postings", kInt}, {"columns", kInt}, {"problems", kInt}});
  totals.Add({IntCell(report.individuals), IntCell(report.postings), IntCell(report.columns),
              IntCell(report.problems.size())});
  return {totals.Take(), TextTable("problem", report.problems)};
}

std::vector<Answer> TablesOf(const CatalogueInfo& info) {
  TableBuilder catalogue({{"version", kInt}, {"format", kInt}, {"segments", kInt}, {"bytes on disk", kInt}});
  catalogue.Add(
      {IntCell(info.version), IntCell(info.format_version), IntCell(info.segments), IntCell(info.disk_bytes)});
  TableBuilder entities({{"entity", kText}, {"rows", kInt}});
  for (const CatalogueInfo::Entity& entity : info.entities) entities.Add({entity.name, IntCell(entity.rows)});
  TableBuilder datasets({{"dataset", kText}, {"individuals", kInt}});
  for (const CatalogueInfo::Dataset& dataset : info.datasets) datasets.Add({dataset.id, IntCell(dataset.individuals)});
  return {catalogue.Take(), entities.Take(), datasets.Take(), OntologyTable(info.ontologies)};
}

std::vector<Answer> TablesOf(const Completions& completions) {
  TableBuilder table({{"text", kText}, {"description", kText}});
  for (const Completion& item : completions.items) table.Add({item.text, item.description});
  return {table.Take()};
}

std::vector<Answer> TablesOf(const GuestInfo& info) {
  TableBuilder release({{"epoch", kText}, {"release", kText}});
  release.Add({info.epoch, info.release});
  TableBuilder ontologies({{"ontology", kText}, {"version", kText}});
  for (const OntologyVersion& ontology : info.ontologies) ontologies.Add({ontology.id, ontology.version});
  return {release.Take(), TextTable("dataset", info.datasets), ontologies.Take()};
}

std::vector<Answer> TablesOf(const std::vector<LedgerEntry>& entries) {
  TableBuilder table({{"number", kInt},
                      {"time", kInt},
                      {"what", kText},
                      {"principal", kText},
                      {"reference", kText},
                      {"tier", kText},
                      {"policy", kInt},
                      {"epoch", kInt},
                      {"statement", kText},
                      {"shape", kText},
                      {"units", kInt},
                      {"near", kInt},
                      {"outcome", kText},
                      {"statement hash", kText},
                      {"answer hash", kText},
                      {"before", kText},
                      {"hash", kText}});
  for (const LedgerEntry& entry : entries) {
    table.Add({IntCell(entry.number), entry.time, entry.what, entry.principal, entry.reference, entry.tier,
               IntCell(entry.policy), IntCell(entry.epoch), entry.statement, entry.shape, IntCell(entry.units),
               IntCell(entry.near ? 1 : 0), entry.outcome, entry.statement_hash, entry.answer_hash, entry.before,
               entry.hash});
  }
  return {table.Take()};
}

std::vector<Answer> TablesOf(const LedgerCheck& check) {
  TableBuilder head({{"entries", kInt}, {"head", kText}, {"problems", kInt}});
  head.Add({IntCell(check.entries), check.head, IntCell(check.problems.size())});
  return {head.Take(), TextTable("problem", check.problems)};
}

std::vector<Answer> TableOfText(std::string name, std::string text) {
  TableBuilder table({{std::move(name), kText}});
  table.Add({std::move(text)});
  return {table.Take()};
}

}  // namespace muster::c
