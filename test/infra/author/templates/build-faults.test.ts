import { expect, test } from 'vitest';
import { footer, inTrialFolder, list, message, type Parts, problems, put } from './trial-folder.ts';

inTrialFolder();

const faults: [what: string, parts: Parts, expected: RegExp][] = [
  [
    'a component MJML does not know',
    { body: '<mj-txt>x</mj-txt>' },
    /^story\/hello\.ja\.mjml:3: .*mj-txt.*mend the MJML/,
  ],
  [
    'an attribute MJML does not know',
    { body: '<mj-text colour="red">x</mj-text>' },
    /:3: .*colour.*mend the MJML/,
  ],
  [
    'a Liquid tag left open',
    { body: '<mj-text>{% if order.items %}x</mj-text>' },
    /^story\/hello\.ja\.mjml:3: .*not closed.*mend the Liquid/,
  ],
  [
    'an unknown filter',
    { body: '<mj-text>{{ customer.name | shout }}</mj-text>' },
    /:3: undefined filter: shout/,
  ],
  [
    'the filter that would escape nothing',
    { body: '<mj-text>{{ customer.name | raw }}</mj-text>' },
    /:3: undefined filter: raw/,
  ],
  [
    'a filter that goes by the machine’s zone',
    { body: '<mj-text>{{ customer.name | date_to_string }}</mj-text>' },
    /:3: undefined filter: date_to_string/,
  ],
  [
    'a date with a second argument',
    { body: `<mj-text>{{ 'now' | date: '%Y, %m', "Asia/Tokyo" }}</mj-text>` },
    /:3: gives "date" 2 arguments, and it takes nothing, or one format/,
  ],
  [
    'an hour with a format',
    { body: '<mj-text>{% if customer.name %}{% else %}{{ "now" | time: "%H" }}{% endif %}</mj-text>' },
    /:3: gives "time" 1 arguments, and it takes nothing/,
  ],
  [
    'money without its currency',
    { body: '<mj-text>{% assign sum = 100 | money %}{{ sum }}</mj-text>' },
    /:3: gives "money" 0 arguments, and it takes the currency/,
  ],
  [
    'a time at a place that is not named',
    { body: '<mj-text>{{ "now" | at_place }}</mj-text>' },
    /:3: gives "at_place" 0 arguments, and it takes the zone/,
  ],
  [
    'a link made of what is no address',
    { body: `<mj-text>${list}<a href="{{ customer.name }}">x</a></mj-text>` },
    /:3: makes a link of "customer\.name", which nobody checks/,
  ],
  [
    'a variable nobody declared',
    { body: `<mj-text>${list}{{ customer.nmae }}</mj-text>` },
    /:3: uses "customer\.nmae".*add it there, or remove it here/,
  ],
  [
    'a field of an item nobody declared',
    { body: '<mj-text>{% for i in order.items %}{{ i.name }}{{ i.cost }}{% endfor %}</mj-text>' },
    /:3: uses "order\.items\.cost"/,
  ],
  [
    'a field hidden behind an assignment',
    { body: '<mj-text>{% assign o = order %}{{ o.total }}</mj-text>' },
    /:3: uses "order\.total"/,
  ],
  [
    'a name looked up at run time',
    { body: '<mj-text>{{ order[customer.name] }}</mj-text>' },
    /:3: .*looks a name up at run time/,
  ],
  [
    'a field that may be missing, unguarded',
    { body: '<mj-text>{% for i in order.items %}{{ i.name }}{% endfor %}</mj-text>' },
    /html fails for an order without items.*ask \{% if %\} first, or give a default/,
  ],
  [
    'Liquid where MJML drops it',
    { body: `{% if order.items %}<mj-text>${list}</mj-text>{% endif %}` },
    /:3: MJML drops "\{% if order\.items %\} \{% endif %\}" here: put it into <mj-raw>/,
  ],
  ['no subject', { head: '<mj-preview>Peek</mj-preview>' }, /has no subject: write it in <mj-title>/],
  ['an empty subject', { head: '<mj-title> </mj-title><mj-preview>Peek</mj-preview>' }, /has no subject/],
  ['no preheader', { head: '<mj-title>Hello</mj-title>' }, /has no preheader: write it in <mj-preview>/],
  [
    'no way out',
    { footer: footer.replace(/<a .*a>/, '') },
    /never shows \{\{ links\.unsubscribe \}\}: include the footer for marketing/,
  ],
  [
    'no postal address',
    { footer: footer.replace('{{ sender.postalAddress }}', '') },
    /never shows \{\{ sender\.postalAddress \}\}/,
  ],
  [
    'a picture without words',
    { body: `<mj-text>${list}</mj-text><mj-image src="https://x.example/y.png" />` },
    /:3: an image has no alt text/,
  ],
  [
    'an include that is not there',
    { footer: '<mj-include path="layout/foot.mjml" />' },
    /includes layout\/foot\.mjml, which is not there/,
  ],
  [
    'an include from elsewhere',
    { footer: '<mj-include path="../../../etc/passwd" />' },
    /include only files of layout\//,
  ],
  [
    'a loop without end',
    {
      body: `<mj-text>{% if order.items %}{% for i in order.items %}${'long '.repeat(200)}{{ i.name | default: "x" }}{% endfor %}{% endif %}</mj-text>`,
    },
    /html has over 100000 bytes for an order of 200 items/,
  ],
];
test.each(faults)('%s is an error that says where and what to do', async (_, parts, expected) => {
  put('story/hello.ja.mjml', message(parts));
  expect(await problems()).toContainEqual(expect.stringMatching(expected));
});
