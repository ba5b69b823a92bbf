// The attacks through the service: what a caller learns over HTTP is no more than a guest of the library does.
#include <unistd.h>

#include <filesystem>
#include <optional>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "serve/app.h"
#include "serve/catalogue_backend.h"
#include "serve/token/authenticator.h"
#include "tests/attack/attacks.h"
#include "tests/attack/guest_opponent.h"
#include "tests/attack/http/http_opponent.h"
#include "tests/attack/settings.h"
#include "tests/attack/table.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

constexpr uint64_t kPeople = 4'000;
constexpr size_t kPolicyThreshold = 10;

/// What the attacks come to against one opponent.
struct Findings {
  double existence, histogram, individual_tracker, general_tracker, other_words, blocks, zero_or_few, threshold, creep,
      occurs;
};

Findings AttackAll(Opponent& opponent, const World& world) {
  const size_t trials = Trials();
  Findings found = {};
  const auto tell = [&opponent](const char* attack, double value) {
    Tell(attack, opponent.name(), value);
    return value;
  };
  found.existence = tell("A1 existence", Existence(opponent, world, trials));
  found.histogram = tell("A2 histogram", Histogram(opponent, world, trials));
  found.individual_tracker = tell("A3 individual tracker", IndividualTracker(opponent, world, trials));
  found.general_tracker = tell("A4 general tracker", GeneralTracker(opponent, world, trials));
  found.other_words = tell("A6 other words: answers", OtherWords(opponent, world));
  found.blocks = tell("A10 every block", EveryBlock(opponent, world, trials));
  found.zero_or_few = tell("A21 zero or few", ZeroOrFew(opponent, world, kPolicyThreshold, 40));
  found.threshold = tell("A23 threshold", Threshold(opponent, world, kPolicyThreshold, 40));
  found.creep = tell("A24 range creep, of 50", RangeCreep(opponent, world, 50));
  found.occurs = tell("A26 occurs or not: texts", OccursOrNot(opponent));
  return found;
}

/// A service on a catalogue, in this process.
class RunningService {
 public:
  explicit RunningService(const std::string& catalogue) {
    settings_.catalogue.path = catalogue;
    settings_.catalogue.refresh_seconds = 0;
    settings_.open_tier = {"registered", serve::Granularity::kCount, true};
    settings_.limits.per_minute = 0;
    std::string report;
    auto node = serve::Node::Open(settings_, &report);
    EXPECT_TRUE(node.ok()) << node.status();
    if (!node.ok()) return;
    node_ = *std::move(node);
    backend_ = std::make_unique<serve::CatalogueBackend>(settings_, "http://localhost/beacon/v2", *node_);
    queue_ = std::make_unique<serve::WorkQueue>(2, 64);
    app_ = std::make_unique<serve::App>(settings_, backend_.get(), &authenticator_, queue_.get(), &metrics_, nullptr);
    auto server = serve::HttpServer::Start(serve::HttpServerOptions(), app_.get());
    EXPECT_TRUE(server.ok()) << server.status();
    if (server.ok()) server_ = *std::move(server);
  }
  ~RunningService() {
    server_.reset();
    queue_.reset();
  }
  uint16_t port() const { return server_ == nullptr ? 0 : server_->port(); }

 private:
  serve::Settings settings_;
  serve::Metrics metrics_;
  serve::NoIssuers authenticator_;
  std::unique_ptr<serve::Node> node_;
  std::unique_ptr<serve::CatalogueBackend> backend_;
  std::unique_ptr<serve::WorkQueue> queue_;
  std::unique_ptr<serve::App> app_;
  std::unique_ptr<serve::HttpServer> server_;
};

class HttpAttackTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / absl::StrCat("muster_http_attack_", getpid());
    std::filesystem::remove_all(path_);
    auto catalogue = Catalogue::Open(path_.string(), {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    for (const char* dataset : {"hospital", "registry"}) {
      ImportOptions options;
      options.dataset = dataset;
      options.mapping = World::Mapping();
      const auto report = (*catalogue)->ImportText(world_.Records(dataset), options);
      ASSERT_TRUE(report.ok()) << report.status();
    }
    const absl::Status set =
        (*catalogue)
            ->SetPolicy(
                R"({"tiers": {"registered": {"preset": "registered", "units": 100000000, "units_year": 100000000,
            "units_tier": 100000000, "near": 100000000, "per_minute": 100000000, "timing": 0}},
            "ledger": {"durable": "process"}})");
    ASSERT_TRUE(set.ok()) << set;
  }
  void TearDown() override { std::filesystem::remove_all(path_); }

  const World world_{Seed(), kPeople};
  std::filesystem::path path_;
};

TEST_F(HttpAttackTest, FindsNoMoreThanThroughTheLibrary) {
  // First over HTTP: what a tier has once been told, it is told again.
  std::optional<Findings> over_http;
  {
    const RunningService service(path_.string());
    HttpOpponent caller(service.port());
    over_http = AttackAll(caller, world_);
  }
  auto catalogue = Catalogue::Open(path_.string(), {.read_only = true});
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  auto guest = (*catalogue)->Admit({.name = "attacker", .tier = "registered"});
  ASSERT_TRUE(guest.ok()) << guest.status();
  GuestOpponent library(*std::move(guest), "library");
  const Findings found = AttackAll(library, world_);
  EXPECT_LE(over_http->existence, found.existence);
  EXPECT_LE(over_http->histogram, found.histogram);
  EXPECT_LE(over_http->individual_tracker, found.individual_tracker);
  EXPECT_LE(over_http->general_tracker, found.general_tracker);
  EXPECT_LE(over_http->other_words, found.other_words);
  EXPECT_LE(over_http->blocks, found.blocks);
  EXPECT_LE(over_http->zero_or_few, found.zero_or_few);
  EXPECT_LE(over_http->threshold, found.threshold);
  EXPECT_LE(over_http->creep, found.creep);
  EXPECT_LE(over_http->occurs, found.occurs);
}

}  // namespace
}  // namespace muster::attack
