/**
 * MJML takes nothing but a colour where it wants one. So the layout writes these stand-ins in the attributes of its
 * components, and the compiled message says what they stand for.
 */
const standIns: Readonly<Record<string, string>> = {
  '#acce01': '{{ brand.colour }}',
  '#acce02': '{{ brand.onColour }}',
};

export function withBrandColours(html: string): string {
  return html.replaceAll(/#acce0\d/g, (colour) => standIns[colour] ?? colour);
}
