// A catalogue that is destroyed while it is asked.
#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

class ClosingTest : public EmbeddingTest {
 protected:
  // A sink that is held up until it is let go.
  RowSink HeldUp() {
    return [this](size_t, const std::vector<Column>&, const std::vector<std::vector<Cell>>& rows) {
      rows_ += rows.size();
      begun_.set_value();
      let_go_.get_future().wait();
      return true;
    };
  }

  std::atomic<size_t> rows_ = 0;
  std::promise<void> begun_;
  std::promise<void> let_go_;
};

TEST_F(ClosingTest, WaitsForAQuery) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  std::atomic<bool> answered = false;
  std::thread asks([&, of = catalogue.get()] {
    const auto answers = of->Stream("list individuals", {}, HeldUp());
    EXPECT_TRUE(answers.ok()) << answers.status();
    answered = true;
  });
  begun_.get_future().wait();
  std::thread lets_go([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_FALSE(answered);
    let_go_.set_value();
  });
  catalogue.reset();
  // Nothing holds the folder any more.
  catalogue = Open();
  ASSERT_NE(catalogue, nullptr);
  lets_go.join();
  asks.join();
  EXPECT_EQ(rows_, 10u);
  EXPECT_EQ(Count(*catalogue), 10);
}

TEST_F(ClosingTest, WaitsForPreparedTextsAndSnapshots) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto snapshot = catalogue->TakeSnapshot();
  const auto prepared = catalogue->Prepare("list individuals");
  ASSERT_TRUE(snapshot.ok() && prepared.ok());
  std::thread asks([&] {
    const auto answers = (*prepared)->Stream({}, HeldUp(), snapshot->get());
    EXPECT_TRUE(answers.ok()) << answers.status();
  });
  begun_.get_future().wait();
  std::thread lets_go([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    let_go_.set_value();
  });
  catalogue.reset();
  EXPECT_EQ((*prepared)->Run().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ((*snapshot)->Query("count individuals").status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_NE(Open(), nullptr);
  lets_go.join();
  asks.join();
  EXPECT_EQ(rows_, 10u);
}

TEST_F(ClosingTest, RefusesCallsThatComeTooLate) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  std::atomic<bool> go_on = true;
  std::atomic<int> answered = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> others = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, of = catalogue.get()] {
      while (go_on) {
        const absl::Status status = of->Query("count individuals by phenotype, sex").status();
        ++(status.ok() ? answered : absl::IsFailedPrecondition(status) ? refused : others);
        if (refused > 0) {
          EXPECT_EQ(of->Stats().queries, 0u);
        }
      }
    });
  }
  while (answered < 100) std::this_thread::yield();
  catalogue.reset();
  while (refused < 100) std::this_thread::yield();
  go_on = false;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(others, 0);
}

// It would wait for itself.
TEST_F(ClosingTest, DoesNotWaitInACallback) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  size_t rows = 0;
  const auto close = [&](size_t, const std::vector<Column>&, const std::vector<std::vector<Cell>>& some) {
    catalogue.reset();
    rows += some.size();
    return true;
  };
  const auto answers = catalogue->Stream("list individuals", {}, close);
  ASSERT_TRUE(answers.ok()) << answers.status();
  EXPECT_EQ(rows, 10u);
  EXPECT_EQ(catalogue, nullptr);
  catalogue = Open();
  ASSERT_NE(catalogue, nullptr) << "the call has closed it";
  EXPECT_EQ(Count(*catalogue), 10);
}

}  // namespace
}  // namespace muster
