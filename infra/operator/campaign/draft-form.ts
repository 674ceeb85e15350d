/** The draft that `campaign new` writes. */
export const draftForm = (
  id: string,
  day: string,
  lastDay: string,
): string => `# 今週のお便りの下書き。The draft of one letter to many.
# npm run campaign -- check <このファイル / this file>

# 配信の名前。お一人に一度だけ届くのは、この名前ごとです。Each customer gets it once for this name.
id: ${id}

# news | offers | tips | events（受け取りの同意はこの種類ごと / consent is asked for it）
topic: news

# お店の時刻。The store's time. 期限を過ぎた分は送りません。Nothing goes after its expiry.
at: "${day} 10:00"
expires: "${lastDay} 20:00"

# 一日の通数。省くと一度に送ります。Letters a day; all at once if left out.
# pace: 200

# 対象。書いた条件すべてに当てはまる方。Who fits every list that is given; everybody if none is.
audience:
  # prospect 見込み客, first-time 初回客, regular 一般客, vip 優良顧客, dormant 休眠客, churned 離反客
  segments: [regular, vip]
  # products: [p-1]         # この商品を買った方 / has bought one of these
  # lastCategory: [tea]     # 最後に買った品の分類 / category of what was bought last

# 件名は全角30字までが目安、40字まで。最初の15字に要点を。
ja:
  subject: ""
  preheader: ""
  body:
    - ""
  button: ""
  link: ""

en:
  subject: ""
  preheader: ""
  body:
    - ""
  button: ""
  link: ""
`;
