/**
 * The same mail as a reader with light or with dark colours would see it, whatever this browser prefers: the media
 * query is answered here.
 */
export function forcedScheme(html: string, scheme: 'light' | 'dark'): string {
  const other = scheme === 'light' ? 'dark' : 'light';
  return html
    .replaceAll(`(prefers-color-scheme: ${scheme})`, 'all')
    .replaceAll(`(prefers-color-scheme: ${other})`, 'not all')
    .replace('</head>', `<style>:root { color-scheme: only ${scheme} !important; }</style></head>`);
}
