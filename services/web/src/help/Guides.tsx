import { Button, Heading, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState } from "react";
import { isAuditor, isProfessional, useMe } from "../session/session";
import { Guide } from "./Guide";
import type { GuideText } from "./guide";
import "./help.css";

interface GuidesProps {
  patient: GuideText;
  professional: GuideText;
}

/** The guide for who she is, and the other one a tap away: a professional may be a patient too. */
export function Guides({ patient, professional }: GuidesProps) {
  const me = useMe();
  const helps = isProfessional(me) || isAuditor(me);
  const [own, other] = helps ? [professional, patient] : [patient, professional];
  const [others, setOthers] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const turned = useRef(false);
  const [shown, elsewhere] = others ? [other, own] : [own, other];
  useEffect(() => {
    // The button that she pressed is under another text by now.
    if (turned.current) heading.current?.focus();
  }, [others]);
  const turn = () => {
    turned.current = true;
    setOthers(!others);
  };
  return (
    <VStack gap="space-16" align="start" className="help">
      <Heading level="2" size="medium" ref={heading} tabIndex={-1}>
        {shown.heading}
      </Heading>
      <Guide guide={shown} />
      <Button variant="secondary" size="small" onClick={turn}>
        {elsewhere.heading}
      </Button>
    </VStack>
  );
}
