// How the page of a report looks, on a screen and on paper.
#ifndef MUSTER_SHELL_REPORT_REPORT_STYLE_H_
#define MUSTER_SHELL_REPORT_REPORT_STYLE_H_

#include <string_view>

namespace muster::shell {

inline constexpr std::string_view kReportStyle = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.2rem 1.5rem 3rem; max-width: 54rem; color: #1a2530; background: #fff;
       font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", Arial, sans-serif; }
header { border-bottom: 2px solid #1f4e79; margin-bottom: 1.4rem; padding-bottom: .8rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .6rem; color: #1f4e79; }
h3 { font-size: 1rem; margin: 1.3rem 0 .4rem; }
h4 { font-size: .95rem; font-weight: 600; margin: .9rem 0 .2rem; }
p, ol, ul { margin: .4rem 0; }
.meta { color: #4a5966; margin: .1rem 0; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figure { font-size: 2.3rem; font-weight: 650; line-height: 1.2; margin: .5rem 0 0; font-variant-numeric: tabular-nums; }
.figure small { font-size: 1rem; font-weight: 400; color: #4a5966; }
table { border-collapse: collapse; margin: .5rem 0; max-width: 100%; }
th, td { padding: .22rem .8rem .22rem 0; border-bottom: 1px solid #d7dee5; text-align: left; vertical-align: top;
         overflow-wrap: anywhere; }
th.number, td.number { padding: .22rem 0 .22rem .8rem; overflow-wrap: normal; text-align: right; }
td.code { white-space: nowrap; }
td.name { white-space: nowrap; }
td.words { overflow-wrap: break-word; }
th.field { padding: .22rem 0 .22rem .8rem; text-align: right; }
thead th { border-bottom: 1.5px solid #5d7285; font-weight: 600; }
tfoot td { border-bottom: none; font-weight: 650; }
pre { background: #f3f6f9; border-left: 3px solid #9db4c8; padding: .6rem .8rem; white-space: pre-wrap;
      overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
code { font: 13px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
svg { width: 100%; height: auto; margin: .4rem 0; font: 13px system-ui, "DejaVu Sans", Arial, sans-serif; }
svg text { fill: #1a2530; }
svg text.count { font-weight: 650; }
svg text.label { text-anchor: end; }
svg rect.main { fill: #eaf1f8; stroke: #1f4e79; stroke-width: 1.2; }
svg rect.side { fill: #fff; stroke: #7b8a97; }
svg rect.bar { fill: #4a7fb0; }
svg path.way { stroke: #41525f; stroke-width: 1.2; fill: none; }
svg path.range { stroke: #16324d; stroke-width: 2; fill: none; }
svg marker path { fill: #41525f; }
.note { background: #fdf6e3; border-left: 3px solid #c99a2e; padding: .5rem .8rem; }
.id { overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; border-top: 1px solid #b9c4ce; padding-top: .8rem; color: #4a5966; font-size: .9rem; }
@media screen and (max-width: 44rem) {
  body { padding: 1.2rem .9rem 2rem; font-size: 13px; }
  th, td { min-width: 4em; padding-right: .5rem; }
  th.number, td.number { padding-left: .4rem; }
  td.words, td.name, td.code { overflow-wrap: anywhere; white-space: normal; }
}
@page { margin: 16mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3, h4 { break-after: avoid; }
  h2 + p, h3 + p { break-after: avoid; }
  pre, tr, .note, .figure, footer, h2 + table { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; break-before: avoid; }
  svg.bars, svg.flow { max-width: 16cm; max-height: 22cm; break-inside: avoid; }
  rect, .note, pre { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_REPORT_STYLE_H_
