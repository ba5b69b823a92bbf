#include "engine/api/guest/catalogue_questions.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/api/statements/data_use_text.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/model/schema/code_fields.h"
#include "engine/model/schema/keyword.h"
#include "engine/release/policy/hidden_names.h"

namespace muster::api {
namespace {

using grammar::Expr;
using grammar::ExprPtr;
using model::Entity;

constexpr size_t kTermsShown = 20;
constexpr size_t kMaxTerms = 200;       // of a guest's `terms like`
constexpr size_t kTermsLookedAt = 200;  // of each ontology, before those with listed codes are taken

grammar::Literal Quoted(std::string_view text) {
  grammar::Literal literal;
  literal.kind = grammar::Literal::Kind::kQuoted;
  literal.text = text;
  return literal;
}

Question CountOf(std::string_view entity, ExprPtr where) {
  Question question;
  question.count.entities.emplace_back().entity.text = entity;
  question.count.where = std::move(where);
  return question;
}

// A number that is not protected: of listed values, of an ontology's terms, of what a custodian declares.
Cell Known(uint64_t number) {
  const auto value = static_cast<int64_t>(number);
  return Number{value, Number::Kind::kExact, value, value, std::nullopt};
}

class CatalogueAsker {
 public:
  CatalogueAsker(const GuestView& guest, const OwnCohorts& cohorts, std::vector<Diagnostic>* diagnostics)
      : guest_(guest), view_(*guest.view), cohorts_(cohorts), reporter_(diagnostics) {}

  absl::StatusOr<std::optional<CatalogueQuestions>> Ask(const grammar::Statement& statement) {
    if (const auto* describe = std::get_if<grammar::Describe>(&statement.query)) {
      Describe(describe->entity);
    } else if (const auto* show = std::get_if<grammar::Show>(&statement.query)) {
      Show(*show);
    } else if (const auto* terms = std::get_if<grammar::Terms>(&statement.query)) {
      FindTerms(*terms);
    }
    if (!reporter_.status().ok()) return reporter_.status();
    if (reporter_.errors() > 0) return std::nullopt;
    return std::move(answer_);
  }

 private:
  bool IsHidden(Entity entity) const { return release::IsHidden(entity, guest_.tier.limits.hidden); }
  bool IsHidden(model::FieldId field) const {
    return release::IsHidden(field, guest_.tier.limits.hidden) || IsHidden(model::Info(field).entity);
  }

  // A number in the last row, at `column`.
  void AskNumber(size_t column, Question question) {
    answer_.asked.push_back({answer_.table.rows.size() - 1, column, std::move(question)});
  }

  std::vector<model::Symbol> Listed(model::FieldId field) {
    const absl::StatusOr<ontology::SymbolSet> values = view_.FieldValues(field);
    if (!values.ok()) {
      reporter_.Fail(values.status());
      return {};
    }
    return {(*values)->begin(), (*values)->end()};
  }

  std::string NameOf(model::Symbol symbol) const {
    const std::string_view label = view_.dictionary().Label(symbol);
    return std::string(label.empty() ? view_.dictionary().Text(symbol) : label);
  }

  // ---- describe ----

  void Describe(const grammar::Name& name) {
    const auto entity = bind::FindEntity(name.text);
    if (!entity) return bind::ReportUnknownEntity(&reporter_, name);
    answer_.table.columns = {Column::Key("field"),          Column::Text("also"),     Column::Text("kind"),
                             Column::People("individuals"), Column::Number("values"), Column::Text("what")};
    for (const model::FieldId id : model::FieldsOf(*entity)) {
      if (!IsHidden(id)) DescribeField(*entity, model::Info(id), id);
    }
  }

  void DescribeField(Entity entity, const model::Field& field, model::FieldId id) {
    const std::vector<std::string> also = absl::StrSplit(std::string(field.aliases), '|', absl::SkipEmpty());
    const bool coded = field.kind == model::Kind::kCode || field.kind == model::Kind::kKeyword;
    const bool text = field.kind == model::Kind::kText;
    answer_.table.rows.push_back(
        {std::string(field.name), absl::StrJoin(also, ", "),
         absl::StrCat(std::string(model::NameOf(field.kind)), field.multiple ? ", several" : ""),
         text ? Cell() : Cell(Number()), coded ? Known(Listed(id).size()) : Cell(), std::string(field.doc)});
    if (text) return;
    grammar::Compare recorded;
    recorded.field.text = field.name;
    recorded.op = grammar::Compare::Op::kIsRecorded;
    ExprPtr where = grammar::MakeExpr({}, std::move(recorded));
    if (entity != Entity::kIndividual) {
      grammar::Has has;
      has.entity.text = model::Info(entity).name;
      has.with = std::move(where);
      where = grammar::MakeExpr({}, std::move(has));
    }
    AskNumber(3, CountOf("individuals", std::move(where)));
  }

  // ---- show ----

  void Show(const grammar::Show& show) {
    const std::string& what = show.what.text;
    if (what == "catalogue" || what == "catalog") return ShowCatalogue();
    if (what == "datasets") return ShowDatasets();
    if (what == "ontologies") return ShowOntologies();
    if (what == "cohorts") return ShowCohorts();
    if (what == "cohort" && show.which) return ShowCohort(*show.which);
    if (what.starts_with("cohort ")) {
      return ShowCohort({what.substr(7), {show.what.span.begin + 7, show.what.span.end}});
    }
    reporter_.Error(show.what.span, "unknown-thing", absl::StrCat("'", what, "' cannot be shown"),
                    {"show catalogue, show datasets, show ontologies, show cohorts, show cohort \"NAME\""});
  }

  static Question InDataset(std::string_view dataset) {
    grammar::Compare is;
    is.field.text = "dataset";
    is.values = {Quoted(dataset)};
    return CountOf("individuals", grammar::MakeExpr({}, std::move(is)));
  }

  void ShowCatalogue() {
    answer_.table.columns = {Column::Key("what"), Column::Key("name"), Column::Rows("rows")};
    std::vector<std::vector<Cell>>& rows = answer_.table.rows;
    rows.push_back({std::string("epoch"), absl::StrCat(guest_.state->epoch), Cell()});
    for (const model::EntityInfo& info : model::Entities()) {
      if (IsHidden(info.entity)) continue;
      rows.push_back({std::string("entity"), std::string(info.plural), Number()});
      AskNumber(2, CountOf(info.plural, nullptr));
    }
    for (const model::Symbol dataset : Listed(model::field::kDataset)) {
      rows.push_back({std::string("dataset"), NameOf(dataset), Number()});
      AskNumber(2, InDataset(view_.dictionary().Text(dataset)));
    }
    for (const auto& [key, cohort] : cohorts_.saved()) {
      rows.push_back({std::string("saved cohort"), cohort.name, Cell()});
    }
    for (const storage::OntologyInfo& info : view_.snapshot().manifest.ontologies) {
      rows.push_back({std::string("ontology"), absl::StrCat(info.id, " ", info.version), Known(info.terms)});
    }
  }

  void ShowDatasets() {
    answer_.table.columns = {Column::Key("dataset"), Column::Text("name"), Column::People("individuals"),
                             Column::Number("declared"), Column::Text("data use")};
    std::map<std::string, std::vector<Cell>> rows;  // by the id as a keyword
    for (const model::Symbol dataset : Listed(model::field::kDataset)) {
      rows[std::string(view_.dictionary().Text(dataset))] = {NameOf(dataset), Cell(), Number(), Cell(), Cell()};
    }
    for (const model::Collection& collection : view_.collections()) {
      if (collection.kind != model::Collection::Kind::kDataset || IsHidden(model::field::kDataset)) continue;
      std::vector<Cell>& row = rows[model::NormalizeKeyword(collection.id)];
      if (row.empty()) row = {collection.id, Cell(), Number(), Cell(), Cell()};
      if (!collection.name.empty()) row[1] = collection.name;
      if (collection.declared) row[3] = Known(*collection.declared);
      if (!collection.data_uses.empty()) row[4] = DataUsesText(view_.terminology(), collection.data_uses);
    }
    for (auto& [id, row] : rows) {
      answer_.table.rows.push_back(std::move(row));
      AskNumber(2, InDataset(id));
    }
  }

  void ShowOntologies() {
    answer_.table.columns = {Column::Key("ontology"), Column::Text("version"), Column::Number("terms"),
                             Column::Number("obsolete"), Column::Text("used")};
    const std::vector<ontology::OntologyPtr>& used = view_.terminology().ontologies();
    for (const storage::OntologyInfo& info : view_.snapshot().manifest.ontologies) {
      const bool here = std::ranges::any_of(used, [&](const ontology::OntologyPtr& ontology) {
        return ontology->id() == info.id && ontology->version() == info.version;
      });
      answer_.table.rows.push_back(
          {info.id, info.version, Known(info.terms), Known(info.obsolete), std::string(here ? "yes" : "no")});
    }
  }

  // His own without a number: `show cohort` asks for one of them.
  void ShowCohorts() {
    answer_.table.columns = {Column::Key("cohort"), Column::Text("kind"), Column::Number("version"),
                             Column::People("individuals"), Column::Text("definition")};
    for (const auto& [key, cohort] : cohorts_.saved()) {
      answer_.table.rows.push_back(
          {cohort.name, std::string("saved"), Known(cohort.versions.size()), Cell(), cohort.versions.back().text});
    }
    for (const model::Symbol symbol : Listed(model::field::kCohort)) {
      answer_.table.rows.push_back({NameOf(symbol), std::string("imported"), Cell(), Number(), Cell()});
      grammar::InCohort in;
      in.cohort.name = view_.dictionary().Text(symbol);
      if (cohorts_.Find(in.cohort.name) != nullptr) continue;  // the name means his own: stays withheld
      AskNumber(3, CountOf("individuals", grammar::MakeExpr({}, std::move(in))));
    }
  }

  void ShowCohort(const grammar::CohortRef& ref) {
    const model::SavedCohort* cohort = cohorts_.Find(ref.name);
    if (cohort == nullptr) {
      return reporter_.Error(ref.span, "unknown-cohort", absl::StrCat("you have saved no cohort '", ref.name, "'"),
                             {"show cohorts lists them"});
    }
    answer_.table.columns = {Column::Key("version", ColumnType::kInteger), Column::Text("epoch"),
                             Column::People("individuals"), Column::Text("definition")};
    const model::CohortVersion& last = cohort->versions.back();
    answer_.table.rows.push_back(
        {Known(cohort->versions.size()), absl::StrCat(last.catalogue_version), Number(), last.text});
    grammar::InCohort in;
    in.cohort = ref;
    AskNumber(2, CountOf("individuals", grammar::MakeExpr({}, std::move(in))));
  }

  // ---- terms like ----

  struct Candidate {
    std::vector<Cell> row;
    ExprPtr where;  // null: no listed code means the term, or lies below it
  };

  void FindTerms(const grammar::Terms& terms) {
    answer_.table.columns = {Column::Key("code"), Column::Text("label"), Column::Text("ontology"),
                             Column::People("individuals"), Column::Text("field")};
    answer_.order_by = 3;
    const size_t limit = std::min<size_t>(kMaxTerms, static_cast<size_t>(terms.limit.value_or(kTermsShown)));
    std::vector<Candidate> found;
    const bool strict = bind::IsAbbreviationInCapitals(terms.text);
    const bind::NameMatcher matcher(terms.text);
    for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
      for (const ontology::TermIndex index : ontology->Search(terms.text, kTermsLookedAt)) {
        const ontology::Term term = ontology->term(index);
        if (strict && !matcher.MatchesAny(term.label, term.synonyms)) continue;
        found.push_back(WithTerm(term.id, term.label, ontology->id()));
      }
    }
    AddLabels(terms.text, &found);
    // Who would be cut off by the limit is decided by what is listed.
    std::stable_partition(found.begin(), found.end(),
                          [](const Candidate& candidate) { return candidate.where != nullptr; });
    if (found.size() > limit) found.resize(limit);
    for (Candidate& candidate : found) {
      answer_.table.rows.push_back(std::move(candidate.row));
      if (candidate.where != nullptr) {
        AskNumber(3, CountOf("individuals", std::move(candidate.where)));
      } else {
        answer_.nobody.push_back({answer_.table.rows.size() - 1, 3});
      }
    }
    if (found.empty()) {
      reporter_.Note(terms.span, "no-such-term", absl::StrCat("no term has words beginning with '", terms.text, "'"),
                     view_.terminology().Nearest(terms.text, 3));
    }
  }

  // Listed codes that no loaded ontology has, by the labels that came with the data.
  void AddLabels(std::string_view text, std::vector<Candidate>* found) {
    std::vector<std::string> wanted = absl::StrSplit(absl::AsciiStrToLower(std::string(text)), ' ', absl::SkipEmpty());
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const auto in_use = view_.InUse(bind::CatalogueView::Which::kCodes);
    if (!in_use.ok()) return reporter_.Fail(in_use.status());
    if (wanted.empty()) return;
    for (const model::Symbol symbol : bind::ByText(**in_use, view_.dictionary())) {
      const std::string code(view_.dictionary().Text(symbol));
      const std::string label(view_.dictionary().Label(symbol));
      if (label.empty() || !absl::StrContains(code, ':') || view_.terminology().KnowsPrefix(code)) continue;
      const std::vector<std::string> words = absl::StrSplit(absl::AsciiStrToLower(label), ' ', absl::SkipEmpty());
      const bool all = std::ranges::all_of(wanted, [&](const std::string& begin) {
        return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(begin); });
      });
      if (all) found->push_back(WithTerm(code, label, "(records)"));
    }
  }

  // People with an observed record that has the term, or what lies below it, in the fields that have listed codes of
  // it; and which fields these are.
  Candidate WithTerm(const std::string& code, const std::string& label, const std::string& ontology) {
    const ontology::Reached reached =
        view_.terminology().Follow(view_.terminology().Find(code), ontology::Reach::kDescendants);
    std::vector<ExprPtr> any;
    std::vector<std::string> fields;
    for (const model::EntityInfo& info : model::Entities()) {
      for (const model::FieldId field : model::CodeFieldsOf(info.entity)) {
        if (IsHidden(field)) continue;
        const auto listed = view_.FieldValues(field);
        if (!listed.ok()) {
          reporter_.Fail(listed.status());
          return {};
        }
        if (!bind::Meet(*reached.symbols, **listed)) continue;
        any.push_back(InField(info, field, code));
        fields.push_back(model::FieldOfTermsInWords(field));
      }
    }
    Candidate found;
    found.row = {code, label, ontology, Number(), absl::StrJoin(fields, ", ")};
    if (any.size() == 1) found.where = std::move(any[0]);
    if (any.size() > 1) found.where = grammar::MakeExpr({}, grammar::Or{std::move(any)});
    return found;
  }

  static ExprPtr InField(const model::EntityInfo& info, model::FieldId field, const std::string& code) {
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kCode;
    term.text = code;
    grammar::Has has;
    has.entity.text = info.name;
    if (info.polar) has.polarity = grammar::Polarity::kObserved;
    if (info.primary == static_cast<int>(field)) {
      has.terms.push_back(std::move(term));
      return grammar::MakeExpr({}, std::move(has));
    }
    grammar::Compare is;
    is.field.text = model::Info(field).name;
    is.values.push_back(std::move(term));
    ExprPtr compared = grammar::MakeExpr({}, std::move(is));
    if (info.entity == Entity::kIndividual) return compared;
    has.with = std::move(compared);
    return grammar::MakeExpr({}, std::move(has));
  }

  const GuestView& guest_;
  const bind::CatalogueView& view_;
  const OwnCohorts& cohorts_;
  bind::Reporter reporter_;
  CatalogueQuestions answer_;
};

}  // namespace

absl::StatusOr<std::optional<CatalogueQuestions>> AskAboutCatalogue(const grammar::Statement& statement,
                                                                    const GuestView& guest, const OwnCohorts& cohorts,
                                                                    std::vector<Diagnostic>* diagnostics) {
  return CatalogueAsker(guest, cohorts, diagnostics).Ask(statement);
}

void OrderRows(const CatalogueQuestions& questions, Table* table) {
  if (!questions.order_by.has_value()) return;
  const auto shown = [&](const std::vector<Cell>& row) -> int64_t {
    const auto* number = std::get_if<Number>(&row[*questions.order_by]);
    return number == nullptr ? -1 : number->value.value_or(-1);
  };
  std::ranges::stable_sort(table->rows, [&](const std::vector<Cell>& a, const std::vector<Cell>& b) {
    if (shown(a) != shown(b)) return shown(a) > shown(b);
    return shown(a) < 0 && a[0] < b[0];
  });
}

}  // namespace muster::api
