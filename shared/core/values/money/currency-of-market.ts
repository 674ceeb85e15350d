/** In which currency a store of this market tells its prices, where an order does not say: ISO 3166 to ISO 4217. */
import { onFirstUse } from '../on-first-use.ts';

const currencies: Readonly<Record<string, string>> = {
  JPY: 'JP',
  USD: 'US PR EC SV',
  EUR: 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  GBP: 'GB',
  CNY: 'CN',
  KRW: 'KR',
  TWD: 'TW',
  HKD: 'HK',
  SGD: 'SG',
  THB: 'TH',
  VND: 'VN',
  PHP: 'PH',
  MYR: 'MY',
  IDR: 'ID',
  INR: 'IN',
  AUD: 'AU',
  NZD: 'NZ',
  CAD: 'CA',
  CHF: 'CH LI',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  MXN: 'MX',
  BRL: 'BR',
  KWD: 'KW',
  AED: 'AE',
};
const byMarket = onFirstUse(
  () =>
    new Map(
      Object.entries(currencies).flatMap(([currency, markets]) =>
        markets.split(' ').map((market) => [market, currency] as const),
      ),
    ),
);

export const currencyOfMarket = (market: string): string | undefined => byMarket().get(market);
