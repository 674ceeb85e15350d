import { fieldsOf, textOf } from './payload-fields.ts';

/** Countries with one clock, for all or nearly all who live there. */
const countries: Readonly<Record<string, string>> = {
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  TW: 'Asia/Taipei',
  HK: 'Asia/Hong_Kong',
  CN: 'Asia/Shanghai',
  SG: 'Asia/Singapore',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
  PH: 'Asia/Manila',
  MY: 'Asia/Kuala_Lumpur',
  IN: 'Asia/Kolkata',
  AE: 'Asia/Dubai',
  NZ: 'Pacific/Auckland',
  ZA: 'Africa/Johannesburg',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  FR: 'Europe/Paris',
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  IT: 'Europe/Rome',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  LU: 'Europe/Luxembourg',
  DK: 'Europe/Copenhagen',
  SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo',
  FI: 'Europe/Helsinki',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  GR: 'Europe/Athens',
};

/** States and provinces with one clock, of countries with several. A divided one (Florida, Ontario …) is not here. */
const provinces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    'America/New_York': 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
    'America/Chicago': 'AL AR IA IL LA MN MO MS OK WI',
    'America/Denver': 'CO MT NM UT WY',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA WA',
    'Pacific/Honolulu': 'HI',
  },
  CA: {
    'America/Halifax': 'NS PE',
    'America/Moncton': 'NB',
    'America/Winnipeg': 'MB',
    'America/Edmonton': 'AB',
  },
  AU: {
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Adelaide': 'SA',
    'Australia/Darwin': 'NT',
    'Australia/Hobart': 'TAS',
    'Australia/Sydney': 'ACT',
  },
};

/** The IANA zone of an address, where country and province leave no doubt. */
export function zoneOfAddress(address: unknown): string | undefined {
  const { country_code, province_code } = fieldsOf(address);
  const country = textOf(country_code, 8)?.toUpperCase() ?? '';
  if (Object.hasOwn(countries, country)) return countries[country];
  const province = textOf(province_code, 8)?.toUpperCase();
  if (province === undefined || !Object.hasOwn(provinces, country)) return undefined;
  const zones = Object.entries(provinces[country] ?? {});
  return zones.find(([, codes]) => codes.split(' ').includes(province))?.[0];
}
