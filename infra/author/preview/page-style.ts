/** The look of the preview: the list beside the mail on a desk, above it on a phone. */
export const previewPageStyle = `
:root { color-scheme: light dark; --ink: #1d2433; --dim: #5b6475; --line: #d9dee8; --paper: #fff; --ground: #f4f6fa; --mark: #2457c5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf1; --dim: #a4adc0; --line: #333b4d; --paper: #1b2130; --ground: #12161f; --mark: #8ab0ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); overflow-wrap: anywhere; }
h1 { font-size: 1.125rem; margin: 0 0 12px; } h2 { font-size: 1rem; margin: 14px 0 4px; }
nav, main { padding: 16px; } main { min-width: 0; }
a { color: var(--mark); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 4px 8px; border-radius: 6px; text-decoration: none; }
nav a[aria-current], .switch a[aria-current] { background: var(--mark); color: var(--paper); }
.switches { display: flex; flex-wrap: wrap; gap: 8px 20px; margin-bottom: 14px; }
.switch { display: flex; flex-wrap: wrap; gap: 4px; align-items: baseline; }
.switch b { font-size: .875rem; color: var(--dim); font-weight: 400; }
.switch a { padding: 2px 10px; border: 1px solid var(--line); border-radius: 999px; text-decoration: none; background: var(--paper); }
.subject { font-size: 1.125rem; font-weight: 600; margin: 0 0 12px; }
.frames { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; max-width: 100%; overflow-x: auto; } figcaption { font-size: .875rem; color: var(--dim); }
iframe { border: 1px solid var(--line); border-radius: 8px; background: #fff; height: 78vh; }
pre { white-space: pre-wrap; padding: 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); font: 15px/1.6 ui-monospace, monospace; max-width: 80ch; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; max-width: 90ch; } dt { color: var(--dim); } dd { margin: 0; }
.problem { border-left: 4px solid #c0392b; }
@media (max-width: 899px) { dl { grid-template-columns: 1fr; } dt { margin-top: 8px; } }
@media (min-width: 900px) { body { display: grid; grid-template-columns: 260px minmax(0, 1fr); } }
`;
