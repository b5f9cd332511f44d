import { useTakesOver } from "./useTakesOver";

/** What has become of it, in the place of what was tapped. */
export function Told({ children }: { children: string }) {
  const place = useTakesOver<HTMLSpanElement>();
  return (
    <span ref={place} tabIndex={-1}>
      {children}
    </span>
  );
}
