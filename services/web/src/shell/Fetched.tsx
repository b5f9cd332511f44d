import { useCallback, useEffect, useState, type ComponentType } from "react";
import { NotFetched } from "./NotFetched";
import { Waiting } from "./Waiting";

/** Where the rest of the app has not come yet. */
interface Meanwhile {
  /** Said nothing of: it stands beside what says it, or may be missing for a moment. */
  quiet?: boolean;
}

/**
 * A part of the app that is fetched when it is first shown. It waits as screens do; where it does not
 * come it says so, and why, and tries again.
 */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { quiet = false }: Meanwhile = {},
): ComponentType<Props> {
  let there: ComponentType<Props> | undefined;
  const fetch = async () => (there ??= await load());

  return function Part(props: Props) {
    const [Shown, show] = useState(() => there);
    const [failed, setFailed] = useState(false);
    const attempt = useCallback(() => {
      setFailed(false);
      fetch().then(
        (it) => show(() => it),
        () => setFailed(true),
      );
    }, []);
    useEffect(() => {
      if (!Shown) attempt();
    }, [Shown, attempt]);
    if (Shown) return <Shown {...props} />;
    if (quiet) return null;
    return failed ? <NotFetched onRetry={attempt} /> : <Waiting />;
  };
}
