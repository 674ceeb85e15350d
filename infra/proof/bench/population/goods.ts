/** What the example shop of the population sells. Prices in yen; `supplyDays`: how long one piece lasts, where it is used up. */
export const goods = [
  { id: 'honey-acacia', name: 'アカシアはちみつ', category: 'honey', price: 2400, supplyDays: 40 },
  { id: 'honey-lotus', name: 'れんげはちみつ', category: 'honey', price: 2800, supplyDays: 40 },
  { id: 'tea-mint', name: 'ミントティー', category: 'tea', price: 1200, supplyDays: 30 },
  { id: 'tea-chamomile', name: 'カモミールティー', category: 'tea', price: 1300, supplyDays: 30 },
  { id: 'jam-yuzu', name: 'ゆずジャム', category: 'jam', price: 980, supplyDays: 20 },
  { id: 'jam-plum', name: '梅ジャム', category: 'jam', price: 980, supplyDays: 20 },
  { id: 'spoon', name: 'さくらのスプーン', category: 'tableware', price: 1800, supplyDays: 0 },
  { id: 'jar', name: 'ガラスの保存びん', category: 'tableware', price: 2200, supplyDays: 0 },
  { id: 'herbs-salt', name: 'ハーブソルト', category: 'herbs', price: 850, supplyDays: 60 },
  { id: 'herbs-oil', name: 'ハーブオイル', category: 'herbs', price: 1600, supplyDays: 45 },
  { id: 'box-small', name: '詰め合わせ 小', category: 'box', price: 3600, supplyDays: 0 },
  { id: 'box-large', name: '詰め合わせ 大', category: 'box', price: 7800, supplyDays: 0 },
] as const;

export type Good = (typeof goods)[number];
