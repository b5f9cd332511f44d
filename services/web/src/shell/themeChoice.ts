export const THEMES = ["device", "light", "dark"] as const;

/** As the device is, which is what nobody has to choose; or always as chosen, on this device. */
export type ThemeChoice = (typeof THEMES)[number];

export const DARK_DEVICE = "(prefers-color-scheme: dark)";

const KEY = "samsnakk.theme";

/** Aksel's --ax-bg-default. */
const GROUND = { light: "#ffffff", dark: "#0e151f" };

export function chosenTheme(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((it) => it === kept) ?? "device";
}

export function keepTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
}

export function themeOf(choice: ThemeChoice, darkDevice: boolean): "light" | "dark" {
  if (choice !== "device") return choice;
  return darkDevice ? "dark" : "light";
}

/** The page itself is told: menus and dialogues are drawn outside the app, and the first page before it. */
export function tellPage(theme: "light" | "dark"): void {
  document.documentElement.classList.remove("light", "dark");
  document.documentElement.classList.add(theme);
  // The bar that a phone draws around it.
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", GROUND[theme]);
}
