import { Html } from './html.ts';

/** Dark on light, on screen and on paper alike; long names break instead of running out of the page. */
export const STYLES = new Html(`
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 24px; background: #fff; color: #10161a;
  font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 32px 0 8px; padding-top: 12px; border-top: 1px solid #c9d0d6; break-after: avoid; }
p, ul { margin: 8px 0; max-width: 78ch; }
.cautions { border: 1px solid #7a4300; border-left-width: 6px; padding: 4px 16px 4px 36px; margin: 16px 0; background: #fff8ef; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 8px 32px; align-items: start; }
figure { margin: 0; break-inside: avoid; }
figcaption, .note { color: #37424b; font-size: 14px; max-width: 78ch; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 8px 0; font-size: 14px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #37424b; padding-bottom: 4px; }
th, td { border: 1px solid #c9d0d6; padding: 3px 8px; text-align: left; vertical-align: top; overflow-wrap: normal; }
thead th { background: #eef2f4; }
th { font-weight: 600; }
tr { break-inside: avoid; }
.facts th { white-space: nowrap; }
td.number { text-align: right; }
td.cell { text-align: center; min-width: 62px; }
td.cell small { display: block; color: #10161a; }
td.right { outline: 2px solid #0b6377; outline-offset: -2px; font-weight: 700; }
td.path, .facts td { overflow-wrap: anywhere; }
code { font: 13px/1.45 ui-monospace, "Liberation Mono", monospace; }
svg { display: block; width: 100%; max-width: 520px; height: auto; font: 12px system-ui, "Liberation Sans", sans-serif; }
svg text { fill: #10161a; }
img.crop { width: 60px; height: 60px; display: block; }
@page { margin: 14mm; }
@media print { body { padding: 0; max-width: none; font-size: 12px; } .scroll { overflow: visible; }
  .beside { grid-template-columns: 1fr 1fr; gap: 8px 20px; } table.short { break-inside: avoid; }
  table { font-size: 11px; } th, td { padding: 2px 5px; } td.cell { min-width: 44px; }
  td.cell, .cautions, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`);
