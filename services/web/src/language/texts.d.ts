/** A part of a language's texts (build/texts.ts); checks/texts.mjs holds it to bokmål's. */
declare module "*.json?first" {
  const texts: Record<string, unknown>;
  export default texts;
}

declare module "*.json?rest" {
  const texts: Record<string, unknown>;
  export default texts;
}
