/*
 * Where the app cannot start: a file of it does not come, or the browser lets it keep nothing. Its
 * texts are of no use then, so the little there is to say stands here, in all three languages.
 */
const SAID: [lang: string, text: string, again: string][] = [
  [
    "nb",
    "Samsnakk startet ikke. Sjekk at du har nett, og at nettleseren får lagre noe.",
    "Last inn på nytt",
  ],
  [
    "nn",
    "Samsnakk starta ikkje. Sjekk at du har nett, og at nettlesaren får lagre noko.",
    "Last inn på nytt",
  ],
  [
    "en",
    "Samsnakk did not start. Check that you are online, and that the browser may keep something.",
    "Load again",
  ],
];
const EMERGENCY = [
  ["113", "tel:113"],
  ["116 117", "tel:116117"],
] as const;

/** In the place of the app; goes on by itself when the network is back. */
export function tellNotStarted(root: Element, reload = () => window.location.reload()): void {
  window.addEventListener("online", reload, { once: true });
  const page = document.createElement("main");
  page.className = "page";
  page.setAttribute("role", "alert");
  for (const [lang, text, again] of SAID) {
    const line = document.createElement("p");
    const button = document.createElement("button");
    line.lang = lang;
    line.textContent = `${text} `;
    button.textContent = again;
    button.addEventListener("click", reload);
    line.append(button);
    page.append(line);
  }
  for (const [number, address] of EMERGENCY) {
    const ring = document.createElement("a");
    ring.href = address;
    ring.textContent = number;
    page.append(ring, " ");
  }
  root.replaceChildren(page);
}
