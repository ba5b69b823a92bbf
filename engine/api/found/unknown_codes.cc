#include "engine/api/found/unknown_codes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/api/found/asked/asked_groups.h"
#include "engine/api/found/asked/asked_terms.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/values/match_again.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using grammar::Literal;
using grammar::Rewriting;
using model::Entity;
using model::FieldId;
using model::Symbol;
using model::SymbolList;
using Words = std::set<std::string>;

constexpr int64_t kFewestUnknown = 5;
constexpr int64_t kManyCalled = 20, kHalf = 2;  // one in N

Words WordsOf(std::string_view text) {
  Words words;
  std::string word;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || byte >= 0x80) {  // letters with accents are more than one byte
      word += static_cast<char>(absl::ascii_tolower(byte));
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.insert(std::move(word));
  return words;
}

class UnknownCodes {
 public:
  UnknownCodes(const bind::SideBySide& criteria, const std::vector<std::string>& told,
               const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter)
      : found_(*found),
        view_(found->view()),
        reporter_(reporter),
        asked_(AskedTermsIn(criteria, found->counted())),
        said_(said),
        told_(told.begin(), told.end()) {}

  void Note() {
    std::map<Entity, Unknown> most;
    for (const AskedGroup& group : AskedGroupsOf(asked_, said_)) {
      auto one = Find(group);
      if (!one) continue;
      const auto [at, is_new] = most.try_emplace(group.entity, *std::move(one));
      if (!is_new && one->People() > at->second.People()) at->second = *std::move(one);
    }
    for (const auto& [entity, one] : most) Say(one);
  }

 private:
  // What is asked for that an ontology has.
  struct Asked {
    std::set<uint32_t> ontologies;
    std::map<const AskedTerms*, std::vector<Words>> names;  // of each criterion's terms
  };
  struct Unknown {
    AskedGroup group;
    std::vector<Symbol> codes;  // that no ontology knows, in any order
    int64_t found = 0;
    int64_t only = 0, any = 0;  // who have only these, of those with any row; 0: fewer than half
    // Those with all words of a name in their label, most people first, and who is found with them or left out.
    std::map<const AskedTerms*, std::vector<std::string>> called = {};
    std::vector<std::string> all_called = {};
    int64_t of_called = 0;

    int64_t People() const { return only + of_called; }
  };

  static FieldId TermOf(Entity entity) { return static_cast<FieldId>(model::Info(entity).primary); }

  std::optional<Asked> AskedBy(const AskedGroup& group) {
    Asked asked;
    for (const AskedTerms* one : group.asked) {
      for (const Literal& term : *one->terms) {
        const auto code = bind::TermBinder(view_, reporter_).CodeOf(term, TermOf(group.entity));
        if (!code) return std::nullopt;
        const ontology::Concept found = view_.terminology().Find(*code);
        for (const ontology::Node node : found.nodes) asked.ontologies.insert(node.ontology);
        if (found.nodes.empty()) continue;
        if (Words words = WordsOf(view_.terminology().Label(*code)); !words.empty()) {
          asked.names[one].push_back(std::move(words));
        }
      }
    }
    return asked;
  }

  // Recorded codes that no ontology knows, of systems of which these ontologies know others. (Of the other systems
  // other-systems tells.) Where the hierarchy is in the code, none needs an ontology.
  std::vector<Symbol> CodesUnknown(const SymbolList& values, const std::set<uint32_t>& ontologies) const {
    std::set<std::string_view> known;
    std::vector<Symbol> unknown;
    for (const Symbol symbol : values) {
      const std::string_view code = view_.dictionary().Text(symbol);
      const std::string_view kind = bind::KindOf(code);
      if (kind.empty()) continue;
      const std::vector<ontology::Node> nodes = view_.terminology().Find(code).nodes;
      if (nodes.empty()) {
        if (!view_.terminology().HasHierarchyOfItsOwn(code)) unknown.push_back(symbol);
      } else if (std::any_of(nodes.begin(), nodes.end(),
                             [&](ontology::Node node) { return ontologies.contains(node.ontology); })) {
        known.insert(kind);
      }
    }
    std::erase_if(unknown,
                  [&](Symbol symbol) { return !known.contains(bind::KindOf(view_.dictionary().Text(symbol))); });
    return unknown;
  }

  static bind::PeopleKey KeyOf(std::string_view what, const Asked& asked, const AskedGroup& group) {
    bind::PeopleKey key(absl::StrCat(std::string(what), absl::StrJoin(asked.ontologies, " ")));
    key.Add(static_cast<uint64_t>(group.entity));
    return key;
  }

  std::optional<Unknown> Find(const AskedGroup& group) {
    const auto asked = AskedBy(group);
    if (!asked || asked->ontologies.empty()) return std::nullopt;
    const auto values = view_.RecordedValues(TermOf(group.entity));
    if (!values.ok()) return Failed(values.status());
    std::optional<std::vector<Symbol>> codes;
    const auto read = [&]() -> const std::vector<Symbol>& {
      if (!codes) codes = CodesUnknown(**values, asked->ontologies);
      return *codes;
    };
    const bind::PeopleKey key = KeyOf("unknown codes ", *asked, group);
    const auto somewhere = view_.people().Count({}, key, [&](const storage::SegmentReader& segment) {
      const SymbolList all(read());
      return bind::PeopleWithCodes(segment, {group.entity, &all});
    });
    if (!somewhere.ok()) return Failed(somewhere.status());
    if (static_cast<int64_t>(somewhere->with) < kFewestUnknown) return std::nullopt;
    Unknown unknown{group, read()};
    if (!LeaveOutAsked(&unknown)) return std::nullopt;
    const std::optional<int64_t> found = found_.Count();
    if (unknown.codes.empty() || !found) return std::nullopt;
    unknown.found = *found;
    if (!FindOnly(**values, *asked, &unknown) || !FindCalled(*asked, &unknown)) return std::nullopt;
    return unknown.People() == 0 ? std::nullopt : std::optional(std::move(unknown));
  }

  // Without those that are asked for, or of which is told. False after a failure.
  bool LeaveOutAsked(Unknown* unknown) {
    std::vector<ontology::SymbolSet> reached;
    for (const AskedTerms* one : unknown->group.asked) {
      const auto match = bind::MatchAgain(view_, reporter_, *one->terms, unknown->group.entity);
      if (!match) return false;
      if (match->symbols != nullptr) reached.push_back(match->symbols);
    }
    std::erase_if(unknown->codes, [&](Symbol symbol) {
      return told_.contains(view_.dictionary().Text(symbol)) ||
             std::any_of(reached.begin(), reached.end(), [&](const auto& one) { return one->Contains(symbol); });
    });
    return true;
  }

  // Who has `theirs` and nothing else.
  static absl::StatusOr<storage::Bitmap> WithOnly(const storage::SegmentReader& segment, Entity entity,
                                                  const SymbolList& theirs, const SymbolList& rest) {
    auto with = bind::PeopleWithCodes(segment, {entity, &theirs});
    if (!with.ok() || with->Empty()) return with;
    const auto with_rest = bind::PeopleWithCodes(segment, {entity, &rest});
    if (!with_rest.ok()) return with_rest;
    return storage::Bitmap::AndNot(*with, *with_rest);
  }

  static SymbolList Without(const SymbolList& values, const SymbolList& some) {
    std::vector<Symbol> others;
    for (const Symbol symbol : values) {
      if (!some.Contains(symbol)) others.push_back(symbol);
    }
    return SymbolList(std::move(others));
  }

  // Whether half of those of whom it is asked have nothing else. False after a failure.
  bool FindOnly(const SymbolList& values, const Asked& asked, Unknown* unknown) {
    const AskedGroup& group = unknown->group;
    const SymbolList theirs(unknown->codes);
    const auto people_of = [&](const storage::SegmentReader& segment) {
      const SymbolList rest = Without(values, theirs);
      return WithOnly(segment, group.entity, theirs, rest);
    };
    // Mostly few people have nothing else, wherever it is asked: that is counted once for these codes.
    const bind::PeopleKey key = KeyOf("only unknown codes ", asked, group).Add({group.entity, &theirs});
    const auto somewhere = view_.people().Count({}, key, people_of);
    if (!somewhere.ok()) return Fail(somewhere.status());
    const auto most = static_cast<int64_t>(somewhere->with);
    if (most < kFewestUnknown || !AreMany(most, unknown->found, kHalf)) return true;
    const Rewriting any = group.WithAny();
    const std::optional<int64_t> all = group.none ? std::optional(unknown->found) : found_.CountWith(any);
    if (!all) return false;
    if (!AreMany(most, *all, kHalf)) return true;
    People among;
    for (const auto& segment : view_.snapshot().segments) {
      auto rows = people_of(*segment);
      if (!rows.ok()) return Fail(rows.status());
      among.rows.emplace_back(*std::move(rows));
    }
    const auto now = found_.Of(grammar::Clone(found_.criteria()), among);
    const auto then = found_.Of(WithOthers(found_.criteria(), any), among);
    if (!now || !then) return false;
    const int64_t people = group.none ? now->Size() - then->Size() : then->Size() - now->Size();
    if (people < kFewestUnknown || !AreMany(people, *all, kHalf)) return true;
    unknown->only = people;
    unknown->any = *all;
    return true;
  }

  // False after a failure.
  bool FindCalled(const Asked& asked, Unknown* unknown) {
    std::vector<std::pair<Symbol, Words>> labels;
    for (const Symbol symbol : unknown->codes) {
      labels.emplace_back(symbol, WordsOf(view_.terminology().Label(view_.dictionary().Text(symbol))));
    }
    std::map<std::string, uint64_t> people;
    Rewriting with;
    for (const auto& [one, names] : asked.names) {
      std::vector<std::string>& called = unknown->called[one];
      for (const auto& [symbol, words] : labels) {
        const auto has_all = [&, &in_label = words](const Words& name) {
          return std::includes(in_label.begin(), in_label.end(), name.begin(), name.end());
        };
        if (!std::any_of(names.begin(), names.end(), has_all)) continue;
        const std::string code(view_.dictionary().Text(symbol));
        const auto having = view_.counts().PeopleObserved(unknown->group.entity, SymbolList({symbol}),
                                                          TermOf(unknown->group.entity), model::kAnyValue);
        if (!having.ok()) return Fail(having.status());
        if (*having == 0) continue;
        people[code] = *having;
        called.push_back(code);
      }
      const auto more = [&](const std::string& a, const std::string& b) {
        return people[a] != people[b] ? people[a] > people[b] : a < b;
      };
      std::sort(called.begin(), called.end(), more);
      if (called.empty()) continue;
      for (auto& [node, other] : one->WithCodes(called)) with[node] = std::move(other);
    }
    if (with.empty()) return true;
    const std::optional<int64_t> others = found_.CountWith(with);
    if (!others) return false;
    const int64_t differ = unknown->group.none ? unknown->found - *others : *others - unknown->found;
    if (differ < kFewestUnknown || !AreMany(differ, unknown->found, kManyCalled)) return true;
    unknown->of_called = differ;
    for (const auto& [code, number] : people) unknown->all_called.push_back(code);
    std::stable_sort(unknown->all_called.begin(), unknown->all_called.end(),
                     [&](const std::string& a, const std::string& b) { return people[a] > people[b]; });
    return true;
  }

  std::string NameOf(const std::string& code) const {
    const std::string label = view_.terminology().Label(code);
    return absl::StrCat(code, label.empty() ? "" : " ", label);
  }

  // The first ones of `codes` with how many more or fewer are found with each.
  std::string WithPeople(const Unknown& unknown) {
    constexpr size_t kMostTried = 10, kMostNamed = 3;
    std::vector<std::pair<int64_t, std::string>> named;
    for (size_t i = 0; i < unknown.all_called.size() && i < kMostTried; ++i) {
      const std::string& code = unknown.all_called[i];
      Rewriting with;
      for (const auto& [one, codes] : unknown.called) {
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) continue;
        for (auto& [node, other] : one->WithCodes({code})) with[node] = std::move(other);
      }
      const std::optional<int64_t> others = found_.CountWith(with);
      if (!others) return "";
      const int64_t differ = unknown.group.none ? unknown.found - *others : *others - unknown.found;
      if (differ > 0) named.emplace_back(differ, code);
    }
    std::stable_sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (named.size() > kMostNamed) named.resize(kMostNamed);
    std::vector<std::string> texts;
    texts.reserve(named.size());
    for (const auto& [number, code] : named) texts.push_back(absl::StrCat(NameOf(code), ": ", number));
    const size_t left = unknown.all_called.size() - named.size();
    return absl::StrCat(absl::StrJoin(texts, "; "), left == 0 ? "" : absl::StrCat(" and ", left, " more"));
  }

  // Codes that many have, as examples.
  std::string SuchAs(const Unknown& unknown) {
    constexpr size_t kMostNamed = 3;
    std::vector<std::pair<uint64_t, std::string>> by_people;
    for (const Symbol symbol : unknown.codes) {
      const auto having = view_.counts().PeopleObserved(unknown.group.entity, SymbolList({symbol}),
                                                        TermOf(unknown.group.entity), model::kAnyValue);
      if (!having.ok()) Fail(having.status());
      if (having.ok()) by_people.emplace_back(*having, view_.dictionary().Text(symbol));
    }
    std::stable_sort(by_people.begin(), by_people.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> names;
    for (size_t i = 0; i < by_people.size() && i < kMostNamed; ++i) names.push_back(NameOf(by_people[i].second));
    const size_t left = by_people.size() - names.size();
    return absl::StrCat(absl::StrJoin(names, "; "), left == 0 ? "" : absl::StrCat(" and ", left, " more"));
  }

  static std::string TermsOf(const AskedGroup& group) {
    constexpr size_t kMostNamed = 3;
    std::vector<std::string> terms;
    for (const AskedTerms* asked : group.asked) {
      for (const Literal& term : *asked->terms) terms.push_back(grammar::Print(term));
    }
    if (terms.size() > kMostNamed) {
      terms.resize(kMostNamed);
      terms.emplace_back("...");
    }
    return absl::StrJoin(terms, " or ");
  }

  void Say(const Unknown& unknown) {
    const AskedGroup& group = unknown.group;
    const std::string plural(model::Info(group.entity).plural);
    std::string message;
    if (unknown.only > 0) {
      message =
          absl::StrCat(unknown.only, " of ",
                       group.none ? found_.InWords(unknown.any)
                                  : absl::StrCat("the ", unknown.any, " individuals who would be found with any ",
                                                 std::string(model::Info(group.entity).name), " in its place"),
                       " have ", plural, " only under codes that no loaded ontology knows: whether these are below ",
                       TermsOf(group), " is not known (", SuchAs(unknown), ")");
    }
    std::vector<std::string> hints;
    if (unknown.of_called > 0) {
      const std::string called = absl::StrCat(
          " have ", plural, " with all words of ", TermsOf(group), " in their names",
          unknown.only > 0 ? "" : ", under codes that no loaded ontology knows", ": ", WithPeople(unknown));
      absl::StrAppend(&message, message.empty() ? "" : "; ",
                      group.none        ? absl::StrCat(unknown.of_called, " of ", found_.InWords(unknown.found))
                      : message.empty() ? absl::StrCat(found_.Besides(unknown.found), unknown.of_called)
                                        : absl::StrCat(unknown.of_called, " more"),
                      called);
      if (std::string hint = HintOf(unknown); !hint.empty()) hints.push_back(std::move(hint));
    }
    hints.push_back(
        "load a newer release of the ontology, or name the codes that are meant as well, with `or`; show "
        "unknown codes lists them");
    reporter_->Note(group.asked.front()->span, "unknown-codes", std::move(message), std::move(hints));
  }

  // The statement that asks for those that are called so as well; of many for the first ones.
  std::string HintOf(const Unknown& unknown) {
    constexpr size_t kMostWritten = 10;
    const size_t shown = std::min(unknown.all_called.size(), kMostWritten);
    const auto end = unknown.all_called.begin() + static_cast<std::ptrdiff_t>(shown);
    Rewriting with;
    for (const auto& [one, codes] : unknown.called) {
      std::vector<std::string> written = codes;
      std::erase_if(written,
                    [&](const std::string& code) { return std::find(unknown.all_called.begin(), end, code) == end; });
      if (written.empty()) continue;
      for (auto& [node, other] : one->WithCodes(written)) with[node] = std::move(other);
    }
    const std::string statement = reporter_->Rewritten(std::move(with));
    if (statement.empty()) return "";
    return absl::StrCat(unknown.group.none ? "to leave them out, write " : "to find them as well, write ",
                        shown < unknown.all_called.size() ? absl::StrCat("for the first ", shown, " codes ") : "",
                        statement);
  }

  bool Fail(const absl::Status& status) {
    reporter_->Fail(status);
    return false;
  }
  std::nullopt_t Failed(const absl::Status& status) {
    reporter_->Fail(status);
    return std::nullopt;
  }

  FoundPeople& found_;
  const bind::CatalogueView& view_;
  bind::Reporter* reporter_;
  const std::vector<AskedTerms> asked_;
  const std::vector<Diagnostic>& said_;
  const std::set<std::string, std::less<>> told_;
};

}  // namespace

void NoteUnknownCodes(const bind::SideBySide& criteria, const std::vector<std::string>& told,
                      const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter) {
  if (found->AreIndividuals()) UnknownCodes(criteria, told, said, found, reporter).Note();
}

}  // namespace muster::api
