/** Bokmål: our texts before the sign-in, Aksel's, and how days and months are called. */
export { nb as aksel } from "@navikt/ds-react/locales";
export { nb as dates } from "date-fns/locale";
export { default as texts } from "./nb.json?first";
