import { useSyncExternalStore } from "react";

/** Whether the browser says that there is a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(whenItChanges, () => navigator.onLine);
}

function whenItChanges(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
