/** What messages may show of the brand: its settings, and the colours and fonts that follow from them. */
import type { Settings } from '../../settings/settings.ts';

/** Colours are `#rrggbb`; `logoUrl` is empty where the brand has no logo. */
export interface BrandStyle {
  readonly name: string;
  readonly siteUrl: string;
  readonly logoUrl: string;
  readonly logoAlt: string;
  /** The brand's own colour, for areas: a button, a rule. */
  readonly colour: string;
  /** Black or white, whichever can be read on `colour`. */
  readonly onColour: string;
  /** The brand's colour as text on the layout's light grounds: darkened as far as reading needs. */
  readonly linkColour: string;
  /** The same on its dark grounds, and for buttons there: lightened. */
  readonly darkLinkColour: string;
  /** A value for CSS `font-family`, ending with fonts that every system has. */
  readonly fonts: string;
  /** Where else she can follow the store; each is empty where the settings name none. */
  readonly lineUrl: string;
  readonly instagramUrl: string;
  readonly xUrl: string;
}

/** The darkest light ground and the lightest dark one that the layouts use. */
const grounds = { light: '#f3f1ec', dark: '#222420' } as const;

/** WCAG 2.2, criterion 1.4.3: text of common size needs 4.5:1. */
const readable = 4.5;
const comfortable = 7;

const defaultColour = '#2f5d50';
const everySystem =
  "-apple-system, BlinkMacSystemFont, 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans JP', 'Yu Gothic', Meiryo, 'Segoe UI', Helvetica, Arial, sans-serif";

const known = new WeakMap<Settings['brand'], BrandStyle>();

/** The look of a brand; every colour it gives can be read where the layouts put it, whatever the settings say. */
export function brandStyle(brand: Settings['brand']): BrandStyle {
  const style = known.get(brand) ?? styleOf(brand);
  known.set(brand, style);
  return style;
}

function styleOf(brand: Settings['brand']): BrandStyle {
  const colour = (brand.colour ?? defaultColour).toLowerCase();
  return {
    name: brand.name,
    siteUrl: brand.siteUrl,
    logoUrl: brand.logoUrl ?? '',
    logoAlt: brand.logoAlt ?? brand.name,
    colour,
    onColour: contrast('#ffffff', colour) >= readable ? '#ffffff' : '#000000',
    linkColour: mixedUntil(colour, '#000000', grounds.light, readable),
    darkLinkColour: mixedUntil(colour, '#ffffff', grounds.dark, comfortable),
    fonts: fontFamily(brand.fonts),
    lineUrl: brand.lineUrl ?? '',
    instagramUrl: brand.instagramUrl ?? '',
    xUrl: brand.xUrl ?? '',
  };
}

/** How well two colours are told apart, 1 to 21, by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The first of 20 even steps from a colour towards another that is told apart from the ground well enough. */
function mixedUntil(colour: string, towards: string, ground: string, wanted: number): string {
  const goal = channels(towards);
  for (let step = 0; step < 20; step += 1) {
    const mixed = channels(colour).map((value, at) => value + (((goal[at] ?? 0) - value) * step) / 20);
    const hex = `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
    if (contrast(hex, ground) >= wanted) return hex;
  }
  return towards;
}

/** Names of more than a plain word are quoted; what any system has follows them. */
function fontFamily(fonts: string | undefined): string {
  const names = (fonts ?? '')
    .split(',')
    .map((name) => name.replaceAll("'", '').trim())
    .filter(Boolean)
    .map((name) => (/^[a-z-]+$/i.test(name) ? name : `'${name}'`));
  return [...names, everySystem].join(', ');
}
