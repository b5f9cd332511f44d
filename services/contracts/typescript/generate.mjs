// Writes the web's types: node ../contracts/typescript/generate.mjs src/contracts/generated
// Run in the folder whose node_modules has json-schema-to-typescript and openapi-typescript.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, parse, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ours = createRequire(join(process.cwd(), 'package.json'));
const { compileFromFile } = await import(pathToFileURL(ours.resolve('json-schema-to-typescript')));
const { default: openapi, astToString } = ours('openapi-typescript');

const resources = fileURLToPath(new URL('../src/main/resources/', import.meta.url));
const target = resolve(process.argv[2]);
const banner = '// Generated from services/contracts by typescript/generate.mjs. Do not edit.\n';
mkdirSync(target, { recursive: true });

const frames = join(resources, 'schema/frame');
for (const side of ['client', 'server']) {
  const options = { bannerComment: banner, cwd: frames, declareExternallyReferenced: true };
  writeFileSync(join(target, `${side}-frames.ts`), await compileFromFile(join(frames, `${side}.json`), options));
}

const codes = ours(join(resources, 'refusal-codes.json')).map(({ code }) => code);
writeFileSync(
  join(target, 'refusal-codes.ts'),
  `${banner}export const refusalCodes = ${JSON.stringify(codes, null, 2)} as const;\nexport type RefusalCode = (typeof refusalCodes)[number];\n`,
);

const example = '{ what: string; kind: string; text: string; code: string | null; shortest?: number; longest?: number }';
writeFileSync(
  join(target, 'text-examples.ts'),
  `${banner}export const textExamples: readonly ${example}[] =\n  ${ascii(ours(join(resources, 'text-examples.json')))};\n`,
);

/** What cannot be seen is written so that it can. */
function ascii(value) {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const apis = join(resources, 'openapi');
const described = existsSync(apis) ? readdirSync(apis) : [];
for (const file of described.filter((name) => name.endsWith('.json'))) {
  const types = astToString(await openapi(pathToFileURL(join(apis, file))));
  writeFileSync(join(target, `${parse(file).name}-api.ts`), banner + types);
}
