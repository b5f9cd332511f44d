import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { LogEntry } from "../contracts/access-log";
import { ARE, renderFor } from "../shell/test-room";
import { SearchResult } from "./SearchResult";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function entry(seq: number): LogEntry {
  return {
    seq,
    entryId: `${seq}`,
    recordedAt: "2026-11-22T08:00:00Z",
    at: "2026-11-22T08:00:00Z",
    action: seq === 100 ? "LOG_SEARCHED" : "ROOM_VIEWED",
    outcome: "SUCCESS",
    agent: { personId: "anne", name: "Anne Auditor" },
    details: {},
    hash: "",
  };
}

/** The search itself comes first, then what it found. */
async function says(found: number, more: boolean): Promise<string> {
  const entries = Array.from({ length: found + 1 }, (_, older) => entry(100 - older));
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await renderFor(
    ARE,
    <SearchResult
      entries={entries}
      head={{ seq: 100, hash: "" }}
      {...(more ? { onMore: () => undefined } : {})}
      busy={false}
    />,
  );
  return screen.getByRole("heading", { level: 2 }).textContent;
}

test("a page is not said to be all that there is", async () => {
  expect(await says(49, true)).toBe("The 49 newest entries that match. There are more");
});

test("what is all that there is, is counted without the search itself", async () => {
  expect(await says(2, false)).toBe("2 entries match");
});

test("where nothing matches that is said, though the search is in the list", async () => {
  expect(await says(0, false)).toBe("No entries match");
});
