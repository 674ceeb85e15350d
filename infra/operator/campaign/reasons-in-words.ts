/** Why somebody does not get the letter, or not yet, as a marketer reads it. */
const known: Readonly<Record<string, string>> = {
  'not-in-audience': '対象の条件に当てはまらない (not in the audience)',
  'no-consent': '同意なし (no consent for this topic)',
  'not-confirmed': '登録の確認待ち (has not confirmed the sign-up)',
  'no-address': 'メールアドレスなし (no address)',
  'undeliverable-address': '届かないアドレス (an address that takes no mail)',
  unreachable: '連絡手段なし (cannot be reached)',
  suppressed: '配信停止 (suppressed: a bounce, a complaint or an opt-out)',
  resting: 'お休み中 (resting)',
  'resting-address': '一時的に届かない (mail keeps coming back for the moment)',
  'mailbox-reader': '同じ受信箱の別の方に届く (another record of the mailbox gets it)',
  holdout: '比較のため送らない方 (holdout)',
  'control-group': '比較のため送らない方 (control group)',
  'case-open': 'お問い合わせ対応中 (a support case is open)',
  'too-many-at-once': 'ほかの配信の途中 (in too many at once)',
  'already-entered': '受け付け済み (came in before)',
  'not-in-limit': '設定の範囲外 (outside the limit of the settings)',
  disabled: '設定で止めている (switched off in the settings)',
  paused: '一時停止中 (paused by an operator)',
  'no-day-left': '期限までに送る日がない (no day is left before it expires)',
  'first-parcel': '初めての商品がまだ届いていない (the first parcel is on its way)',
  'too-late': '期限切れ (its time was over)',
  'cap-reached': '通数の上限 (the cap of letters)',
  'quiet-hours': '静かな時間帯 (quiet hours)',
};

export const inWords = (because: string): string => known[because] ?? because;
