interface Connected {
  /** Back, or perhaps back: look now. */
  hurry: () => void;
  networkGone: () => void;
  networkBack: () => void;
}

/**
 * Tells a connection what the browser says of the network and the page, until the answer is called.
 * A browser keeps an open socket open when the network goes, and holds what is written to it.
 */
export function followNetwork({ hurry, networkGone, networkBack }: Connected): () => void {
  const onVisibility = () => {
    if (document.visibilityState === "visible") hurry();
  };
  window.addEventListener("offline", networkGone);
  window.addEventListener("online", networkBack);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    window.removeEventListener("offline", networkGone);
    window.removeEventListener("online", networkBack);
    document.removeEventListener("visibilitychange", onVisibility);
  };
}
