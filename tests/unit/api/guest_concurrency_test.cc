// Two guests at once, while the host imports and deletes: what is remembered is what was answered.
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster {
namespace {

using GuestConcurrencyTest = GuestFixture;

TEST_F(GuestConcurrencyTest, GetWhatIsRememberedWhileTheHostImports) {
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered", "units": 1000000, "units_year": null,
                                          "units_tier": null, "near": 1000000, "per_minute": 1000000}},
                 "ledger": {"durable": "process"}})");
  const std::vector<std::string> criteria = {"sex is male",
                                             "sex is female",
                                             "has phenotype HP:0001250",
                                             "not has phenotype HP:0002664",
                                             "sex is male and has phenotype HP:0001250",
                                             "sex is male or has phenotype HP:0002664",
                                             "sex is female or has phenotype HP:0002664",
                                             "not (sex is male and has phenotype HP:0001250)"};
  std::mutex mutex;
  std::map<std::string, Number> told;
  const auto ask = [&](const char* name, size_t first) {
    auto guest = catalogue_->Admit({.name = name, .tier = "registered"});
    ASSERT_TRUE(guest.ok()) << guest.status();
    for (size_t i = 0; i < 40; ++i) {
      const std::string text = "count individuals where " + criteria[(first + i * 3) % criteria.size()];
      const auto answers = (*guest)->Query(text);
      ASSERT_TRUE(answers.ok()) << answers.status();
      ASSERT_TRUE(answers->front().table.has_value());
      const Number number = std::get<Number>(answers->front().table->rows[0][0]);
      const std::lock_guard lock(mutex);
      EXPECT_EQ(told.try_emplace(text, number).first->second, number) << text;
    }
  };
  std::thread one([&] { ask("alice", 0); });
  std::thread other([&] { ask("bob", 1); });
  std::thread host([&] {
    for (int i = 0; i < 5; ++i) {
      Import(absl::StrCat("N", i, "-"), "FEMALE", "HP:0001250", 20);
      EXPECT_TRUE(catalogue_->Delete("hospital", {absl::StrCat("F", i), absl::StrCat("M", i)}).ok());
    }
  });
  one.join();
  other.join();
  host.join();
  ASSERT_EQ(told.size(), criteria.size());
  Open({});
  Admit();
  for (const auto& [text, number] : told) EXPECT_EQ(Count(text), number) << text;
  const auto check = catalogue_->VerifyLedger("");
  ASSERT_TRUE(check.ok());
  EXPECT_TRUE(check->problems.empty());
}

}  // namespace
}  // namespace muster
