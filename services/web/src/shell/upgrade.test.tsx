import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../language/language";
import { KeepsWritten } from "./keepsWritten";
import { Upgrade } from "./upgrade";
import { UpgradeNotice } from "./UpgradeNotice";

const update = vi.fn(() => Promise.resolve());

beforeEach(startLanguage);

afterEach(() => {
  cleanup();
  update.mockClear();
});

/** A window; the answer lets a service worker take over. */
function opened({ before, kept = true }: { before: boolean; kept?: boolean }) {
  const workers = Object.assign(new EventTarget(), {
    controller: before ? ({} as ServiceWorker) : null,
    getRegistration: () => Promise.resolve({ update } as unknown as ServiceWorkerRegistration),
  });
  const upgrade = new Upgrade();
  upgrade.watch(workers);
  render(
    <KeepsWritten value={kept}>
      <UpgradeNotice of={upgrade} />
    </KeepsWritten>,
  );
  return () => act(() => void workers.dispatchEvent(new Event("controllerchange")));
}

test("a window on the version before says so once a newer one has taken over", () => {
  const takesOver = opened({ before: true });
  expect(screen.queryByRole("status")).toBeNull();
  takesOver();
  expect(screen.getByRole("status").textContent).toContain("Samsnakk");
});

test("the first visit is no upgrade", () => {
  const takesOver = opened({ before: false });
  takesOver();
  expect(screen.queryByRole("status")).toBeNull();
  takesOver();
  expect(screen.getByRole("status")).toBeTruthy();
});

test("a window that comes to the front asks whether there is a newer one", async () => {
  opened({ before: true });
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(() => expect(update).toHaveBeenCalled());
});

test("where the browser keeps nothing it is not said that what is written comes along", () => {
  const takesOver = opened({ before: true, kept: false });
  takesOver();
  const said = screen.getByRole("status").textContent;
  expect(said).toMatch(/cannot keep|ikke ta vare/);
  expect(said).not.toMatch(/come along|blir med/);
});
