import { useState } from "react";

interface Asked {
  data: unknown;
  error: Error | null;
}

/**
 * Why an answer is not here, until it is: also while it is asked for again, so that what is said of it
 * does not come and go.
 */
export function useStandingError({ data, error }: Asked): Error | null {
  const [last, setLast] = useState<Error | null>(null);
  if (error && error !== last) setLast(error);
  if (!error && last && data !== undefined) setLast(null);
  return error ?? (data === undefined ? last : null);
}
