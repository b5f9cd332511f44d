// Fails when src/contracts/generated is not what services/contracts describes today.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const generator = fileURLToPath(
  new URL("../../contracts/typescript/generate.mjs", import.meta.url),
);
const kept = fileURLToPath(new URL("../src/contracts/generated", import.meta.url));
const fresh = mkdtempSync(join(tmpdir(), "samsnakk-contracts-"));
const textsIn = (folder) =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

try {
  const { status } = spawnSync(process.execPath, [generator, fresh], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
  else compare(textsIn(kept), textsIn(fresh));
} finally {
  rmSync(fresh, { recursive: true });
}

function compare(before, now) {
  const differing = [...new Set([...before.keys(), ...now.keys()])].filter(
    (name) => before.get(name) !== now.get(name),
  );
  if (differing.length === 0) return;
  console.error(`src/contracts/generated is not what services/contracts describes: ${differing}`);
  console.error("Run `npm run contracts`, and remove what is no longer described.");
  process.exitCode = 1;
}
