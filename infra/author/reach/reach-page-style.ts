/** The look of the page on reach: tables scroll by themselves on a phone. */
export const reachPageStyle = `
:root { color-scheme: light dark; --ink: #1f2937; --dim: #5b6472; --line: #d5dbe3; --paper: #fff; --ground: #f3f5f8; --got: #1d6b45; --late: #8a5a08; --lost: #a12622; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --dim: #a3adbb; --line: #3a4452; --paper: #1c232d; --ground: #12171e; --got: #7fd3a8; --late: #f0bd80; --lost: #f29c96; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, 'Hiragino Sans', 'Noto Sans JP', sans-serif; color: var(--ink); background: var(--ground); }
header, main { max-width: 1200px; margin: 0 auto; padding: 0 16px; }
header { padding-top: 24px; } h1 { font-size: 1.75rem; margin: 0; } h2 { font-size: 1.25rem; margin: 0 0 10px; }
section, figure { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 18px; margin: 18px 0; } figure { margin: 12px 0; padding: 12px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; } th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
thead th { text-align: left; } tbody th { text-align: left; font-weight: 400; } td.text { text-align: left; white-space: normal; min-width: 13rem; }
.never { color: var(--dim); } small { display: block; color: var(--dim); } meter { width: 80px; }
.places thead th { vertical-align: bottom; } .places thead span { writing-mode: vertical-rl; transform: rotate(180deg); }
.heat { background: color-mix(in srgb, var(--lost) calc(var(--h) * 60%), transparent); text-align: center; }
svg { display: block; } svg text { font: 11px system-ui, sans-serif; fill: var(--ink); } svg .dim { fill: var(--dim); }
.week { stroke: var(--line); } .told { stroke: var(--dim); stroke-width: 1.5; stroke-dasharray: 2 3; }
circle.got { fill: var(--got); } circle.late { fill: var(--late); } circle.lost { fill: var(--paper); stroke: var(--lost); stroke-width: 2; }
.key .got { color: var(--got); } .key .late { color: var(--late); } .key .lost { color: var(--lost); } .key span + span, .key span { margin-left: 12px; } .key span:first-child { margin-left: 0; }
`;
