/** The look of the journey map: stages side by side on a desk and on paper, one below the other on a phone. */
export const mapPageStyle = `
:root { color-scheme: light dark; --ink: #1f2937; --dim: #5b6472; --line: #d5dbe3; --paper: #fff; --ground: #f3f5f8; --mail: #1d4f91; --mail-soft: #e8f0fb; --sale: #8a4b08; --sale-soft: #fcf1e3; --gap: #a12622; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --dim: #a3adbb; --line: #3a4452; --paper: #1c232d; --ground: #12171e; --mail: #9cc2f5; --mail-soft: #1f2f45; --sale: #f0bd80; --sale-soft: #38291a; --gap: #f29c96; } }
@media print { :root { color-scheme: light; --ground: #fff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, 'Hiragino Sans', 'Noto Sans JP', sans-serif; color: var(--ink); background: var(--ground); overflow-wrap: anywhere; }
header, main { max-width: 1200px; margin: 0 auto; padding: 0 16px; }
header { padding-top: 24px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 6px; } h2 { font-size: 1.25rem; line-height: 1.3; margin: 0; }
header p { margin: 0 0 4px; max-width: 90ch; } .count { color: var(--dim); }
small { font-size: .875rem; font-weight: 400; color: var(--dim); }
ol, ul { list-style: none; margin: 0; padding: 0; }
.stages { display: grid; gap: 12px; margin: 20px 0 28px; }
.stages > li { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 14px; }
.stages h2 { font-size: 1rem; } .stages p { margin: 0; font-size: .875rem; color: var(--dim); }
.card { display: block; margin-top: 10px; padding: 8px 12px; border-radius: 8px; border-left: 4px solid; text-decoration: none; }
.card b, .card small { display: block; } .card small { color: inherit; }
.card.transactional { color: var(--mail); background: var(--mail-soft); } .card.marketing { color: var(--sale); background: var(--sale-soft); }
.card:hover b, .card:focus-visible b { text-decoration: underline; }
.stages .gap { margin-top: 10px; padding: 8px 12px; border: 1px dashed var(--gap); border-radius: 8px; color: var(--gap); }
article { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 18px; margin: 0 0 20px; scroll-margin-top: 12px; }
.about p { margin: 6px 0 14px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 14px; margin: 0 0 18px; } dt { color: var(--dim); } dd { margin: 0; }
code { font: .875rem/1.5 ui-monospace, monospace; color: var(--dim); }
.flow > li { position: relative; padding-bottom: 26px; }
.flow > li:last-child { padding-bottom: 0; }
.flow > li.on::after { content: ''; position: absolute; left: 23px; bottom: 3px; height: 20px; border-left: 2px solid var(--dim); }
.flow > li.on::before { content: ''; position: absolute; left: 19px; bottom: 3px; width: 10px; height: 10px; border: solid var(--dim); border-width: 0 2px 2px 0; transform: rotate(45deg) scale(.8); }
.flow > li > div { display: inline-block; max-width: 100%; min-width: 12rem; padding: 8px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); scroll-margin-top: 12px; }
.flow b { font-weight: 600; display: block; } .flow code { margin-right: 10px; } .flow i { font-style: normal; font-size: .875rem; color: var(--dim); }
.flow .wait > div { border-style: dashed; background: none; } .flow .wait b { font-weight: 400; display: inline; margin-right: 10px; }
.card.off { border-left-style: dashed; }
.flow .send > div, .flow .series > div { border: 1px solid var(--mail); background: var(--mail-soft); } .flow .send b, .flow .series b { color: var(--mail); } .flow .send code, .flow .series code { color: var(--ink); }
.flow .entry > div, .flow .done > div, .flow .exit > div { border-radius: 22px; background: var(--ground); padding-inline: 20px; }
.flow .set > div, .flow .emit > div, .flow .goto > div, .flow .repeat > div { border-style: dotted; }
.flow .branch > div, .flow .split > div { border: 1px solid var(--sale); background: var(--sale-soft); } .flow .branch b, .flow .split b { color: var(--sale); }
.flow ul { margin-top: 4px; } .flow li li span { margin-right: 8px; }
.flow a { color: inherit; } .flow > li:target > div { outline: 3px solid var(--mail); }
@media (max-width: 480px) { .flow > li > div { display: block; } }
@media (min-width: 900px), print { .stages { grid-template-columns: repeat(5, minmax(0, 1fr)); } }
@media (min-width: 900px) { article { display: grid; grid-template-columns: 2fr 3fr; gap: 32px; padding: 24px; } }
@media print {
  @page { margin: 14mm; }
  html { font-size: 10pt; } header, main { max-width: none; padding: 0; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  article { display: grid; grid-template-columns: 2fr 3fr; gap: 20px; }
  article, .stages > li { border-color: #bbb; }
  .flow > li, .about, .stages { break-inside: avoid; }
  .stages { gap: 6px; } .stages > li { padding: 8px; }
}
`;
