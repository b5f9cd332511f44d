import { useEffect, useRef } from "react";
import { isFocusNowhere } from "./useTakesOver";

/** Where the row that had the focus goes, the focus stays in the list. */
export function useStaysInList<E extends HTMLElement>(rows: number) {
  const list = useRef<E>(null);
  const before = useRef(rows);
  useEffect(() => {
    if (rows < before.current && isFocusNowhere()) list.current?.focus({ preventScroll: true });
    before.current = rows;
  }, [rows]);
  return list;
}
