/** While anything waits, the browser asks before the page goes; until the answer is called. */
export function asksBeforeClosing(waits: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (waits()) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
