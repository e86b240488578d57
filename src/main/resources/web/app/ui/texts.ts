import {html, nothing, type TemplateResult} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import type {Mutations} from '../client/mutations';
import type {RequestError} from '../client/request';

/**
 * Markdown as the service has rendered and sanitised it, in its own language. What may be wider than the window can get the focus,
 * so that the keyboard scrolls it.
 */
export function rich(text: {html: string | null; locale: string | null} | null | undefined): TemplateResult | typeof nothing {
  const scrollable = text?.html?.replace(/<(pre|table)>/g, '<$1 tabindex="0">');
  return text ? html`<div class="rich" lang=${text.locale ?? nothing}>${unsafeHTML(scrollable ?? '')}</div>` : nothing;
}

/** Why there is nothing to show, as an alert. */
export function failure(error: RequestError | undefined): TemplateResult | typeof nothing {
  return error ? html`<p role="alert" class="alert">${error.message}</p>` : nothing;
}

/** What a user did wrong, as the service says it. */
export function mistakes(errors: readonly {message: string}[]): TemplateResult | typeof nothing {
  return errors.length > 0
    ? html`<div role="alert" class="alert"><ul>${errors.map((error) => html`<li>${error.message}</li>`)}</ul></div>`
    : nothing;
}

export const waiting = html`<p role="status">Loading…</p>`;

/** In place of what a query has not read. */
export const loading = ({error}: {error?: RequestError}): TemplateResult | typeof nothing => (error ? failure(error) : waiting);

/** The name of an enum's value in the schema, for people: `AFTER_TYPES` is `After types`. */
export function words(value: string): string {
  return value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');
}

export const minutes = (count: number): string => (count < 60 ? `${count} min` : `${Math.floor(count / 60)} h ${count % 60} min`);

/** The name of a language in itself: `de` is `Deutsch`. */
export const languageName = (locale: string): string => new Intl.DisplayNames([locale], {type: 'language'}).of(locale) ?? locale;

/** A day without a time, as the reader writes it. */
export const day = (date: string): string =>
  new Intl.DateTimeFormat(undefined, {weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC'}).format(new Date(date));

/** A day with its year. */
export const date = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeZone: 'UTC'}).format(new Date(instant));

/** A time in the reader's zone. */
export const time = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(instant));

/** What became of the user's changes, in view wherever the page is scrolled to. The region stays, so that what appears in it is announced. */
export function outcome({errors, notice, waiting}: Mutations): TemplateResult {
  const status = waiting ? 'Not saved yet, because the service cannot be reached. It is sent again as soon as possible; leave this page open.' : notice;
  return html`<div class="outcome"><div role="status">${status}</div>${mistakes(errors)}</div>`;
}
