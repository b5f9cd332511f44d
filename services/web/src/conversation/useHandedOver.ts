import { useState } from "react";
import { useBecame, type Became } from "./useBecame";

/** It was on its way, and is nowhere: she may not write there any more. */
const LOST: Became = { kind: "refused", code: "write-not-allowed" };

/** What has become of what a form has handed over last, and whether something before it is on its way. */
export interface HandedOver {
  readonly became: Became;
  /** What was handed over before is on its way: this was not. */
  readonly waits: boolean;
  /** Hands it over: the id by which it is on its way, if it is. */
  readonly handOver: (clientId: string | undefined) => void;
}

export function useHandedOver(roomId: string): HandedOver {
  const [clientId, setClientId] = useState<string>();
  const [waits, setWaits] = useState(false);
  const became = useBecame(roomId, clientId);
  return {
    became: clientId !== undefined && became.kind === "nothing" ? LOST : became,
    waits,
    handOver: (id) => {
      setClientId(id);
      setWaits(id === undefined);
    },
  };
}
