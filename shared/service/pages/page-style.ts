/** How the public pages look: the brand's colour on paper, light and dark, one column that a phone shows whole. */
import type { Settings } from '../../settings/settings.ts';
import { brandStyle } from '../rendering/brand-style.ts';

/** The style sheet of a brand's pages. Nothing in it loads anything. */
export function pageStyle(brand: Settings['brand']): string {
  const { linkColour, darkLinkColour, fonts } = brandStyle(brand);
  return `
:root { color-scheme: light dark; --ground: #f3f1ec; --paper: #fff; --ink: #2c2c28; --faint: #66635a; --line: #85827a; --leaf: ${linkColour}; --on-leaf: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #161714; --paper: #222420; --ink: #ecebe5; --faint: #b3b0a6; --line: #8b897f; --leaf: ${darkLinkColour}; --on-leaf: #161714; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; font: 16px/1.8 ${fonts.replaceAll('<', '')}; }
main, header, footer { max-width: 34rem; margin: 0 auto; padding: 0 24px; }
header { padding-top: 40px; padding-bottom: 16px; color: var(--leaf); font-weight: 700; text-align: center; }
main { background: var(--paper); border-top: 4px solid var(--leaf); padding-top: 28px; padding-bottom: 28px; }
h1 { margin: 0 0 16px; font-size: 1.375rem; line-height: 1.5; word-break: auto-phrase; text-wrap: balance; }
p { margin: 0 0 16px; }
a { color: var(--leaf); }
fieldset { margin: 0 0 24px; padding: 20px 0 0; border: 0; border-top: 1px solid var(--ground); min-width: 0; }
legend { float: left; width: 100%; margin: 0 0 8px; padding: 0; font-weight: 700; }
legend + * { clear: both; }
.choice { display: flex; gap: 12px; align-items: flex-start; padding: 8px 0; min-height: 44px; cursor: pointer; }
.choice input { flex: none; width: 22px; height: 22px; margin: 4px 0 0; accent-color: var(--leaf); }
.choice small, .hint { display: block; font-weight: 400; color: var(--faint); font-size: .875rem; line-height: 1.6; }
.field { display: block; margin: 0 0 20px; font-weight: 700; }
input[type=text], input[type=email], input[type=date], select, textarea { display: block; width: 100%; min-height: 48px; margin: 6px 0 0;
  padding: 10px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; font-weight: 400; }
.apart { position: absolute; left: -9999px; }
.note { padding: 12px 16px; border-left: 4px solid var(--leaf); background: var(--ground); }
dl { margin: 0 0 16px; }
dt { color: var(--faint); font-size: .875rem; }
dd { margin: 0 0 8px; font-weight: 700; }
button { display: block; width: 100%; min-height: 52px; margin: 8px 0 0; padding: 12px 24px; border: 2px solid var(--leaf); border-radius: 6px;
  background: var(--leaf); color: var(--on-leaf); font: inherit; font-weight: 700; cursor: pointer; }
button.quiet { background: transparent; color: var(--leaf); }
form + form, form + p, .more { margin-top: 24px; }
a:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
footer { padding-top: 20px; padding-bottom: 40px; color: var(--faint); font-size: .8125rem; line-height: 1.7; }
`;
}
