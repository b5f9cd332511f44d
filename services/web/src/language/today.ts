import { startOfDay, startOfTomorrow } from "date-fns";
import { useSyncExternalStore } from "react";

/** A window that slept hears of the new day when it is looked at, at the latest. */
function onNewDay(listener: () => void): () => void {
  let timer: number | undefined;
  const wait = () => {
    timer = window.setTimeout(() => {
      listener();
      wait();
    }, startOfTomorrow().getTime() - Date.now());
  };
  wait();
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** The day that it is, where the browser is; again when it is another one. */
export function useToday(): Date {
  return new Date(useSyncExternalStore(onNewDay, () => startOfDay(Date.now()).getTime()));
}
