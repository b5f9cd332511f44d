import type { ReactNode } from "react";
import { useSettled } from "./useSettled";

/** What comes up where something else was tapped takes no tap before it has been seen. */
export function Settling({ children }: { children: ReactNode }) {
  const settled = useSettled();
  return <div inert={!settled}>{children}</div>;
}
