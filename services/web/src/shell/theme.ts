import { useEffect, useSyncExternalStore } from "react";
import {
  chosenTheme,
  DARK_DEVICE,
  keepTheme,
  tellPage,
  themeOf,
  type ThemeChoice,
} from "./themeChoice";
import { useMedia } from "./useMedia";

const listeners = new Set<() => void>();

export function chooseTheme(choice: ThemeChoice): void {
  keepTheme(choice);
  listeners.forEach((tell) => tell());
}

/** What was chosen, also a moment ago in another window. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    window.addEventListener("storage", listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener("storage", listener);
    };
  }, chosenTheme);
}

/** What is shown: by the choice, and by the device where nothing was chosen. */
export function useTheme(): "light" | "dark" {
  const theme = themeOf(useThemeChoice(), useMedia(DARK_DEVICE));
  useEffect(() => tellPage(theme), [theme]);
  return theme;
}
