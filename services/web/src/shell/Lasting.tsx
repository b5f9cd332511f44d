import { useEffect, useState, type ReactNode } from "react";

/** A short hiccup needs no words. */
const WORTH_TELLING = 1_500;

/** Shown once it has been there for a moment, and until then what is there `before`. */
export function Lasting({ before, children }: { before?: ReactNode; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), WORTH_TELLING);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : before;
}
