import { chosenLanguage, type Language } from "../language/choice";
import { keepGoing } from "../session/going";
import { beginsWithRoom, beginsWithWelcome } from "../session/welcomed";
import { tellNotStarted } from "./notStarted";
import { chosenTheme, DARK_DEVICE, tellPage, themeOf } from "../shell/themeChoice";

/*
 * Runs before anything is drawn, in a file of its own. It says whether the page is light or dark, and
 * what of the first page is shown (build/first-page.ts): the welcome in one's own language, the place of a
 * room, or what stands around every screen alone.
 * Then it starts the app. Where the welcome is shown, that is once it has been drawn: it works without the
 * app, and has the line for itself. Elsewhere what the app will ask for is fetched at once.
 */

const { documentElement: page, head, currentScript } = document;
const { dataset } = currentScript as HTMLScriptElement;

const addresses = (named: string | undefined) => named?.split(" ") ?? [];

function fetchAhead(named: string | undefined): void {
  for (const href of addresses(named)) {
    const how = href.endsWith(".css")
      ? { rel: "preload", as: "style", crossOrigin: "" }
      : { rel: "modulepreload" };
    head.append(Object.assign(document.createElement("link"), how, { href }));
  }
}

function start(): void {
  const src = addresses(dataset["start"]).at(-1) ?? "";
  const script = Object.assign(document.createElement("script"), { type: "module", src });
  script.addEventListener("error", () => {
    const root = document.getElementById("root");
    if (root) tellNotStarted(root);
  });
  head.append(script);
}

/** Until the app does it: the way in works from the first picture on. */
function noteGoing({ target }: Event): void {
  if (target instanceof Element && target.closest(".first .welcome__login")) keepGoing("/");
}

function showWelcome(language: Language): void {
  page.dataset["first"] = "welcome";
  document.addEventListener("click", noteGoing);
  document.addEventListener("auxclick", noteGoing);
  document.addEventListener("DOMContentLoaded", () =>
    // The first picture is drawn after the one callback and before the other.
    requestAnimationFrame(() =>
      setTimeout(() => {
        fetchAhead(dataset["start"]);
        fetchAhead(dataset[language]);
        start();
      }),
    ),
  );
}

function showFrame(language: Language): void {
  page.dataset["first"] = beginsWithRoom() ? "room" : "frame";
  fetchAhead(dataset["start"]);
  fetchAhead(dataset[language]);
  fetchAhead(dataset[`${language}Rest`]);
  fetchAhead(dataset["signedIn"]);
  if (window.location.pathname.startsWith("/rooms/")) fetchAhead(dataset["room"]);
  document.addEventListener("DOMContentLoaded", start);
}

try {
  const language = chosenLanguage();
  page.lang = language;
  tellPage(themeOf(chosenTheme(), window.matchMedia(DARK_DEVICE).matches));
  if (beginsWithWelcome()) showWelcome(language);
  else showFrame(language);
} catch {
  // A browser that keeps nothing begins with an empty page, and the app says the rest.
  document.addEventListener("DOMContentLoaded", start);
}
