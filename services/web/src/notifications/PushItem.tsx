import { BellIcon, BellSlashIcon } from "@navikt/aksel-icons";
import { ActionMenu } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Refused } from "../shell/Refused";
import { needsHomeScreen } from "./iphone";
import { settle, turnOff, turnOn, usePush } from "./push";
import { useDevice } from "./useDevice";

/** In the menu: whether notices come to this browser, and the way to change it. */
export function PushItem({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const device = useDevice();
  const push = usePush();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => void settle(personId), [personId]);
  const change = (on: boolean) => {
    setError(null);
    (on ? turnOn(personId) : turnOff(personId)).catch(setError);
  };
  switch (push) {
    case "unsupported":
      return needsHomeScreen() ? <IPhoneItem /> : <Without why={push} />;
    case "blocked":
    case "unknown":
      return <Without why={push} />;
    case "off":
    case "on":
      return (
        <>
          <ActionMenu.CheckboxItem checked={push === "on"} onCheckedChange={change}>
            {t("push.here", device)}
          </ActionMenu.CheckboxItem>
          <Refused error={error} />
        </>
      );
  }
}

function Without({ why }: { why: "unsupported" | "blocked" | "unknown" }) {
  const { t } = useTranslation();
  return (
    <ActionMenu.Item disabled icon={<BellSlashIcon aria-hidden />}>
      {t(`push.${why}`)}
    </ActionMenu.Item>
  );
}

function IPhoneItem() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ActionMenu.Item icon={<BellIcon aria-hidden />} onSelect={() => void navigate("/iphone")}>
      {t("iphone.how")}
    </ActionMenu.Item>
  );
}
