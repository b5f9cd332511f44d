import { useEffect, useRef, type RefObject } from "react";
import { useLostFocus } from "./useLostFocus";

/**
 * Where the row that had the focus goes, the focus stays in the list.
 *
 * @param instead where it goes as the list goes too
 */
export function useStaysInList<E extends HTMLElement>(
  rows: number,
  instead?: RefObject<HTMLElement | null>,
) {
  const list = useRef<E>(null);
  const isLost = useLostFocus(list);
  const before = useRef(rows);
  useEffect(() => {
    if (rows < before.current && isLost()) {
      (instead ?? list).current?.focus({ preventScroll: true });
    }
    before.current = rows;
  }, [rows, instead, isLost]);
  return list;
}
