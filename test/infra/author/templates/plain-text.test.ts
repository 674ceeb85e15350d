import { expect, test } from 'vitest';
import { plainText } from '../../../../infra/author/templates/plain-text.ts';
import { renderMail } from '../../../../shared/service/rendering/render-mail.ts';
import { everyMessage, mailInput, unsubscribeLink } from '../../../programs/mail-input.ts';

test('the text of a thank-you reads like a letter, its items like a list', () => {
  expect(
    renderMail(mailInput('order-thanks/thanks', 'ja')).text,
  ).toBe(`森の蔵（見本）: https://shop.example.com

ご注文ありがとうございます

Hana 様

このたびは森の蔵（見本）をお選びくださり、ありがとうございます。ご注文をたしかにお受けしました。一つひとつ確かめながら、お届けの準備を進めてまいります。

ご注文の内容

注文番号：o-1

- 森のはちみつ × 2  ￥5,400
- 手つみの野草茶 × 1  ￥1,500
合計  ￥6,900

内容に気になるところがありましたら、下のお問い合わせ先までお早めにお知らせください。注文番号をお書き添えくださると、すぐにお調べできます。

お届けの日を、どうぞ楽しみにお待ちください。

森の蔵（見本）

このメールは、森の蔵（見本）でのご注文やお申し込みに欠かせないご連絡として、お知らせの設定にかかわらずお送りしています。

株式会社 森の蔵（見本）
〒100-0000 東京都千代田区見本 1-2-3
お問い合わせ：support@shop.example.com
`);
});

test('the list of items leaves no gap where there are none', () => {
  const { text } = renderMail(mailInput('after-purchase/any-trouble', 'en', { id: 'o-1' }));
  expect(text).toContain(
    'whether anything is amiss.\n\nPerhaps one of these sounds familiar:\n\n- It was not',
  );
});

test('a link shows its words and its address', () => {
  const { text } = renderMail(mailInput('after-purchase/continue', 'en'));
  expect(text).toContain('\nOpen the shop: https://shop.example.com\n');
  expect(text).toContain(`\nUnsubscribe from these mails: ${unsubscribeLink}\n`);
});

test('characters that HTML escapes stand as they are in the text', () => {
  const input = mailInput('order-thanks/thanks', 'en');
  const mail = renderMail({ ...input, profile: { ...input.profile, name: 'Ann & <Bob>' } });
  expect(mail.text).toContain('Hello Ann & <Bob>,');
  expect(mail.html).toContain('Hello Ann &amp; &lt;Bob&gt;,');
});

test('Liquid tags come through unbroken, with their quotes and angle brackets', () => {
  const html = `<p>{{ a | default: "x & 'y'" }}</p><p>{% if a < 3 %}<b>few</b>{% else %}many{% endif %}</p>`;
  expect(plainText(html)).toBe(`{{ a | default: "x & 'y'" }}\n\n{% if a < 3 %}few{% else %}many{% endif %}`);
});

test('the preheader is not repeated in the text', () => {
  expect(plainText('<div style="display:none;font-size:1px">peek</div><p>hello</p>')).toBe('hello');
});

test.each([
  [
    '<p><a href="{{ links.preferences }}">ここ</a>でいつでもお選びいただけます。</p>',
    'ここ: {{ links.preferences }} でいつでもお選びいただけます。',
  ],
  ['<p>See <a href="{{ links.preferences }}">here</a>.</p>', 'See here: {{ links.preferences }} .'],
  ['<p>（<a href="https://a.example/x">here</a>）</p>', '（here: https://a.example/x ）'],
  ['<p><a href="https://a.example/x">here</a> and there</p>', 'here: https://a.example/x and there'],
  ['<p><a href="https://a.example/x">here</a></p><p>there</p>', 'here: https://a.example/x\n\nthere'],
  ['<p><a href="https://a.example/x">here</a><br />there</p>', 'here: https://a.example/x\nthere'],
  ['<p><a href="{{ a.url }}">here</a>{% if b %}b{% endif %}</p>', 'here: {{ a.url }} {% if b %}b{% endif %}'],
  ['<p>{{ links.referral }}をどうぞ</p>', '{{ links.referral }} をどうぞ'],
  ['<p>{{ brand.siteUrl }}/cart</p>', '{{ brand.siteUrl }}/cart'],
  ['<p>{{ shipment.url | default: brand.siteUrl }}。</p>', '{{ shipment.url | default: brand.siteUrl }} 。'],
  ['<p>{{ customer.name }}様</p>', '{{ customer.name }}様'],
])('after a link comes a blank or the end of the line: %s', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each(everyMessage)('no words are glued to a link in the text of %s in %s', (template, locale) => {
  const { text } = renderMail(mailInput(template, locale));
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  for (const link of links) expect(link).toMatch(/^[\x21-\x7e]*[\w/=#-]$/);
});
