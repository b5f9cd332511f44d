import { Heading, VStack } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { holds } from "./agreements";
import { OneAgreed } from "./OneAgreed";
import { OneAgreedOn } from "./OneAgreedOn";
import { OnWhat } from "./OnWhat";
import { OneThing, type OneThingProps } from "./OneThing";
import { ProposalTimes } from "./ProposalTimes";
import { Several } from "./Several";
import type { Thing, Things } from "./things";

interface PartsProps {
  things: Things;
  /** In which room it is, and how it leads there; nothing where that is not known yet. */
  wayIn: (roomId: string) => OneThingProps | undefined;
}

/** All that goes on, in parts: what waits for her and what is agreed with when, and the rest without. */
export function Parts({ things, wayIn }: PartsProps) {
  const { t } = useTranslation();
  const part = (title: string, all: readonly Thing[]) => <Part {...{ title, all, wayIn }} />;
  return (
    <>
      {part(t("question.waitsForYou"), things.hers)}
      {part(t("next.agreed"), things.agreed.filter(isTime))}
      {part(
        t("next.agreedOn"),
        things.agreed.filter((it) => !isTime(it)),
      )}
      {part(t("next.waitsForOthers"), things.others)}
      {part(t("next.amongOthers"), things.agreedByOthers)}
      {part(t("next.off"), things.lapsed)}
    </>
  );
}

const isTime = ({ kind }: Thing) => kind === "appointment";

interface PartProps extends Omit<PartsProps, "things"> {
  title: string;
  all: readonly Thing[];
}

function Part({ title, all, wayIn }: PartProps): ReactNode {
  if (all.length === 0) return null;
  return (
    <VStack as="section" gap="space-8" aria-label={title}>
      <Heading level="2" size="xsmall">
        {title}
      </Heading>
      <Several all={all} label={title}>
        {(thing) => {
          const way = wayIn(thing.of.roomId);
          return way && <One thing={thing} way={way} />;
        }}
      </Several>
    </VStack>
  );
}

/** What it says is read of what is agreed and of what waits for her who looks, and of nothing else. */
function One({ thing, way }: { thing: Thing; way: OneThingProps }) {
  const { personId } = useMe();
  switch (thing.kind) {
    case "question":
      return <OneThing thing={thing} {...way} />;
    case "appointment":
      if (thing.of.status === "BOOKED") return <OneAgreed of={thing.of} {...way} />;
      return (
        <OneThing thing={thing} {...way}>
          {thing.of.waitsForIds.includes(personId) && (
            <ProposalTimes of={thing.of} room={way.room} />
          )}
        </OneThing>
      );
    case "agreement":
      if (holds(thing.of)) return <OneAgreedOn of={thing.of} {...way} />;
      return (
        <OneThing thing={thing} {...way}>
          {thing.of.waitsForIds.includes(personId) && <OnWhat of={thing.of} />}
        </OneThing>
      );
  }
}
