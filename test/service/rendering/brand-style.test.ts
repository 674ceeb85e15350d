import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandStyle, contrast } from '../../../shared/service/rendering/brand-style.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';

const brand = { name: 'Mori', siteUrl: 'https://shop.example.com' };
const parsed = (more: object) =>
  parseSettings({
    store: 'mori',
    stage: 'dev',
    brand: { ...brand, ...more },
    sender: 'a@example.com',
    senderName: 'Mori',
    legalName: 'Mori K.K.',
    postalAddress: '1-2-3 Example',
    inquiryContact: 'ask@example.com',
  }).brand;

test('contrast is 21 between black and white, and 4.54 for the darkest grey that passes no more on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test('text in and on any colour of a brand can be read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const style = brandStyle({ ...brand, colour: `#${value.toString(16).padStart(6, '0')}` });
      expect(contrast(style.onColour, style.colour)).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['#ffffff', '#f3f1ec'])
        expect(contrast(style.linkColour, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['#161714', '#222420'])
        expect(contrast(style.darkLinkColour, ground)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that can be read already stays as it is', () => {
  expect(brandStyle({ ...brand, colour: '#2F5D50' })).toMatchObject({
    colour: '#2f5d50',
    linkColour: '#2f5d50',
    onColour: '#ffffff',
  });
});

test('fonts are quoted where they must be, and end with those of every system', () => {
  const { fonts } = brandStyle({ ...brand, fonts: "'Noto Serif JP',, 游明朝 , serif" });
  expect(fonts).toMatch(/^'Noto Serif JP', '游明朝', serif, -apple-system, .*sans-serif$/);
  expect(brandStyle(brand).fonts).toMatch(/^-apple-system/);
});

test('a brand without a logo reads its name out, and so does a logo without words', () => {
  expect(brandStyle(brand)).toMatchObject({ logoUrl: '', logoAlt: 'Mori' });
  expect(brandStyle({ ...brand, logoUrl: 'https://x.example/l.png' }).logoAlt).toBe('Mori');
});

test.each([
  [
    'a logo without https',
    { logoUrl: 'http://x.example/l.png' },
    'brand.logoUrl: logoUrl is a https address',
  ],
  ['a logo that is code', { logoUrl: 'https://x.example/"onerror="x' }, 'brand.logoUrl'],
  ['a colour by name', { colour: 'green' }, 'brand.colour: colour is "#rrggbb"'],
  ['fonts that leave their attribute', { fonts: 'x;} body{' }, 'brand.fonts: fonts are names with commas'],
  ['a misspelt setting of the brand', { color: '#ffffff' }, 'brand: no such setting: "color"'],
])('%s is refused', (_title, more, words) => {
  expect(() => parsed(more)).toThrow(words);
});

test('what the brand leaves out stays out of the settings', () => {
  expect(parsed({})).toEqual(brand);
});

test('places to follow the store are shown where the settings name them, and empty where not', () => {
  const style = brandStyle(parsed({ lineUrl: 'https://line.example.com/mori' }));
  expect([style.lineUrl, style.instagramUrl, style.xUrl]).toEqual(['https://line.example.com/mori', '', '']);
});

test.each(['http://line.example.com', 'https://a b', 'https://"><script>', 'javascript:alert(1)'])(
  '%s is no place to lead a reader to',
  (lineUrl) => {
    expect(() => parsed({ lineUrl })).toThrow('brand.lineUrl');
  },
);
