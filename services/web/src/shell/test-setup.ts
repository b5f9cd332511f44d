import { configure } from "@testing-library/dom";
import { afterEach } from "vitest";

// A busy machine takes its time; what is there at once is not waited for.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  // What keeps things on the device is tested without a page.
  if (typeof window === "undefined") return;
  sessionStorage.clear();
  localStorage.clear();
});
