import { createContext, useContext, useLayoutEffect, type ReactNode } from "react";

/** Tells what stands around a room that a page has come in its place. */
const AloneContext = createContext<(isAlone: boolean) => void>(() => undefined);

export const AloneProvider = AloneContext.Provider;

/** A page in the place of a room, with the app's own header and no list beside it. */
export function Alone({ children }: { children: ReactNode }) {
  const tell = useContext(AloneContext);
  useLayoutEffect(() => {
    tell(true);
    return () => tell(false);
  }, [tell]);
  return children;
}
