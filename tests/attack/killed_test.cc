// A36: processes that let a guest in are killed after his answers. What he was told stays what he is told, and what he
// has spent stays spent, whether an entry of the ledger has to be on the disk before an answer leaves or not.
// MUSTER_ATTACK_KILLS says how many.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "muster/guest.h"
#include "tests/attack/seeded_catalogue.h"
#include "tests/attack/settings.h"
#include "tests/attack/table.h"

namespace muster::attack {
namespace {

constexpr const char* kChildFolder = "MUSTER_ATTACK_CHILD_FOLDER";
constexpr const char* kChildFirst = "MUSTER_ATTACK_CHILD_FIRST";
constexpr int64_t kUnits = 100'000;

// Each its own set of people, near the one before: 400 people with ages from 0 to 99.
std::string Question(size_t number) {
  return absl::StrCat("count individuals where age at last contact between ", number % 40, " and ",
                      45 + number / 40 % 50, " years");
}

std::string TextOf(const Answer& answer) {
  if (!answer.table.has_value()) return answer.diagnostics.empty() ? "nothing" : answer.diagnostics[0].code;
  const Number& number = std::get<Number>(answer.table->rows[0][0]);
  return absl::StrCat(static_cast<int>(number.kind), ":", number.value.value_or(-1));
}

// Not a test of its own: what is killed. Asks question after question and writes each answer, and what is left.
TEST(KilledChild, DISABLED_AsksUntilItIsKilled) {
  const char* const folder = std::getenv(kChildFolder);
  ASSERT_NE(folder, nullptr);
  auto catalogue = Catalogue::Open(folder, {.read_only = true});
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  auto guest = (*catalogue)->Admit({.name = "mallory", .tier = "registered"});
  ASSERT_TRUE(guest.ok()) << guest.status();
  const auto first = static_cast<size_t>(FromEnvironment(kChildFirst, 0));
  std::printf("left %lld\n", static_cast<long long>((*guest)->Budget()->units_left));
  // First questions that were answered before: some of them all, and the last, which the kill was next to.
  std::mt19937_64 random(first);
  std::vector<size_t> numbers;
  for (int again = 0; first > 0 && again < 3; ++again) numbers.push_back(random() % first);
  for (size_t i = first > 3 ? first - 3 : 0; i < first + 20; ++i) numbers.push_back(i);
  for (const size_t i : numbers) {
    const auto answers = (*guest)->Query(Question(i));
    ASSERT_TRUE(answers.ok()) << answers.status();
    std::printf("%zu %s\n", i, TextOf(answers->front()).c_str());
    std::fflush(stdout);
  }
}

class Child {
 public:
  Child(const std::string& folder, size_t first) {
    int ends[2];
    if (pipe(ends) != 0) return;
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      setenv(kChildFolder, folder.c_str(), 1);
      setenv(kChildFirst, std::to_string(first).c_str(), 1);
      execl("/proc/self/exe", "attack_test", "--gtest_also_run_disabled_tests", "--gtest_filter=KilledChild.*",
            static_cast<char*>(nullptr));
      _exit(127);
    }
    close(ends[1]);
    out_ = fdopen(ends[0], "r");
  }
  ~Child() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
    if (out_ != nullptr) fclose(out_);
  }
  // The next line; false at its end.
  bool Next(std::string* line) {
    char bytes[512];
    if (out_ == nullptr || std::fgets(bytes, sizeof bytes, out_) == nullptr) return false;
    *line = bytes;
    return true;
  }

 private:
  pid_t pid_ = -1;
  FILE* out_ = nullptr;
};

void MakeCatalogue(const std::string& folder, const std::string& durable) {
  auto catalogue = CreateSeeded(folder, Seed());
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  std::string text;
  for (int i = 0; i < 400; ++i) {
    absl::StrAppend(&text, R"({"id":"p)", i, R"(","subject":{"timeAtLastEncounter":{"age":{"iso8601duration":"P)",
                    i % 100, "Y\"}}}}\n");
  }
  ImportOptions options;
  options.dataset = "d";
  ASSERT_TRUE((*catalogue)->ImportText(text, options).ok());
  const absl::Status set =
      (*catalogue)
          ->SetPolicy(absl::StrCat(R"({"tiers": {"registered": {"preset": "registered", "units": )", kUnits,
                                   R"(, "units_year": )", kUnits, R"(, "units_tier": )", kUnits,
                                   R"(, "near": 1000000, "per_minute": 100000000}}, "ledger": {"durable": ")", durable,
                                   R"("}})"));
  ASSERT_TRUE(set.ok()) << set;
}

class KilledTest : public testing::TestWithParam<const char*> {};

// Half of the kills for each way to keep the ledger.
INSTANTIATE_TEST_SUITE_P(Durable, KilledTest, testing::Values("process", "disk"),
                         [](const auto& durable) { return std::string(durable.param); });

TEST_P(KilledTest, AnswersAndBudgetOutliveTheProcess) {
  const auto kills = FromEnvironment("MUSTER_ATTACK_KILLS", 30) / 2;
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / absl::StrCat("muster_killed_", getpid());
  std::filesystem::remove_all(folder);
  ASSERT_NO_FATAL_FAILURE(MakeCatalogue(folder.string(), GetParam()));
  std::mt19937_64 random(Seed());
  std::map<size_t, std::string> told;
  size_t asked_again = 0;
  for (uint64_t i = 0; i < kills; ++i) {
    Child child(folder.string(), told.size());
    const size_t lines = 1 + random() % 12;
    std::string line;
    for (size_t read = 0; read < lines && child.Next(&line);) {
      long long left = 0;
      size_t number = 0;
      char text[256];
      if (std::sscanf(line.c_str(), "left %lld", &left) == 1) {
        // Every answer that arrived has cost a unit, whatever came behind it; one may have been spent without arriving.
        EXPECT_LE(left, kUnits - static_cast<int64_t>(told.size())) << "units came back";
      } else if (std::sscanf(line.c_str(), "%zu %255s", &number, text) == 2) {
        const auto [known, is_new] = told.try_emplace(number, text);
        EXPECT_EQ(known->second, text) << "another answer to " << Question(number);
        asked_again += is_new ? 0 : 1;
        ++read;
      }
    }
    usleep(static_cast<useconds_t>(random() % 3000));  // somewhere in the next question
  }
  EXPECT_GT(asked_again, kills / 2);
  EXPECT_GT(told.size(), kills / 2);
  Tell(absl::StrCat("A36 kills (", GetParam(), "): answers that changed"), "registered", 0);
  std::printf("%llu kills (%s), %zu questions, %zu asked again\n", static_cast<unsigned long long>(kills), GetParam(),
              told.size(), asked_again);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace muster::attack
