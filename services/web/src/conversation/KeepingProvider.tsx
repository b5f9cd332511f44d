import {
  createContext,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { KeepsWritten } from "../shell/keepsWritten";
import { Keeping } from "./keeping";

const KeepingContext = createContext<Keeping | undefined>(undefined);

/**
 * What one person has written and not sent, for as long as the page lives: where the device keeps
 * nothing it is nowhere else, whichever connection comes and goes meanwhile.
 */
export function KeepingProvider({
  personId,
  children,
}: {
  personId: string | undefined;
  children: ReactNode;
}) {
  const [kept, setKept] = useState<{ of: string; keeping: Keeping }>();
  useEffect(() => {
    if (personId === undefined) return;
    let gone = false;
    let opened: Keeping | undefined;
    void Keeping.of(personId).then((keeping) => {
      if (gone) return keeping.close();
      opened = keeping;
      setKept({ of: personId, keeping });
    });
    return () => {
      gone = true;
      opened?.close();
      setKept(undefined);
    };
  }, [personId]);
  const keeping = kept?.of === personId ? kept?.keeping : undefined;
  const all = useSyncExternalStore(
    keeping?.subscribe ?? nobodyTells,
    keeping?.isAllOnDevice ?? (() => true),
  );
  return (
    <KeepingContext value={keeping}>
      <KeepsWritten value={all}>{children}</KeepsWritten>
    </KeepingContext>
  );
}

const nobodyTells = () => () => undefined;

/** Nothing before it has been opened, and where it is nobody's page. */
export function useKeeping(): Keeping | undefined {
  return useContext(KeepingContext);
}
