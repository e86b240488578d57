import {html, type TemplateResult} from 'lit';

/** The browser's own time zone. */
export const ownZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time as clocks in the zone show it, in the form of `datetime-local`: 2027-03-01T10:00. */
export function localTime(instant: string | number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv', {dateStyle: 'short', timeStyle: 'short', timeZone: zone}).format(new Date(instant));
  return parts.replace(' ', 'T');
}

/** The instant at which clocks in the zone show a time; undefined in a zone that the browser does not know. */
export function instant(local: string, zone: string): string | undefined {
  const utc = Date.parse(`${local}Z`);
  try {
    // The offset may differ from that at the first guess when clocks change in between.
    const offset = (at: number) => Date.parse(`${localTime(at, zone)}Z`) - Math.floor(at / 60_000) * 60_000;
    const guess = utc - offset(utc);
    return new Date(utc - offset(guess)).toISOString();
  } catch {
    return undefined;
  }
}

/** The zone, or UTC where the service knows a newer zone than the browser. */
export function usable(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', {timeZone: zone});
    return zone;
  } catch {
    return 'UTC';
  }
}

/** The current day in a zone: 2027-03-01. */
export const today = (zone: string): string => localTime(Date.now(), usable(zone)).slice(0, 10);

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The suggestions of all inputs of time zones on a page. */
export const zoneList = (): TemplateResult =>
  html`<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}</datalist>`;

/** A time as clocks in a zone show it, with the zone. */
export const timeIn = (at: string, zone: string): string =>
  new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: usable(zone),
  }).format(new Date(at));
