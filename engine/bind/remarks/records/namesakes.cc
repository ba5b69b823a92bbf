#include "engine/bind/remarks/records/namesakes.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/match_again.h"
#include "engine/bind/values/names/names_alike.h"
#include "engine/bind/values/term_binder.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;
using ontology::Reach;
using Segment = storage::SegmentReader;

constexpr size_t kMaxTerms = 10;  // a longer list is a deliberate choice
constexpr size_t kMaxNamed = 3;
constexpr uint64_t kFewest = 5;  // people of whom it is told

std::optional<Entity> OtherOf(Entity entity) {
  if (entity == Entity::kDisease) return Entity::kPhenotype;
  if (entity == Entity::kPhenotype) return Entity::kDisease;
  return std::nullopt;
}

FieldId PrimaryOf(Entity entity) { return static_cast<FieldId>(model::Info(entity).primary); }

bool IsCalled(const ontology::Term& term, const std::string& name) {
  const std::vector<std::string> names = NamesOf(term);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& other) { return absl::EqualsIgnoreCase(other, name); });
}

// Whether terms are asked for or excepted behind `with`: no disease "cancer" except "melanoma". What is recorded under
// another name may be what is excepted.
bool TellsTermsApart(const Has& has, Entity entity) {
  if (has.with == nullptr) return false;
  const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
  return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
    return compare != nullptr && !compare->event && FindField(entity, compare->field.text) == PrimaryOf(entity);
  });
}

class Namesakes {
 public:
  Namesakes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has, bool negated) {
    const auto entity = FindEntity(has.entity.text);
    const auto other = entity ? OtherOf(*entity) : std::nullopt;
    const bool none = HoldsWithoutRows(has) != negated;
    const bool some = !has.quantity || has.quantity->count == (HoldsWithoutRows(has) ? 0 : 1);
    if (!other || !some || has.polarity == grammar::Polarity::kExcluded || has.terms.empty() ||
        has.terms.size() > kMaxTerms) {
      return;
    }
    const auto exactly = [](const Literal& term) { return term.exactly; };
    if (std::any_of(has.terms.begin(), has.terms.end(), exactly) || (none && TellsTermsApart(has, *entity))) return;
    const std::optional<TermMatch>& match = criteria_.Match(has);
    if (!match) return;
    // Who has any of the terms is found, or left out, whatever another is called; each is judged by itself, as the
    // people of a frequent one would hide those of a rare one.
    const CodesOfEntity own = {*entity, match->symbols.get()};
    for (const Literal& term : has.terms) OnTerm(has, term, own, *other, none);
  }

  // That which most people of the catalogue have alone.
  std::optional<Namesake> Most(const std::vector<Literal>& terms, Entity entity, Entity other) {
    const auto match = MatchAgain(view_, reporter_, terms, entity);
    if (!match) return std::nullopt;
    const CodesOfEntity own = {entity, match->symbols.get()};
    std::optional<Namesake> most;
    for (const Literal& term : terms) {
      const std::optional<NamesakeCodes> called = FindCalled(term, entity, other);
      if (!called) return std::nullopt;
      if (called->symbols->empty()) continue;
      const CodesOfEntity theirs = {other, called->symbols.get()};
      const auto people =
          view_.people().Count({}, PeopleKey("namesakes").Add(own).Add(theirs),
                               [&](const Segment& segment) { return PeopleWithTheirsAlone(segment, own, theirs); });
      if (!people.ok()) return Failed(people.status());
      if (people->with < kFewest || (most && people->with <= most->people)) continue;
      most = Namesake{other, called->codes, called->in_other_words, people->with};
    }
    return most;
  }

  // One note is enough to think of it.
  void SayMost() {
    if (most_) Say(*most_);
  }

 private:
  struct Said {
    const Has* has;
    const Literal* term;
    Entity other;
    bool none;
    uint64_t found;  // by this, of those whom the other criteria ask for
    AskedPeople people;
    NamesakeCodes called;
  };

  // `own`: of all terms that are asked for.
  void OnTerm(const Has& has, const Literal& term, const CodesOfEntity& own, Entity other, bool none) {
    if (reporter_->HasReported("no-such-codes", term.span)) return;  // it says where the code belongs
    const std::optional<NamesakeCodes> called = FindCalled(term, own.entity, other);
    if (!called || called->symbols->empty()) return;
    const CodesOfEntity theirs = {other, called->symbols.get()};
    const auto others =
        CountAmongOthers(view_, reporter_, criteria_, has, PeopleKey("namesakes").Add(own).Add(theirs),
                         [&](const Segment& segment) { return PeopleWithTheirsAlone(segment, own, theirs); });
    constexpr uint64_t kFew = 50;  // 1 in 50 of those who are found
    if (!others || others->with < kFewest || (most_ && others->with <= most_->people.with)) return;
    // Behind `no` those are found who have none of the terms.
    const bool of_one = !none && has.terms.size() > 1;
    const std::optional<TermMatch> match =
        of_one ? MatchAgain(view_, reporter_, {term}, own.entity) : std::optional<TermMatch>();
    if (of_one && !match) return;
    const CodesOfEntity called_so = match ? CodesOfEntity{own.entity, match->symbols.get()} : own;
    const auto with = CountAmongOthers(view_, reporter_, criteria_, has, KeyOfCodes(called_so),
                                       [&](const Segment& segment) { return PeopleWithCodes(segment, called_so); });
    if (!with) return;
    const uint64_t found = none ? with->all - with->with : with->with;
    if (others->with * kFew < found || AskedFor(*called, other)) return;
    most_ = Said{&has, &term, other, none, found, *others, *called};
  }

  static absl::StatusOr<storage::Bitmap> PeopleWithTheirsAlone(const Segment& segment, const CodesOfEntity& own,
                                                               const CodesOfEntity& theirs) {
    auto people = PeopleWithCodes(segment, theirs);
    if (!people.ok() || people->Empty()) return people;
    const auto with = PeopleWithCodes(segment, own);
    if (!with.ok()) return with;
    return storage::Bitmap::AndNot(*people, *with);
  }

  // What is called as the term. Nullopt after a failure.
  std::optional<NamesakeCodes> FindCalled(const Literal& literal, Entity entity, Entity other) {
    const FieldId field = PrimaryOf(entity);
    const auto kind = static_cast<uint32_t>(literal.kind);
    auto found = view_.namesakes().Find(field, kind, literal.text);
    if (found) return found;
    found = Find(literal, field, other);
    if (found) view_.namesakes().Insert(field, kind, literal.text, *found, found->bytes());
    return found;
  }

  // Nullopt after a failure.
  std::optional<NamesakeCodes> Find(const Literal& literal, FieldId field, Entity other) {
    const auto values = view_.RecordedValues(PrimaryOf(other));
    if (!values.ok()) return Failed(values.status());
    const auto labels = view_.RecordedLabels(PrimaryOf(other));
    if (!labels.ok()) return Failed(labels.status());
    const auto code = TermBinder(view_, reporter_).CodeOf(literal, field);
    if (!code) return std::nullopt;
    const ontology::Terminology& terminology = view_.terminology();
    std::set<std::string> codes;
    std::vector<model::Symbol> symbols;
    const auto add = [&](std::string_view found) {
      if (codes.contains(std::string(found))) return;
      const size_t before = symbols.size();
      for (const model::Symbol symbol : *terminology.Follow(terminology.Find(found), Reach::kDescendants).symbols) {
        if ((*values)->Contains(symbol)) symbols.push_back(symbol);
      }
      if (symbols.size() > before) codes.emplace(found);
    };
    for (const std::string& name : NamesOfTerm(*code)) {
      for (const ontology::Node node : terminology.FindByName(name)) {
        if (!terminology.IsObsolete(node) && IsCalled(terminology.term(node), name)) add(terminology.TermId(node));
      }
      for (const model::Symbol symbol : (*labels)->Find(name)) add(view_.dictionary().Text(symbol));
    }
    const bool in_other_words = codes.empty();
    if (in_other_words) {
      const auto alike = FindNamesAlike(view_, NamesOfTerm(*code), **values);
      if (!alike.ok()) return Failed(alike.status());
      for (const std::string& found : *alike) add(found);
    }
    return NamesakeCodes{
        {codes.begin(), codes.end()}, std::make_shared<const model::SymbolList>(std::move(symbols)), in_other_words};
  }

  // By the ontologies, and as the data call it.
  std::set<std::string> NamesOfTerm(const std::string& code) const {
    std::set<std::string> names;
    const ontology::Concept found = view_.terminology().Find(code);
    for (const ontology::Node node : found.nodes) {
      for (std::string& name : NamesOf(view_.terminology().term(node))) names.insert(std::move(name));
    }
    if (const auto symbol = view_.dictionary().Find(found.id)) names.emplace(view_.dictionary().Label(*symbol));
    names.erase("");
    return names;
  }

  std::nullopt_t Failed(const absl::Status& status) {
    reporter_->Fail(status);
    return std::nullopt;
  }

  bool AskedFor(const NamesakeCodes& called, Entity other) const {
    return std::any_of(criteria_.leaves().begin(), criteria_.leaves().end(), [&](const Leaf& leaf) {
      const auto* has = std::get_if<Has>(&leaf.criterion->node);
      if (has == nullptr || has->terms.empty() || FindEntity(has->entity.text) != other) return false;
      const std::optional<TermMatch>& match = criteria_.Match(*has);
      return match && std::any_of(called.symbols->begin(), called.symbols->end(),
                                  [&](model::Symbol symbol) { return match->symbols->Contains(symbol); });
    });
  }

  void Say(const Said& said) {
    const NamesakeCodes& called = said.called;
    const std::string named = InWords(view_, {said.other, called.codes, called.in_other_words});
    std::string asked;
    for (size_t i = 0; i < std::min(called.codes.size(), kMaxNamed); ++i) {
      absl::StrAppend(&asked, i == 0 ? "" : " or ", called.codes[i]);
    }
    const std::string name(model::Info(said.other).name);
    const Entity own = *FindEntity(said.has->entity.text);
    const std::string own_terms = NameWithTerms(*said.has, own);
    const AskedPeople& people = said.people;
    if (said.none) {
      const std::string others = OthersInWords(people);
      reporter_->Note(said.term->span, "same-name",
                      absl::StrCat(people.with, " of the ", said.found, " individuals who have ", others,
                                   others.empty() ? "no " : " and no ", own_terms, " have ", name, " ", named,
                                   " and are not left out by this"),
                      {absl::StrCat("to leave them out as well, write and no ", name, " ", asked)});
      return;
    }
    reporter_->Note(
        said.term->span, "same-name",
        absl::StrCat(people.others.empty() ? absl::StrCat(people.with, " individuals") : OutOf(people.with, people),
                     " have ", name, " ", named, " and no such ", std::string(model::Info(own).name),
                     ": this does not ask for them"),
        {absl::StrCat("to ask for both, write (has ", own_terms, " or has ", name, " ", asked, ")")});
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::optional<Said> most_;
};

}  // namespace

std::optional<Namesake> FindNamesake(const CatalogueView& view, Reporter* reporter, const std::vector<Literal>& terms,
                                     Entity entity) {
  const auto other = OtherOf(entity);
  const auto exactly = [](const Literal& term) { return term.exactly; };
  if (view.listed() != nullptr || !other || terms.empty() || terms.size() > kMaxTerms ||
      std::any_of(terms.begin(), terms.end(), exactly)) {
    return std::nullopt;
  }
  const SideBySide none(view, reporter, {});
  return Namesakes(view, reporter, none).Most(terms, entity, *other);
}

std::string InWords(const CatalogueView& view, const Namesake& namesake) {
  std::string named;
  for (size_t i = 0; i < std::min(namesake.codes.size(), kMaxNamed); ++i) {
    const std::string label = view.terminology().Label(namesake.codes[i]);
    absl::StrAppend(&named, i == 0 ? "" : " or ", namesake.codes[i], label.empty() ? "" : " ", label);
  }
  if (namesake.in_other_words) absl::StrAppend(&named, ", which may mean the same,");
  return named;
}

void RemarkOnNamesakes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  Namesakes namesakes(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    if (const auto* has = std::get_if<Has>(&leaf.criterion->node)) namesakes.OnHas(*has, leaf.negated);
  }
  namesakes.SayMost();
}

}  // namespace muster::bind
