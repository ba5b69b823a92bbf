// The process ends while threads use the library: they are refused, and nothing aborts.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

enum class Doing { kAsking, kMistaking, kImporting, kImportingMany, kOpening };

class ProcessEndTest : public EmbeddingTest, public testing::WithParamInterface<Doing> {
 protected:
  void Do(Catalogue& catalogue, Doing doing, int i) const {
    const std::string number = std::to_string(i);
    switch (doing) {
      case Doing::kAsking:
        catalogue.Query("count individuals where age >= " + number + " years by phenotype").IgnoreError();
        return;
      case Doing::kMistaking:
        catalogue.Query("count individuals whre has phenotype HP:" + number).IgnoreError();
        return;
      case Doing::kImporting:
        catalogue.ImportText(People(i, i + 1), {}).IgnoreError();
        return;
      case Doing::kImportingMany:  // one call that goes on, and has no bounds
        catalogue.ImportText(People(2000, 30'000), {}).IgnoreError();
        return;
      case Doing::kOpening:
        Catalogue::Open(Path(), {.read_only = true}).IgnoreError();
        return;
    }
  }

  // Ends the process, with 0 where nothing goes wrong at its end.
  [[noreturn]] void EndWhile(Doing doing) const {
#ifdef __SANITIZE_ADDRESS__
    __lsan_disable();  // what is left behind is no leak to be reported
#endif
    static std::unique_ptr<Catalogue> catalogue;
    catalogue = Open();
    Import(*catalogue, 0, 1000);
    for (int t = 0; t < 3; ++t) {
      std::thread([this, doing, t, of = catalogue.get()] {
        for (int i = t;; i += 3) Do(*of, doing, i);
      }).detach();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    catalogue.release();  // it is left to the threads
    std::exit(0);
  }
};

TEST_P(ProcessEndTest, RefusesThreadsThatGoOn) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // a process that is started anew
  EXPECT_EXIT(EndWhile(GetParam()), testing::ExitedWithCode(0), "");
}

INSTANTIATE_TEST_SUITE_P(All, ProcessEndTest,
                         testing::Values(Doing::kAsking, Doing::kMistaking, Doing::kImporting, Doing::kImportingMany,
                                         Doing::kOpening));

}  // namespace
}  // namespace muster
