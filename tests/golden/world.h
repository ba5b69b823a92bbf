// The fixture worlds of the golden tests: tests/data/world and tests/data/cookbook, each imported into a catalogue of
// its own.
#ifndef MUSTER_TESTS_GOLDEN_WORLD_H_
#define MUSTER_TESTS_GOLDEN_WORLD_H_

#include <memory>
#include <string>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/catalogue.h"
#include "storage/store.h"

namespace muster::golden {

/// A world is built at the first call of its function, and removed when the program ends. The program ends when an
/// import fails.
class World {
 public:
  /// Two datasets, `hospital` and `registry`, each imported by itself, so that there are two segments.
  static World& Get();
  /// Four datasets. Of two of them, two cohorts were saved before the others were imported.
  static World& Cookbook();
  /// The worlds of Get() and of Cookbook() once more, for what changes them.
  static std::unique_ptr<World> Own();
  static std::unique_ptr<World> OwnCookbook();

  const Catalogue& catalogue() const { return *catalogue_; }
  const bind::CatalogueView& view() const { return *view_; }

  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

 private:
  /// Files of one dataset, and the statements that are run when they have been imported.
  struct Step {
    std::string dataset;
    std::vector<std::string> files;
    std::string statements;
  };
  /// `folder` is one of tests/data.
  World(const std::string& folder, const std::vector<Step>& steps);

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
