import { configure } from "@testing-library/dom";
import { afterEach } from "vitest";
import { fetchAllTexts } from "../language/language";

// A busy machine takes its time; what is there at once is not waited for.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  // What keeps things on the device is tested without a page.
  if (typeof window === "undefined") return;
  sessionStorage.clear();
  localStorage.clear();
});

// What is before the sign-in and what is behind it is tried alike.
await fetchAllTexts();
