/** JSON whose shape each test states by what it expects of it: a template, an answer, another system's payload. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where a shape is left open, to be read and changed at will
export type FreeJson = any;
