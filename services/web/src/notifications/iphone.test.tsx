import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ARE, renderFor, serverAnswers } from "../shell/test-room";
import { Menu } from "../app/Menu";
import { IPhoneScreen } from "./IPhoneScreen";
import { PushOffer } from "./PushOffer";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15";
const HOW = /^How to get notified on iPhone/;

beforeEach(() => void serverAnswers(() => ({})));

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function isAt(userAgent: string, maxTouchPoints = 0) {
  vi.spyOn(navigator, "userAgent", "get").mockReturnValue(userAgent);
  Object.defineProperty(navigator, "maxTouchPoints", { configurable: true, value: maxTouchPoints });
}

function Where() {
  return <output data-testid="where">{useLocation().pathname}</output>;
}

test("on an iPhone that has not put it on the home screen the offer leads to how it is done", async () => {
  isAt(IPHONE);
  await renderFor(
    ARE,
    <>
      <PushOffer />
      <Where />
    </>,
  );

  await userEvent.click(screen.getByRole("link", { name: HOW }));

  expect(screen.getByTestId("where").textContent).toBe("/iphone");
});

test("where it is on the home screen already nobody is sent there", async () => {
  isAt(IPHONE);
  Object.defineProperty(navigator, "standalone", { configurable: true, value: true });
  await renderFor(ARE, <PushOffer />);
  expect(screen.queryByRole("link")).toBeNull();
  Reflect.deleteProperty(navigator, "standalone");
});

test("an iPad says that it is a Mac, and is none", async () => {
  isAt("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", 5);
  await renderFor(ARE, <PushOffer />);
  screen.getByRole("link", { name: HOW });
});

test("who wants it not now is not asked again, and finds it in the menu", async () => {
  isAt(IPHONE);
  await renderFor(ARE, <PushOffer />);
  await userEvent.click(screen.getByRole("button", { name: "Not now" }));
  cleanup();

  await renderFor(ARE, <PushOffer />);
  expect(screen.queryByRole("link")).toBeNull();
  cleanup();
  await renderFor(ARE, <Menu me={ARE} own={null} />);
  await userEvent.click(screen.getByRole("button", { name: "Menu" }));
  await screen.findByRole("menuitem", { name: HOW });
});

test.each([
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", 0],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 10],
])("a browser that is on no iPhone is not told how to do it there: %s", async (browser, touch) => {
  isAt(browser, touch);
  await renderFor(ARE, <PushOffer />);
  expect(screen.queryByRole("link")).toBeNull();
});

test("the four steps stand in words beside their pictures", async () => {
  await renderFor(ARE, <IPhoneScreen />);
  const steps = within(screen.getByRole("list")).getAllByRole("listitem");
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("Tap Share"),
    expect.stringContaining("Add to Home Screen"),
    expect.stringContaining("sign in"),
    expect.stringContaining("Get notified on this device"),
  ]);
});
