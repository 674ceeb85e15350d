/** A draft as a marketer would write it. */
export const letter = (over: Readonly<Record<string, string>> = {}): string => {
  const said = {
    id: 'week-10',
    topic: 'news',
    at: '"2026-03-20 10:00"',
    expires: '"2026-03-27 20:00"',
    pace: '2',
    audience: '\n  segments: [first-time]',
    subject: '春の新茶が届きました',
    link: 'https://shop.example.com/spring',
    ...over,
  };
  return `id: ${said.id}
topic: ${said.topic}
at: ${said.at}
expires: ${said.expires}
pace: ${said.pace}
audience: ${said.audience}
ja:
  subject: ${said.subject}
  preheader: 一番茶の便りです。
  body:
    - 今年の一番茶が、きのう蔵に届きました。
    - "<b>香り</b>をお楽しみください。"
  button: 新茶を見る
  link: ${said.link}
en:
  subject: The first tea of spring
  preheader: Word of the first picking.
  body:
    - The first tea of the year came yesterday.
  button: See the tea
  link: https://shop.example.com/spring
`;
};
