import Table from 'cli-table3';

const plain = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const isNumeric = (cell: string | number | undefined) => /^[\d.]+$|^-$/.test(String(cell));

/** Lines without frames. Numbers stand to the right, all else to the left, as the first row says. */
export function textTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const drawn = new Table({
    head: [...head],
    colAligns: head.map((_, column) => (isNumeric(rows[0]?.[column]) ? 'right' : 'left')),
    chars: plain,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  for (const row of rows)
    drawn.push(row.map((cell) => (typeof cell === 'number' ? number.format(cell) : cell)));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
