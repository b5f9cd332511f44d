import { BodyLong, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Page } from "../shell/Page";
import { AddPicture, HomePicture, OnPicture, SharePicture } from "./IPhonePictures";
import { useDevice } from "./useDevice";
import "./iphone.css";

const STEPS = [
  { step: "share", Picture: SharePicture },
  { step: "add", Picture: AddPicture },
  { step: "open", Picture: HomePicture },
  { step: "turnOn", Picture: OnPicture },
] as const;

/** How one gets notices on an iPhone, in four pictures: the words beside them say the same. */
export function IPhoneScreen() {
  const { t } = useTranslation();
  const button = t("push.offer", useDevice());
  return (
    <Page title={t("iphone.title")} back="/" backText={t("rooms.title")}>
      <BodyLong>{t("iphone.lead")}</BodyLong>
      <VStack as="ol" gap="space-24" className="plain-list">
        {STEPS.map(({ step, Picture }, index) => (
          <li key={step} className="iphone__step">
            <Picture />
            <BodyLong>
              <span aria-hidden className="iphone__number">
                {index + 1}
              </span>
              {t(`iphone.${step}`, { button })}
            </BodyLong>
          </li>
        ))}
      </VStack>
      <BodyLong>{t("iphone.once")}</BodyLong>
    </Page>
  );
}
