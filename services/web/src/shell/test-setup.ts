import { afterEach } from "vitest";

afterEach(() => {
  // What keeps things on the device is tested without a page.
  if (typeof window === "undefined") return;
  sessionStorage.clear();
  localStorage.clear();
});
