/** What the words of a draft may not say, and what they may say only with a fact behind it. */
import type { CampaignWords } from '../../../shared/ports/templates.ts';

export interface DraftFinding {
  readonly line: number;
  /** `odd`: a person should look; it goes all the same. */
  readonly is: 'wrong' | 'odd';
  readonly says: string;
}

/** Half-width letters and katakana count half. */
export const fullWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[ -\u00ff\uff61-\uff9f]/.test(letter) ? 0.5 : 1), 0);

const shorter = 30;
const longest = 40;

/** Each needs its condition or its source beside it. */
const needsFact: readonly [RegExp, string][] = [
  [/送料無料|送料0円|free (?:shipping|delivery)/i, '送料の条件 (from what amount, where to)'],
  [/期間限定|今だけ|limited[- ]time/i, '始まりと終わりの日 (its first and last day)'],
  [
    /No\. ?1|ナンバーワン|日本一|世界一|第1位|number one|best[- ]selling/i,
    '調査の名と時期 (who counted, when)',
  ],
  [/満足度|satisfaction/i, '調査の名と人数 (who asked how many)'],
  [
    /という声をいただ|との声が|customers (?:told|tell) us/i,
    '実際のお客様の声 (a voice that was really given)',
  ],
  [
    /先日のメール|前回のお便りで|our last (?:mail|email|letter)/i,
    '前の便りを読んでいない方も読めること (nobody need have read another)',
  ],
];

type Told = (path: readonly (string | number)[], is: DraftFinding['is'], says: string) => DraftFinding;

/** @param told makes a finding of a field of this language */
export function wordsFaults(words: CampaignWords, told: Told): DraftFinding[] {
  return [
    ...subjectFaults(words.subject, told),
    ...(words.preheader === ''
      ? [told(['preheader'], 'odd', 'it has no preheader: mail programs show the first words instead')]
      : []),
    ...[words.preheader, ...words.paragraphs].flatMap((text, at) =>
      lineFaults(text, at === 0 ? ['preheader'] : ['body', at - 1], told),
    ),
    ...lineFaults(words.button ?? '', ['button'], told),
  ];
}

function subjectFaults(subject: string, told: Told): DraftFinding[] {
  const width = fullWidth(subject);
  if (width > longest)
    return [told(['subject'], 'wrong', `the subject has ${width} full-width letters; ${longest} at most`)];
  const long =
    width > shorter
      ? [
          told(
            ['subject'],
            'odd',
            `the subject has ${width} full-width letters; beyond ${shorter} telephones cut it`,
          ),
        ]
      : [];
  return [...long, ...lineFaults(subject, ['subject'], told)];
}

function lineFaults(text: string, path: readonly (string | number)[], told: Told): DraftFinding[] {
  return [
    ...(/\{\{|\{%/.test(text)
      ? [told(path, 'wrong', 'Liquid is not read here: write the words as they are to be shown')]
      : []),
    ...needsFact.flatMap(([words, fact]) => {
      const [found] = words.exec(text) ?? [];
      return found === undefined ? [] : [told(path, 'odd', `「${found}」 needs ${fact}`)];
    }),
    ...(/[0-9０-９]\s*円|[¥￥]\s*[0-9０-９]/.test(text) && !/税込/.test(text)
      ? [told(path, 'odd', 'a price to consumers is 税込: say so beside it')]
      : []),
  ];
}
