import { useCallback, useEffect, useState, type ComponentType } from "react";
import { NotFetched } from "./NotFetched";
import { Waiting } from "./Waiting";

/** A quiet part that did not come is asked for again after so many milliseconds. */
const AGAIN_AFTER = 5_000;
/** One that has neither come nor failed for so long has not come. */
const PATIENCE = 10_000;

/** Where the rest of the app has not come yet. */
export interface Meanwhile {
  /** Said nothing of: it stands beside what says it, or may be missing for a moment. */
  quiet?: boolean;
  /** What stands in its place. */
  waiting?: ComponentType;
}

/**
 * A part of the app that is fetched when it is first shown. It waits as screens do; where it does not
 * come it says so, and why, unless it is a quiet one, and tries again.
 */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { quiet = false, waiting: Meantime = Waiting }: Meanwhile = {},
): ComponentType<Props> {
  let there: ComponentType<Props> | undefined;
  const fetch = async () => (there ??= await load());

  return function Part(props: Props) {
    const [Shown, show] = useState(() => there);
    const [failed, setFailed] = useState(false);
    const [failures, count] = useState(0);
    const attempt = useCallback(() => {
      setFailed(false);
      fetch().then(
        (it) => show(() => it),
        () => {
          setFailed(true);
          count((before) => before + 1);
        },
      );
    }, []);
    useEffect(() => {
      if (!Shown) attempt();
    }, [Shown, attempt]);
    useEffect(() => {
      if (Shown || failed || quiet) return;
      const timer = setTimeout(() => setFailed(true), PATIENCE);
      return () => clearTimeout(timer);
    }, [Shown, failed]);
    useEffect(() => {
      // Where it says nothing of its absence, nobody can ask for it again either.
      if (!quiet || failures === 0) return;
      const timer = setTimeout(attempt, AGAIN_AFTER);
      return () => clearTimeout(timer);
    }, [failures, attempt]);
    if (Shown) return <Shown {...props} />;
    if (quiet) return null;
    return failed ? <NotFetched onRetry={attempt} /> : <Meantime />;
  };
}
