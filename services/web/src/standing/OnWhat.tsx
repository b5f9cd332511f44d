import { BodyShort } from "@navikt/ds-react";
import type { StandingAgreement } from "../contracts/agreements";
import { NotHere } from "./NotHere";
import { useSaidOnWhat } from "./useSaid";

/** What somebody asks whether it is agreed on. */
export function OnWhat({ of }: { of: StandingAgreement }) {
  const said = useSaidOnWhat(of);
  if (!said.says) return <NotHere said={said} />;
  return (
    <BodyShort size="small">
      <bdi>{said.says.description}</bdi>
    </BodyShort>
  );
}
