import { act, cleanup, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { chooseTheme, useTheme } from "./theme";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function device(dark: boolean) {
  vi.stubGlobal("matchMedia", () => ({
    matches: dark,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

function Shown() {
  return useTheme();
}

const page = () => document.documentElement.className;

test("it is dark where the device is dark, and nobody has to choose", () => {
  device(true);
  expect(render(<Shown />).container.textContent).toBe("dark");
  expect(page()).toBe("dark");
});

test("what is chosen holds on this device, whatever the device is", () => {
  device(true);
  const shown = render(<Shown />);
  act(() => chooseTheme("light"));
  expect(shown.container.textContent).toBe("light");
  cleanup();
  expect(render(<Shown />).container.textContent).toBe("light");
  expect(page()).toBe("light");

  act(() => chooseTheme("device"));
  expect(page()).toBe("dark");
});

test("what is kept there by another version is not believed", () => {
  device(false);
  localStorage.setItem("samsnakk.theme", "purple");
  expect(render(<Shown />).container.textContent).toBe("light");
});
