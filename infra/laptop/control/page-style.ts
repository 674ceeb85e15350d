/** The look of the mailbox page: one column on a phone, a reading pane beside the list on a desk. */
export const mailboxPageStyle = `
:root { color-scheme: light dark; --ink: #1d2433; --dim: #667085; --line: #d9dee8; --paper: #fff; --ground: #f4f6fa; --mark: #2457c5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf1; --dim: #98a2b8; --line: #333b4d; --paper: #1b2130; --ground: #12161f; --mark: #8ab0ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
header, main { max-width: 1200px; margin: 0 auto; padding: 12px 16px; }
h1 { font-size: 1.25rem; margin: 0; }
h2 { font-size: 1rem; margin: 0 0 8px; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 14px; margin: 0 0 14px; }
.clock { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.clock time { font-variant-numeric: tabular-nums; font-weight: 600; margin-right: auto; }
button { font: inherit; padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); color: inherit; cursor: pointer; }
button.main { background: var(--mark); border-color: var(--mark); color: var(--paper); }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 8px; margin-bottom: 10px; }
label { display: block; font-size: .875rem; color: var(--dim); }
input, select { width: 100%; font: inherit; padding: 6px 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink); }
.check { display: flex; gap: 6px; align-items: center; margin-bottom: 10px; } .check input { width: auto; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-top: 1px solid var(--line); } li:first-child { border-top: 0; }
li a { display: block; padding: 8px 4px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
li a:hover, li a[aria-current] { background: var(--ground); }
li strong { display: block; font-weight: 600; }
.dim { color: var(--dim); font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 10px; margin: 0 0 10px; font-size: .875rem; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
a { color: var(--mark); }
.reading { display: flex; flex-direction: column-reverse; }
@media (max-width: 600px) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 6px; } }
@media (min-width: 900px) { .reading { display: grid; grid-template-columns: minmax(280px, 2fr) 3fr; gap: 14px; align-items: start; } }
`;
