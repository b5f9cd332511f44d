import { useEffect } from "react";

let shown = "Samsnakk";
let news = 0;

/** "(3) Mine rom – Samsnakk": never a name (R9). */
function show(): void {
  const title = shown === "Samsnakk" ? shown : `${shown} – Samsnakk`;
  document.title = news > 0 ? `(${news}) ${title}` : title;
}

export function useTitle(title: string): void {
  useEffect(() => {
    shown = title;
    show();
  }, [title]);
}

/** How much is new stands before the title, for who looks at another window meanwhile. */
export function useNewsInTitle(count: number): void {
  useEffect(() => {
    news = count;
    show();
    return () => {
      news = 0;
      show();
    };
  }, [count]);
}
