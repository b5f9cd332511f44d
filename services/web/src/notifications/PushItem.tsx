import { BellSlashIcon } from "@navikt/aksel-icons";
import { ActionMenu } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "../shell/Refused";
import { settle, turnOff, turnOn, usePush } from "./push";

/** In the menu: whether notices come to this browser, and the way to change it. */
export function PushItem({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const push = usePush();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => void settle(personId), [personId]);
  const change = (on: boolean) => {
    setError(null);
    (on ? turnOn(personId) : turnOff(personId)).catch(setError);
  };
  switch (push) {
    case "unsupported":
    case "blocked":
    case "unknown":
      return (
        <ActionMenu.Item disabled icon={<BellSlashIcon aria-hidden />}>
          {t(`push.${push}`)}
        </ActionMenu.Item>
      );
    case "off":
    case "on":
      return (
        <>
          <ActionMenu.CheckboxItem checked={push === "on"} onCheckedChange={change}>
            {t("push.here")}
          </ActionMenu.CheckboxItem>
          <Refused error={error} />
        </>
      );
  }
}
