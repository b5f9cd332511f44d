import { useState } from "react";

/**
 * Whether this is so or has been. A dialogue is fetched when it is first asked for, and stays in the page
 * when it is closed: the browser leads back to where it was asked for only then.
 */
export function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
