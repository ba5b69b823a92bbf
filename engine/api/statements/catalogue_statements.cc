#include "engine/api/statements/catalogue_statements.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/api/statements/cohorts.h"
#include "engine/api/statements/count_rows.h"
#include "engine/api/statements/data_use_text.h"
#include "engine/api/statements/find_terms.h"
#include "engine/api/statements/unknown_codes.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/model/document/collection.h"
#include "engine/model/document/stored_import.h"
#include "engine/model/schema/keyword.h"

namespace muster::api {
namespace {

using bind::Condition;
using bind::ConditionPtr;
using model::Entity;

std::string Names(std::string_view aliases) {
  std::vector<std::string> names = absl::StrSplit(std::string(aliases), '|', absl::SkipEmpty());
  return absl::StrJoin(names, ", ");
}

class CatalogueStatement {
 public:
  explicit CatalogueStatement(const CatalogueStatementContext& context)
      : view_(context.view), ask_(context.ask), cohorts_(context.cohorts), reporter_(context.diagnostics) {}

  absl::StatusOr<std::optional<release::Unreleased>> Answer(const grammar::Statement& statement) {
    if (const auto* describe = std::get_if<grammar::Describe>(&statement.query)) {
      DescribeEntity(describe->entity);
    } else if (const auto* show = std::get_if<grammar::Show>(&statement.query)) {
      ShowThing(*show);
    } else {
      table_ = FindTerms(std::get<grammar::Terms>(statement.query), view_, ask_, &reporter_);
    }
    if (!reporter_.status().ok()) return reporter_.status();
    if (reporter_.errors() > 0) return std::nullopt;
    return release::Unreleased(std::move(table_), std::move(differences_));
  }

 private:
  // How many rows of `entity` satisfy `where`.
  int64_t Count(Entity entity, const Condition& where) { return CountRows(entity, where, ask_, &reporter_); }

  // ---- describe ----

  void DescribeEntity(const grammar::Name& name) {
    const auto entity = bind::FindEntity(name.text);
    if (!entity) return bind::ReportUnknownEntity(&reporter_, name);
    table_.columns = {Column::Key("field"),
                      Column::Text("also"),
                      Column::Text("kind"),
                      *entity == Entity::kIndividual ? Column::People("recorded") : Column::Rows("recorded"),
                      Column::Number("values"),
                      Column::Number("unknown"),
                      Column::Text("what")};
    for (const model::FieldId id : model::FieldsOf(*entity)) {
      const model::Field& field = model::Info(id);
      std::vector<Cell> row = {std::string(field.name), Names(field.aliases),
                               absl::StrCat(std::string(model::NameOf(field.kind)), field.multiple ? ", several" : "")};
      row.push_back(field.kind == model::Kind::kText ? Cell() : Cell(Recorded(*entity, id)));
      const bool coded = field.kind == model::Kind::kCode || field.kind == model::Kind::kKeyword;
      row.push_back(coded ? Cell(DistinctValues(id)) : Cell());
      row.push_back(field.kind == model::Kind::kCode ? Cell(UnknownCodes(id)) : Cell());
      row.emplace_back(std::string(field.doc));
      table_.rows.push_back(std::move(row));
    }
  }

  // As `is recorded` counts.
  int64_t Recorded(Entity entity, model::FieldId field) {
    const absl::StatusOr<ConditionPtr> known = bind::Known(view_, field);
    if (known.ok()) return Count(entity, **known);
    reporter_.Fail(known.status());
    return 0;
  }

  int64_t DistinctValues(model::FieldId field) {
    auto values = view_.FieldValues(field);
    if (values.ok()) return static_cast<int64_t>((*values)->size());
    reporter_.Fail(values.status());
    return 0;
  }

  // How many of the values no loaded ontology knows.
  int64_t UnknownCodes(model::FieldId field) {
    const absl::StatusOr<uint64_t> count = CountUnknownCodes(view_, field);
    if (count.ok()) return static_cast<int64_t>(*count);
    reporter_.Fail(count.status());
    return 0;
  }

  // ---- show ----

  void ShowThing(const grammar::Show& show) {
    const std::string& what = show.what.text;
    if (what == "catalogue" || what == "catalog") return ShowCatalogue();
    if (what == "datasets") return ShowDatasets();
    if (what == "ontologies") return ShowOntologies();
    if (what == "cohorts") return ShowCohorts();
    if (what == "imports") return ShowImports();
    if (what == "unknown codes") return ShowUnknownCodes();
    if (what == "cohort" && show.which) return ShowCohort(*show.which);
    if (what.compare(0, 7, "cohort ") == 0) {
      return ShowCohort({what.substr(7), {show.what.span.begin + 7, show.what.span.end}});
    }
    reporter_.Error(
        show.what.span, "unknown-thing", absl::StrCat("'", what, "' cannot be shown"),
        {"show catalogue, show datasets, show ontologies, show cohorts, show cohort \"NAME\", show imports, "
         "show unknown codes",
         "describe ENTITY lists the fields of an entity"});
  }

  void ShowCatalogue() {
    table_.columns = {Column::Key("what"), Column::Key("name"), Column::Rows("rows")};
    const auto add = [&](const char* what, std::string name, int64_t rows) {
      table_.rows.push_back({std::string(what), std::move(name), rows});
    };
    table_.rows.push_back({std::string("version"), absl::StrCat(view_.snapshot().manifest.version), Cell()});
    for (const model::EntityInfo& info : model::Entities()) {
      add("entity", std::string(info.plural), Count(info.entity, *bind::MakeNode(Condition::Kind::kAll, info.entity)));
    }
    for (const auto& [name, rows] : ValueCounts(model::field::kDataset)) add("dataset", name, rows);
    for (const auto& [key, cohort] : cohorts_) {
      add("saved cohort", cohort.name, static_cast<int64_t>(cohort.versions.back().individuals));
    }
    for (const storage::OntologyInfo& info : view_.snapshot().manifest.ontologies) {
      add("ontology", absl::StrCat(info.id, " ", info.version), static_cast<int64_t>(info.terms));
    }
  }

  // What was counted beside what the dataset says of itself: the two may well differ.
  void ShowDatasets() {
    table_.columns = {Column::Key("dataset"), Column::Text("name"), Column::People("individuals"),
                      Column::Number("declared"), Column::Text("data use")};
    std::map<std::string, std::vector<Cell>> rows;  // by the id as a keyword
    for (const auto& [id, individuals] : ValueCounts(model::field::kDataset)) {
      rows[model::NormalizeKeyword(id)] = {id, Cell(), individuals, Cell(), Cell()};
    }
    for (const model::Collection& collection : view_.collections()) {
      if (collection.kind != model::Collection::Kind::kDataset) continue;
      std::vector<Cell>& row = rows[model::NormalizeKeyword(collection.id)];
      if (row.empty()) row = {collection.id, Cell(), int64_t{0}, Cell(), Cell()};
      if (!collection.name.empty()) row[1] = collection.name;
      if (collection.declared) row[3] = static_cast<int64_t>(*collection.declared);
      if (!collection.data_uses.empty()) row[4] = DataUsesText(view_.terminology(), collection.data_uses);
    }
    for (auto& [id, row] : rows) table_.rows.push_back(std::move(row));
  }

  // The values of a field of individuals, with how many have each.
  std::vector<std::pair<std::string, int64_t>> ValueCounts(model::FieldId field) {
    std::vector<std::pair<std::string, int64_t>> counts;
    auto values = view_.FieldValues(field);
    if (!values.ok()) {
      reporter_.Fail(values.status());
      return counts;
    }
    for (const model::Symbol symbol : **values) {
      const auto one = std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{symbol});
      const int64_t rows = Count(Entity::kIndividual, *bind::MakeCodes(field, one, 0, ""));
      const std::string_view label = view_.dictionary().Label(symbol);
      if (rows > 0) counts.emplace_back(std::string(label.empty() ? view_.dictionary().Text(symbol) : label), rows);
    }
    std::sort(counts.begin(), counts.end());
    return counts;
  }

  void ShowOntologies() {
    table_.columns = {Column::Key("ontology"), Column::Text("version"), Column::Number("terms"),
                      Column::Number("obsolete"), Column::Text("used")};
    const std::vector<ontology::OntologyPtr>& used = view_.terminology().ontologies();
    for (const storage::OntologyInfo& info : view_.snapshot().manifest.ontologies) {
      const bool here = std::any_of(used.begin(), used.end(), [&](const ontology::OntologyPtr& ontology) {
        return ontology->id() == info.id && ontology->version() == info.version;
      });
      table_.rows.push_back({info.id, info.version, static_cast<int64_t>(info.terms),
                             static_cast<int64_t>(info.obsolete), std::string(here ? "yes" : "no")});
    }
  }

  void ShowCohorts() {
    table_.columns = {Column::Key("cohort"), Column::Text("kind"), Column::Number("version"),
                      Column::People("individuals"), Column::Text("definition")};
    for (const auto& [key, cohort] : cohorts_) {
      const model::CohortVersion& last = cohort.versions.back();
      table_.rows.push_back({cohort.name, std::string("saved"), static_cast<int64_t>(cohort.versions.size()),
                             static_cast<int64_t>(last.individuals), last.text});
    }
    for (auto& [name, rows] : ValueCounts(model::field::kCohort)) {
      table_.rows.push_back({std::move(name), std::string("imported"), Cell(), rows, Cell()});
    }
  }

  // One line for each import, and one for each kind of remark that it made.
  void ShowImports() {
    table_.columns = {Column::Key("version", ColumnType::kInteger),
                      Column::Key("dataset"),
                      Column::Key("remark"),
                      Column::Rows("count"),
                      Column::Text("values"),
                      Column::Text("what to do")};
    const absl::StatusOr<std::vector<ImportReport>> imports = model::ImportsIn(*view_.snapshot().documents);
    if (!imports.ok()) return reporter_.Fail(imports.status());
    for (const ImportReport& report : *imports) {
      const auto version = static_cast<int64_t>(report.catalogue_version);
      table_.rows.push_back({version, report.dataset, std::string("individuals"),
                             static_cast<int64_t>(report.individuals), Cell(), Cell()});
      for (const ImportRemark& remark : report.remarks) {
        std::string values = ValuesOf(remark);
        table_.rows.push_back({version, report.dataset, remark.what, static_cast<int64_t>(remark.count),
                               values.empty() ? Cell() : Cell(std::move(values)),
                               remark.advice.empty() ? Cell() : Cell(remark.advice)});
      }
    }
  }

  static std::string ValuesOf(const ImportRemark& remark) {
    std::vector<std::string> values;
    for (const ImportRemark::Value& value : remark.values) {
      if (value.value.empty()) continue;
      values.push_back(absl::StrCat(value.path, value.path.empty() ? "" : " ", "\"", value.value, "\" ", value.count));
    }
    return absl::StrJoin(values, ", ");
  }

  void ShowUnknownCodes() {
    table_.columns = {Column::Key("entity"), Column::Key("field"),    Column::Key("code"), Column::Text("label"),
                      Column::Rows("rows"),  Column::Number("codes"), Column::Text("why"), Column::Text("nearest")};
    const auto unknown = FindUnknownCodes(view_, {});
    if (!unknown.ok()) return reporter_.Fail(unknown.status());
    const auto text = [](const std::string& of) { return of.empty() ? Cell() : Cell(of); };
    for (const UnknownCode& code : *unknown) {
      const model::Field& field = model::Info(code.field);
      table_.rows.push_back({std::string(model::Info(field.entity).name), std::string(field.name), code.code,
                             text(code.label), static_cast<int64_t>(code.rows), static_cast<int64_t>(code.codes),
                             std::string(WhyUnknown(code.why)), text(code.nearest)});
    }
  }

  void ShowCohort(const grammar::CohortRef& ref) {
    const auto found = cohorts_.find(absl::AsciiStrToLower(ref.name));
    if (found == cohorts_.end()) {
      return reporter_.Error(ref.span, "unknown-cohort", absl::StrCat("no cohort '", ref.name, "' is saved"),
                             {"show cohorts lists them"});
    }
    table_.columns = {Column::Key("version", ColumnType::kInteger),
                      Column::Number("catalogue version"),
                      Column::People("individuals"),
                      Column::Difference("change"),
                      Column::Text("terms"),
                      Column::Text("definition")};
    bool distinct_before = false;
    for (const model::CohortVersion& version : found->second.versions) {
      const bool distinct = CountsDistinct(version);
      std::vector<std::string> terms;
      for (const auto& [name, codes] : version.terms) terms.push_back(absl::StrCat(name, " (", codes.size(), ")"));
      const size_t row = table_.rows.size();
      if (row > 0 && distinct == distinct_before) differences_.push_back({{row, 3}, {row, 2}, {row - 1, 2}});
      table_.rows.push_back({static_cast<int64_t>(row + 1), static_cast<int64_t>(version.catalogue_version),
                             static_cast<int64_t>(version.individuals), Cell(), absl::StrJoin(terms, "; "),
                             version.text});
      distinct_before = distinct;
    }
  }

  const bind::CatalogueView& view_;
  const Ask& ask_;
  const model::SavedCohorts& cohorts_;
  bind::Reporter reporter_;
  Table table_;
  release::Differences differences_;
};

}  // namespace

bool IsCatalogueStatement(const grammar::Statement& statement) {
  return std::holds_alternative<grammar::Describe>(statement.query) ||
         std::holds_alternative<grammar::Show>(statement.query) ||
         std::holds_alternative<grammar::Terms>(statement.query);
}

absl::StatusOr<std::optional<release::Unreleased>> AnswerCatalogueStatement(const grammar::Statement& statement,
                                                                            const CatalogueStatementContext& context) {
  return CatalogueStatement(context).Answer(statement);
}

}  // namespace muster::api
