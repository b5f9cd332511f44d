/** Everything in English: our texts, Aksel's, and how days and months are called. */
export { en as aksel } from "@navikt/ds-react/locales";
export { enGB as dates } from "date-fns/locale";
export { default as texts } from "./en.json?first";
