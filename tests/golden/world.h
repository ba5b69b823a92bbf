// The fixture world of the golden tests: tests/data/world, imported into a catalogue of its own.
#ifndef MUSTER_TESTS_GOLDEN_WORLD_H_
#define MUSTER_TESTS_GOLDEN_WORLD_H_

#include <memory>
#include <string>

#include "engine/bind/catalogue_view.h"
#include "muster/catalogue.h"
#include "storage/store.h"

namespace muster::golden {

/// Two datasets, `hospital` and `registry`, each imported by itself, so that there are two segments.
class World {
 public:
  /// Built at the first call, removed when the program ends. Ends the program when the import fails.
  static World& Get();

  const Catalogue& catalogue() const { return *catalogue_; }
  const bind::CatalogueView& view() const { return *view_; }

  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

 private:
  World();

  std::string path_;
  std::unique_ptr<Catalogue> catalogue_;
  std::unique_ptr<storage::Store> store_;  // the same files, opened read-only, for the stages inside the engine
  bind::CatalogueViewPtr view_;
};

/// The text of a file; ends the program when it cannot be read.
std::string ReadText(const std::string& path);
void WriteText(const std::string& path, const std::string& text);
/// True when the environment says that expected outputs are to be rewritten.
bool Updating();

}  // namespace muster::golden

#endif  // MUSTER_TESTS_GOLDEN_WORLD_H_
