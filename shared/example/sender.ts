/** Who writes in the example shop’s name, in each language, and the look of a brand with a logo. */
import type { StoreFacts } from '../core/language/store-room.ts';

export const sender = {
  ja: {
    brand: { name: '森の蔵（見本）', siteUrl: 'https://shop.example.com' },
    legalName: '株式会社 森の蔵（見本）',
    postalAddress: '〒100-0000 東京都千代田区見本 1-2-3',
    inquiryContact: 'support@shop.example.com',
  },
  en: {
    brand: { name: 'Mori no Kura (example)', siteUrl: 'https://shop.example.com' },
    legalName: 'Mori no Kura K.K. (example)',
    postalAddress: '1-2-3 Example, Chiyoda-ku, Tokyo 100-0000, Japan',
    inquiryContact: 'support@shop.example.com',
  },
} as const satisfies StoreFacts['sender'];

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="176" height="40" viewBox="0 0 176 40">
<path d="M20 4 34 30H6Z" fill="#3c7a5a"/><rect x="17" y="30" width="6" height="7" fill="#7a5a3c"/>
<text x="44" y="27" font-family="Georgia, serif" font-size="19" fill="#2c2c28">Mori no Kura</text></svg>`;

export const brandLook = {
  logoUrl: `data:image/svg+xml,${encodeURIComponent(drawing)}`,
  colour: '#e0a526',
  fonts: 'Noto Serif JP, serif',
} as const satisfies StoreFacts['look'];
