import { createContext, useContext } from "react";

/** Whether what the person has written outlives this page; yes, as long as nobody knows better. */
export const KeepsWritten = createContext(true);

export function useKeepsWritten(): boolean {
  return useContext(KeepsWritten);
}
