import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Menu } from "../app/Menu";
import { ARE, serverAnswers, renderFor } from "../shell/test-room";
import { FakeBrowser } from "./fake-browser";

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  serverAnswers(({ path }) => (path.endsWith("key") ? { publicKey: "AQID" } : {}));
});

afterEach(() => {
  cleanup();
  browser.remove();
  vi.unstubAllGlobals();
});

async function opensTheMenu() {
  cleanup();
  await renderFor(ARE, <Menu me={ARE} own={null} />);
  await userEvent.click(screen.getByRole("button", { name: "Menu" }));
}

const item = (checked: boolean) =>
  screen.findByRole("menuitemcheckbox", { name: "Notifications on this device", checked });

test("the menu says whether notices are on here, and turns them on and off", async () => {
  await opensTheMenu();
  await userEvent.click(await item(false));
  await opensTheMenu();
  await userEvent.click(await item(true));
  await opensTheMenu();
  await item(false);
  expect(browser.endpoint).toBeUndefined();
});

test("what the browser's settings have blocked since is said to be blocked", async () => {
  browser.answer = "denied";
  await opensTheMenu();
  await userEvent.click(await item(false));
  await opensTheMenu();
  await screen.findByRole("menuitem", {
    name: /^Notifications are blocked here\. .* Go to the browser's settings/,
  });
});

test("a browser that has none says so", async () => {
  browser.remove();
  await opensTheMenu();
  await screen.findByRole("menuitem", { name: "You cannot get notifications in this browser" });
});

test("what did not go is said, and nothing is turned on", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await opensTheMenu();
  await userEvent.click(await item(false));
  await screen.findByText(/We cannot reach|connection|network/i);
  await item(false);
});
