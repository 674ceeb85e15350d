/** What Liquid reads in a text: what it shows, and what it does. */
export const liquidTag = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
