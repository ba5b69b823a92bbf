#include "tests/crash/history.h"

#include <algorithm>
#include <functional>
#include <random>
#include <variant>

#include "absl/strings/str_cat.h"

namespace muster::crash {
namespace {

// A record of a large import has so many features that the import goes past the database's log, which is a way of its
// own to write.
constexpr uint64_t kManyFeatures = 60;

std::string PersonId(uint64_t number) { return absl::StrCat("p", number); }

// Person `number` as of a change: a disease names the change.
std::string Person(uint64_t number, const Change& change) {
  std::string text =
      absl::StrCat(R"({"id":")", PersonId(number), R"(","subject":{"id":")", PersonId(number), R"(","sex":")",
                   (number + change.number) % 2 == 0 ? "MALE" : "FEMALE", R"("},"diseases":[{"term":{"id":"C:)",
                   change.number, R"("}}],)", R"("phenotypicFeatures":[)");
  const uint64_t features = change.kind == Change::Kind::kLargeImport ? kManyFeatures : 2;
  for (uint64_t i = 0; i < features; ++i) {
    const uint64_t code = (number * 31 + change.number * 17 + i * 7) % 97;
    absl::StrAppend(&text, i > 0 ? "," : "", R"({"type":{"id":"F:)", code, R"("},"description":"feature )", i, " of ",
                    number, " as of ", change.number, R"("})");
  }
  return absl::StrCat(text, "]}\n");
}

std::string Describe(const std::map<std::string, uint64_t>& people) {
  std::map<uint64_t, uint64_t> counts;
  std::string ids;
  for (const auto& [id, change] : people) {
    ++counts[change];
    absl::StrAppend(&ids, id, " ");
  }
  std::string text = absl::StrCat(people.size(), " people");
  for (const auto& [change, count] : counts) absl::StrAppend(&text, ", ", count, " of ", change);
  return absl::StrCat(text, "; ids ", std::hash<std::string>()(ids));
}

absl::StatusOr<Table> Ask(const Catalogue& catalogue, const std::string& query) {
  absl::StatusOr<std::vector<Answer>> answers = catalogue.Query(query);
  if (!answers.ok()) return answers.status();
  if (!answers->front().table) return absl::InternalError(RenderDiagnostics(query, answers->front().diagnostics));
  return *std::move(answers->front().table);
}

}  // namespace

History::History(uint64_t seed, uint64_t changes, uint64_t people) {
  std::mt19937_64 random(seed);
  const auto below = [&](uint64_t n) { return random() % n; };
  std::map<std::string, uint64_t> now;
  states_.push_back(Describe(now));
  for (uint64_t number = 1; number <= changes; ++number) {
    Change change;
    change.number = number;
    const uint64_t kind = below(10);
    // The first brings all, so that every one has something to change.
    change.kind = number == 1 || kind == 0 ? Change::Kind::kLargeImport
                  : kind <= 2              ? Change::Kind::kDelete
                  : kind == 3              ? Change::Kind::kCohort
                                           : Change::Kind::kImport;
    change.first = number == 1 ? 0 : below(people);
    change.count = number == 1 ? people : 1 + below(people - change.first);
    if (change.kind == Change::Kind::kImport) change.count = std::min<uint64_t>(change.count, 1 + below(60));
    if (change.kind == Change::Kind::kDelete && !now.contains(PersonId(change.first))) {
      change.kind = Change::Kind::kImport;
    }
    for (uint64_t i = change.first; i < change.first + change.count; ++i) {
      if (change.kind == Change::Kind::kDelete) {
        now.erase(PersonId(i));
      } else if (change.kind != Change::Kind::kCohort) {
        now[PersonId(i)] = number;
      }
    }
    changes_.push_back(change);
    states_.push_back(Describe(now));
  }
}

absl::Status Apply(const Change& change, Catalogue& catalogue) {
  switch (change.kind) {
    case Change::Kind::kImport:
    case Change::Kind::kLargeImport: {
      std::string text;
      for (uint64_t i = 0; i < change.count; ++i) text += Person(change.first + i, change);
      ImportOptions options;
      options.threads = 1;
      return catalogue.ImportText(text, options).status();
    }
    case Change::Kind::kDelete: {
      std::vector<std::string> ids;
      for (uint64_t i = 0; i < change.count; ++i) ids.push_back(PersonId(change.first + i));
      return catalogue.Delete("default", ids).status();
    }
    case Change::Kind::kCohort:
      return Ask(catalogue, absl::StrCat("define cohort c", change.number % 5, " as individuals where sex is male"))
          .status();
  }
  return absl::InternalError("no such change");
}

absl::StatusOr<State> StateOf(const Catalogue& catalogue) {
  const absl::StatusOr<CatalogueInfo> info = catalogue.Info();
  if (!info.ok()) return info.status();
  const absl::StatusOr<Table> listed = Ask(catalogue, "list individuals limit 1000000");
  if (!listed.ok()) return listed.status();
  const auto column = std::ranges::find(listed->columns, "individual", [](const auto& c) { return c.name; });
  if (column == listed->columns.end()) return absl::InternalError("a list without ids");
  std::map<std::string, uint64_t> people;
  for (const std::vector<Cell>& row : listed->rows) {
    people[std::get<std::string>(row[static_cast<size_t>(column - listed->columns.begin())])] = 0;
  }
  if (people.size() != listed->rows.size()) return absl::InternalError("an individual is listed twice");
  // Whom each change reached last: by the index, and so by another way than the list.
  const absl::StatusOr<Table> counts = Ask(catalogue, "count individuals by disease");
  if (!counts.ok()) return counts.status();
  const absl::StatusOr<Table> all = Ask(catalogue, "count individuals");
  if (!all.ok()) return all.status();
  State state;
  state.version = info->version;
  std::map<uint64_t, uint64_t> by_change;
  for (const std::vector<Cell>& row : counts->rows) {
    const auto* code = std::get_if<std::string>(&row.front());
    const auto* count = std::get_if<int64_t>(&row.back());
    if (code == nullptr || count == nullptr || !code->starts_with("C:")) continue;
    by_change[std::stoull(code->substr(2))] += static_cast<uint64_t>(*count);
  }
  std::string ids;
  for (const auto& [id, unused] : people) absl::StrAppend(&ids, id, " ");
  state.people = absl::StrCat(std::get<int64_t>(all->rows[0][0]), " people");
  for (const auto& [change, count] : by_change) absl::StrAppend(&state.people, ", ", count, " of ", change);
  absl::StrAppend(&state.people, "; ids ", std::hash<std::string>()(ids));
  return state;
}

}  // namespace muster::crash
