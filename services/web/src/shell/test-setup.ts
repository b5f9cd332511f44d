import { configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { fetchAllTexts } from "../language/language";

// A busy machine takes its time; what is there at once is not waited for. The library is told through the one
// that the tests import: bundled, each has a copy of what it waits with.
configure({ asyncUtilTimeout: 10_000 });

// jsdom draws nothing, and scrolls nowhere.
if (typeof window !== "undefined") Element.prototype.scrollIntoView = () => undefined;

// jsdom knows no media: nothing that is asked for holds.
if (typeof window !== "undefined") {
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}

afterEach(() => {
  // What keeps things on the device is tested without a page.
  if (typeof window === "undefined") return;
  sessionStorage.clear();
  localStorage.clear();
});

// What is before the sign-in and what is behind it is tried alike.
await fetchAllTexts();
