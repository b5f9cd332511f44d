import { useEffect } from "react";

let shown = "Samsnakk";
let news = 0;
let asks = "";

/** "2 spørsmål · (3) Mine rom – Samsnakk": never a name (R9). */
function show(): void {
  const title = shown === "Samsnakk" ? shown : `${shown} – Samsnakk`;
  const counted = news > 0 ? `(${news}) ${title}` : title;
  document.title = asks === "" ? counted : `${asks} · ${counted}`;
}

export function useTitle(title: string): void {
  useEffect(() => {
    shown = title;
    show();
  }, [title]);
}

/**
 * What waits for an answer and how much is new stand before the title, for who looks at another
 * window meanwhile: the first in words, for it is more than news.
 */
export function useNewsInTitle(count: number, questions: string): void {
  useEffect(() => {
    news = count;
    asks = questions;
    show();
    return () => {
      news = 0;
      asks = "";
      show();
    };
  }, [count, questions]);
}
