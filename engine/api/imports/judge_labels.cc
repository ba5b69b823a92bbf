#include "engine/api/imports/judge_labels.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/model/codes/labels/label_words.h"
#include "engine/model/document/code_labels.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/units/units.h"

namespace muster::api {
namespace {

constexpr size_t kMaxStored = 50;     // labels of a code
constexpr size_t kMaxCodes = 10'000;  // that have labels stored
constexpr size_t kMaxNamed = 6;       // labels in a sentence
constexpr size_t kMaxValues = 1000;   // of a remark

using Labels = std::span<const import::LabelOfCode>;

// The words of a label, in small letters of ASCII.
std::vector<std::string> WordsOf(const std::string& label) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : absl::StrCat(label, " ")) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) {
      word.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// Also with another ending: "cukrzycy" and "cukrzyca".
bool AreAlike(std::string_view a, std::string_view b) {
  constexpr size_t kSameBeginning = 5;
  constexpr size_t kLongestEnding = 3;
  const auto same = static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  return a == b || (same >= kSameBeginning && same + kLongestEnding >= std::max(a.size(), b.size()));
}

// Whether `more` has all words of `less`, and further ones.
bool SaysMore(const std::vector<std::string>& more, const std::vector<std::string>& less) {
  return !less.empty() && more.size() > less.size() && std::all_of(less.begin(), less.end(), [&](const auto& word) {
    return std::any_of(more.begin(), more.end(), [&](const auto& other) { return AreAlike(word, other); });
  });
}

// Labels that have another one's words, and further ones, which may deny it: "Absence de diabete" beside "diabete".
std::string WhatSaysMore(const std::vector<std::string>& labels) {
  constexpr size_t kMost = 3;
  std::vector<std::vector<std::string>> words;
  for (const std::string& label : labels) words.push_back(WordsOf(label));
  std::string text;
  size_t named = 0;
  for (size_t i = 0; i < labels.size() && named < kMost; ++i) {
    const auto less =
        std::find_if(words.begin(), words.end(), [&](const auto& other) { return SaysMore(words[i], other); });
    if (less == words.end()) continue;
    absl::StrAppend(&text, named++ == 0 ? "; \"" : ", and \"", labels[i], "\" says more than \"",
                    labels[static_cast<size_t>(less - words.begin())], "\"");
  }
  return text;
}

// A remark that is being gathered.
class Gathered {
 public:
  Gathered(std::string_view what, std::string_view advice) {
    remark_.what = what;
    remark_.advice = advice;
  }
  void Add(const import::LabelOfCode& label, const std::string& reason) {
    constexpr size_t kMaxExamples = 2;
    remark_.count += label.times;
    const std::string value = absl::StrCat(label.code, " \"", label.label, "\"");
    if (remark_.values.size() < kMaxValues) {
      remark_.values.push_back({"", value, label.times});
    } else {
      remark_.other_values += label.times;
    }
    if (remark_.examples.size() == kMaxExamples) return;
    ImportProblem& example = remark_.examples.emplace_back();
    example.file = label.file;
    example.record = label.record;
    example.line = label.line;
    example.id = label.id;
    example.value = value;
    example.reason = reason;
  }
  void MoveTo(std::vector<ImportRemark>* remarks) {
    if (remark_.count == 0) return;
    std::stable_sort(remark_.values.begin(), remark_.values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    remarks->push_back(std::move(remark_));
  }

 private:
  ImportRemark remark_;
};

class Judge {
 public:
  Judge(const ontology::Terminology& terminology, const std::map<std::string, std::string>& documents)
      : terminology_(terminology), documents_(documents), stored_(model::CodesWithLabels(documents).size()) {}

  absl::Status OfCode(Labels labels) {
    const std::string& code = labels.front().code;
    const std::vector<ontology::Node> own = TermsOf(code);
    const std::set<std::string> names = NamesOf(own);
    const auto is_no_other = [&](const import::LabelOfCode& label) {
      return model::IsMissingMarker(label.label) || names.contains(model::LabelKey(label.label));
    };
    if (std::all_of(labels.begin(), labels.end(), is_no_other)) return absl::OkStatus();
    if (model::ParseUnit(code).ok()) return absl::OkStatus();  // everybody writes units as they like
    std::vector<const import::LabelOfCode*> others;
    for (const import::LabelOfCode& label : labels) {
      if (is_no_other(label)) continue;
      if (const auto other = OtherTermCalled(label.label, own)) {
        contradicting_.Add(label, absl::StrCat(code, " is \"", terminology_.term(own.front()).label, "\"; \"",
                                               label.label, "\" is ", std::string(terminology_.TermId(*other))));
        continue;
      }
      others.push_back(&label);
      const model::LabelAssertion says = model::AssertionOfLabel(label.label, !own.empty());
      if (says == model::LabelAssertion::kNothing || NameSays(own, says)) continue;
      if (model::MeansByItself(code, label.label, says)) continue;
      denying_.Add(label, absl::StrCat("\"", label.label, "\" says that ", code,
                                       says == model::LabelAssertion::kDenied    ? " was not there"
                                       : says == model::LabelAssertion::kDoubted ? " is not certain"
                                       : says == model::LabelAssertion::kPast    ? " is past"
                                                                                 : " is a relative's",
                                       "; it counts as written by the code"));
    }
    return OfSeveral(code, own, names, others);
  }

  JudgedLabels Finish() {
    contradicting_.MoveTo(&judged_.remarks);
    denying_.MoveTo(&judged_.remarks);
    several_.MoveTo(&judged_.remarks);
    return std::move(judged_);
  }

 private:
  // The terms of the code: the one that it means in queries, and the one that an ontology has under it, even if
  // replaced.
  std::vector<ontology::Node> TermsOf(const std::string& code) const {
    std::vector<ontology::Node> nodes = terminology_.Find(code).nodes;
    for (uint32_t i = 0; i < terminology_.ontologies().size(); ++i) {
      const auto term = terminology_.ontologies()[i]->Find(code);
      if (!term.has_value()) continue;
      const ontology::Node node{i, *term};
      if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
    }
    std::erase_if(nodes, [&](ontology::Node node) { return terminology_.term(node).label.empty(); });
    return nodes;
  }

  std::set<std::string> NamesOf(const std::vector<ontology::Node>& nodes) const {
    std::set<std::string> names;
    for (const ontology::Node node : nodes) {
      const ontology::Term term = terminology_.term(node);
      names.insert(model::LabelKey(term.label));
      for (const ontology::Synonym& synonym : term.synonyms) names.insert(model::LabelKey(synonym.text));
    }
    return names;
  }

  // Whether the code means that by its own name: "Absent isohemagglutinin level" under an older name that begins so.
  bool NameSays(const std::vector<ontology::Node>& nodes, model::LabelAssertion what) const {
    const auto says = [&](const std::string& name) { return model::AssertionOfLabel(name, /*is_known=*/true) == what; };
    return std::any_of(nodes.begin(), nodes.end(), [&](ontology::Node node) {
      const ontology::Term term = terminology_.term(node);
      return says(std::string(term.label)) || std::any_of(term.synonyms.begin(), term.synonyms.end(),
                                                          [&](const auto& synonym) { return says(synonym.text); });
    });
  }

  // Another term of the same ontologies that has this as its label or an exact synonym.
  std::optional<ontology::Node> OtherTermCalled(const std::string& label,
                                                const std::vector<ontology::Node>& own) const {
    const std::string key = model::LabelKey(label);
    for (const ontology::Node known : own) {
      for (const ontology::TermIndex index : terminology_.ontologies()[known.ontology]->FindByName(label)) {
        const ontology::Node node{known.ontology, index};
        const ontology::Term term = terminology_.term(node);
        const bool exactly =
            model::LabelKey(term.label) == key ||
            std::any_of(term.synonyms.begin(), term.synonyms.end(), [&](const auto& synonym) {
              return synonym.scope == ontology::Synonym::Scope::kExact && model::LabelKey(synonym.text) == key;
            });
        if (exactly && !term.obsolete && std::find(own.begin(), own.end(), node) == own.end()) return node;
      }
    }
    return std::nullopt;
  }

  // Labels that no ontology explains: of records of before, too.
  absl::Status OfSeveral(const std::string& code, const std::vector<ontology::Node>& own,
                         const std::set<std::string>& names, const std::vector<const import::LabelOfCode*>& labels) {
    if (labels.empty()) return absl::OkStatus();
    absl::StatusOr<std::vector<std::string>> known = model::LabelsOf(documents_, code);
    if (!known.ok()) return known.status();
    const size_t before = known->size();
    std::set<std::string> keys;
    for (const std::string& label : *known) keys.insert(model::LabelKey(label));
    const auto add = [&](const std::string& label) {
      if (label.empty() || known->size() >= kMaxStored || names.contains(model::LabelKey(label))) return;
      if (model::IsMissingMarker(label) || OtherTermCalled(label, own).has_value()) return;
      if (!keys.insert(model::LabelKey(label)).second) return;
      known->push_back(label);
    };
    if (const auto symbol = terminology_.dictionary().Find(code)) {
      add(std::string(terminology_.dictionary().Label(*symbol)));
    }
    for (const import::LabelOfCode* label : labels) add(label->label);
    if (known->size() < 2) return absl::OkStatus();
    if (known->size() > before && (before > 0 || stored_ < kMaxCodes)) {
      stored_ += before == 0 ? 1 : 0;
      judged_.documents.emplace_back(model::CodeLabelsDocument(code), model::EncodeCodeLabels(*known));
    }
    std::string reason = absl::StrCat(code, " comes with ", known->size(), " labels: ");
    for (size_t i = 0; i < known->size() && i < kMaxNamed; ++i) {
      absl::StrAppend(&reason, i == 0 ? "\"" : ", \"", (*known)[i], "\"");
    }
    if (known->size() > kMaxNamed) reason += ", ...";
    reason += WhatSaysMore(*known);
    for (const import::LabelOfCode* label : labels) several_.Add(*label, reason);
    return absl::OkStatus();
  }

  const ontology::Terminology& terminology_;
  const std::map<std::string, std::string>& documents_;
  size_t stored_;
  JudgedLabels judged_;
  Gathered contradicting_{"label that is the name of another term than its code",
                          "find out which of the two was meant, and correct the other: queries go by the code"};
  Gathered denying_{"label that says of its code that it was not there, is not certain, or is a relative's",
                    "queries go by the code, so these records count: leave out what is not certain or not the "
                    "person's, and write what was not there as \"excluded\": true"};
  Gathered several_{"code that comes with several labels",
                    "nothing, if they mean the same: queries go by the code, and any of its labels stands for all of "
                    "its records; else give what differs codes of its own; where the further words of a label deny it "
                    "(\"Absence de diab\xC3\xA8te\"), leave these records out, or write \"excluded\": true"};
};

}  // namespace

absl::StatusOr<JudgedLabels> JudgeLabels(const std::vector<import::LabelOfCode>& labels,
                                         const ontology::Terminology& terminology,
                                         const std::map<std::string, std::string>& documents) {
  Judge judge(terminology, documents);
  for (size_t begin = 0; begin < labels.size();) {
    size_t end = begin;
    while (end < labels.size() && labels[end].code == labels[begin].code) ++end;
    if (absl::Status judged = judge.OfCode(Labels(labels).subspan(begin, end - begin)); !judged.ok()) return judged;
    begin = end;
  }
  return judge.Finish();
}

}  // namespace muster::api
