// Puts brotli and gzip beside each built file that they make smaller: the gateway sends what a browser
// takes. Fonts and pictures are compressed already.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = /\.(html|js|css|svg|webmanifest)$/;

const brotli = (content) =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
const gzip = (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION });

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const files = readdirSync(dist, { recursive: true }).map(String);
for (const file of files.filter((it) => TEXT.test(it))) {
  const content = readFileSync(join(dist, file));
  for (const [extension, coded] of [
    [".br", brotli(content)],
    [".gz", gzip(content)],
  ]) {
    if (coded.length < content.length) writeFileSync(join(dist, file + extension), coded);
  }
}
