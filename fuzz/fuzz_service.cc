// Bytes as the body, or the path, of a request to a running service with a few people. It answers JSON with a status
// that blames nobody but the client: never 500, never more people than there are, never a word of its own inside.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "muster/catalogue.h"
#include "serve/app.h"
#include "serve/catalogue_backend.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr int64_t kPeople = 3;
constexpr std::string_view kRecords =
    R"({"id":"a","subject":{"id":"a","sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":"HP:0001250","label":"Seizure"}}],)"
    R"("measurements":[{"assay":{"id":"LOINC:35925-4"},"value":{"quantity":{"unit":{"id":"UCUM:kg/m2"},"value":21}}}]})"
    "\n"
    R"({"id":"b","subject":{"id":"b","sex":"MALE"},"diseases":[{"term":{"id":"MONDO:0005148","label":"diabetes"}}]})"
    "\n"
    R"({"id":"c","subject":{"id":"c"},"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"excluded":true}]})"
    "\n";

/// How a request begins; the input is the rest: of the path, or else the body.
struct Form {
  const char* method;
  const char* path;
  bool rest_is_path;
};
constexpr Form kForms[] = {{"POST", "/beacon/v2/individuals", false},
                           {"POST", "/v1/query", false},
                           {"POST", "/v1/check", false},
                           {"POST", "/v1/complete", false},
                           {"POST", "/beacon/v2/runs", false},
                           {"POST", "/beacon/v2/datasets", false},
                           {"GET", "/beacon/v2/individuals?", true},
                           {"GET", "/beacon/v2/", true},
                           {"GET", "/v1/terms?", true},
                           {"GET", "/v1/describe/", true},
                           {"POST", "/beacon/v2/datasets/default/individuals", false}};

[[noreturn]] void Fault() { std::abort(); }

class World {
 public:
  World() : folder_(std::filesystem::temp_directory_path() / Concat("muster_fuzz_service_", getpid())) {
    std::filesystem::remove_all(folder_);
    {
      auto catalogue = Catalogue::Open(folder_.string(), {.create_if_missing = true});
      if (!catalogue.ok() || !(*catalogue)->ImportText(kRecords, ImportOptions()).ok()) Fault();
    }
    settings_.catalogue.path = folder_.string();
    settings_.open_tier = settings_.registered = settings_.controlled = {"exact", Granularity::kCount, true};
    settings_.limits.per_minute = 0;
    std::string report;
    auto node = Node::Open(settings_, &report);
    if (!node.ok()) Fault();
    node_ = *std::move(node);
    backend_ = std::make_unique<CatalogueBackend>(settings_, "http://localhost/beacon/v2", *node_);
    queue_ = std::make_unique<WorkQueue>(1, 1);
    app_ = std::make_unique<App>(settings_, backend_.get(), &authenticator_, queue_.get(), &metrics_, nullptr);
  }
  ~World() {
    queue_.reset();
    app_.reset();
    backend_.reset();
    node_.reset();
    std::filesystem::remove_all(folder_);
  }

  HttpResponse Ask(const Form& form, std::string_view rest) {
    auto request = std::make_shared<HttpRequest>();
    request->method = form.method;
    request->target = Concat(form.path, form.rest_is_path ? rest : std::string_view());
    if (!form.rest_is_path) request->body = rest;
    request->headers = {{"host", "localhost"}, {"content-type", "application/json"}};
    request->peer = "127.0.0.1";
    std::promise<HttpResponse> answered;
    app_->Handle(std::move(request), [&answered](HttpResponse response) { answered.set_value(std::move(response)); });
    return answered.get_future().get();
  }

  const std::string& folder() const { return settings_.catalogue.path; }

 private:
  const std::filesystem::path folder_;
  Settings settings_;
  Metrics metrics_;
  NoIssuers authenticator_;
  std::unique_ptr<Node> node_;
  std::unique_ptr<CatalogueBackend> backend_;
  std::unique_ptr<WorkQueue> queue_;
  std::unique_ptr<App> app_;
};

void CheckResponse(const HttpResponse& response, std::string_view asked, const std::string& folder) {
  if (response.status != 200 && (response.status < 400 || response.status == 500 || response.status > 504)) Fault();
  const absl::StatusOr<Json> json =
      ParseJson(response.body, {.max_depth = 100, .max_members = 100'000, .max_values = 2'000'000});
  if (!json.ok()) Fault();
  // A mistake is quoted; and libFuzzer, which sees what is compared here, asks for the folder by itself.
  const bool told = asked.find(folder) != std::string_view::npos;
  if (response.status != 200 && !told && response.body.find(folder) != std::string::npos) Fault();
  const Json* summary = Member(*json, "responseSummary");
  const Json* count = summary == nullptr ? nullptr : Member(*summary, "numTotalResults");
  const Json* meta = Member(*json, "meta");
  const Json* tested = meta == nullptr ? nullptr : Member(*meta, "testMode");
  const bool invented = tested != nullptr && tested->is_boolean() && tested->get<bool>();
  if (count != nullptr && !invented && count->get<int64_t>() > kPeople) Fault();
}

}  // namespace
}  // namespace muster::serve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace muster::serve;
  static World world;
  if (size == 0) return 0;
  const Form& form = kForms[data[0] % std::size(kForms)];
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  CheckResponse(world.Ask(form, rest), rest, world.folder());
  return 0;
}
